package dev.witloof.logging;

import dev.witloof.name.Printable;
import org.slf4j.Logger;
import org.slf4j.MarkerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The log of one import.
 *
 * @param logger where it goes
 * @param maximumCharacters after how many a message is cut
 */
record GuestLog(Logger logger, int maximumCharacters) implements UnversionedLogging {

    private static final int MAXIMUM_CONTEXT = 256;

    @Override
    public void log(Level level, String context, String message) {
        if (!logger.isEnabledForLevel(slf4j(level))) {
            return;
        }
        LoggingEventBuilder event = logger.atLevel(slf4j(level));
        if (level == Level.CRITICAL) {
            event = event.addMarker(MarkerFactory.getMarker(Logs.CRITICAL));
        }
        if (!context.isEmpty()) {
            event = event.addKeyValue("context", shown(context, Math.min(maximumCharacters, MAXIMUM_CONTEXT)));
        }
        // Without arguments nothing in the message is taken for a place to put one.
        event.setMessage(shown(message, maximumCharacters)).log();
    }

    private static org.slf4j.event.Level slf4j(Level level) {
        return switch (level) {
            case TRACE -> org.slf4j.event.Level.TRACE;
            case DEBUG -> org.slf4j.event.Level.DEBUG;
            case INFO -> org.slf4j.event.Level.INFO;
            case WARN -> org.slf4j.event.Level.WARN;
            case ERROR, CRITICAL -> org.slf4j.event.Level.ERROR;
        };
    }

    /** Cut between characters, and then escaped. */
    private static String shown(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return Printable.plain(text);
        }
        int end = text.offsetByCodePoints(0, most);
        return Printable.plain(text.substring(0, end)) + "… (" + (text.length() - end) + " more)";
    }
}

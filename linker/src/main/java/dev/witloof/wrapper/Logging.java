package dev.witloof.wrapper;

import dev.witloof.instance.Call;
import dev.witloof.instance.HostFunction;
import dev.witloof.link.Wrapper;
import dev.witloof.name.ImportRef;
import dev.witloof.name.Printable;
import dev.witloof.type.FuncType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs each call when it is over, by the logger {@link #LOGGER}: the import's name, the function, how many bytes of content the
 * arguments and the result have, how it ended and how long it took. Values only if {@link #withValues asked}, because they may be
 * secret, and none that is {@linkplain SecretResults known} to be; of an exception only the class.
 *
 * <pre>{@code
 * "cache" [method]bucket.set: 17 bytes in, ok, 0 bytes out, 41 us
 * }</pre>
 */
public final class Logging implements Wrapper {

    /** The name of the logger. */
    public static final String LOGGER = "dev.witloof.calls";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private final Level level;
    private final boolean values;
    private final Handles handles = new Handles();

    private Logging(Level level, boolean values) {
        this.level = level;
        this.values = values;
    }

    /** At a level. */
    public static Logging at(Level level) {
        return new Logging(level, false);
    }

    /** The same with arguments and results, as WAVE. */
    public Logging withValues() {
        return new Logging(level, true);
    }

    @Override
    public String description() {
        return "logging at " + level + (values ? " with values" : "");
    }

    @Override
    public Wrapper forInstance(ImportRef importRef) {
        return new Logging(level, values);
    }

    @Override
    public HostFunction wrap(Call call, FuncType type, HostFunction next) {
        String name = Printable.plain(call.toString());
        boolean secret = SecretResults.isOf(call);
        return (called, args) -> {
            if (!LOG.isEnabledForLevel(level)) {
                return next.call(called, args);
            }
            String in =
                    values ? "(" + String.join(", ", handles.texts(type, args)) + ")" : Sizes.of(args) + " bytes in";
            long begin = System.nanoTime();
            Object result;
            try {
                result = next.call(called, args);
            } catch (Throwable thrown) {
                log(name, in, Outcome.THROWN, thrown.getClass().getName(), begin);
                throw thrown;
            }
            log(name, in, Outcome.of(result), secret && values ? SecretResults.HIDDEN : out(type, result), begin);
            if (call.isResourceDrop()) {
                handles.dropped(args[0]);
            }
            return result;
        };
    }

    private void log(String name, String in, Outcome outcome, String out, long begin) {
        long micros = (System.nanoTime() - begin) / 1_000;
        LOG.atLevel(level).log("{}: {}, {}, {}, {} us", name, in, outcome.word(), out, micros);
    }

    private String out(FuncType type, @Nullable Object result) {
        return values ? handles.text(type, result).orElse("nothing") : Sizes.of(result) + " bytes out";
    }
}

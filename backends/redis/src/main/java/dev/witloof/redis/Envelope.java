package dev.witloof.redis;

import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.Message.Metadatum;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a message stands in the one string that Redis has for it. A message that is nothing but bytes is those bytes, so that any
 * other client reads and writes it. With anything more, or where the bytes themselves begin as an envelope does, it is
 *
 * <pre>
 * WITLOOF/1␍␊
 * reply-to: SUBJECT␍␊
 * content-type: TYPE␍␊
 * metadata: KEY: VALUE␍␊      as often as needed
 * ␍␊
 * BYTES
 * </pre>
 *
 * in UTF-8, where {@code %}, {@code :} and control characters of a type, key or value are written as {@code %} and two
 * hexadecimal digits. What begins so and is no envelope is a message of those bytes.
 */
final class Envelope {

    private static final String LINE_END = "\r\n";
    private static final byte[] FIRST = bytes("WITLOOF/1" + LINE_END);
    private static final String REPLY_TO = "reply-to: ";
    private static final String CONTENT_TYPE = "content-type: ";
    private static final String METADATA = "metadata: ";

    private Envelope() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] of(Message message) {
        byte[] body = message.body();
        if (message.replyTo().isEmpty() && !message.isDescribed() && !isEnvelope(body)) {
            return body;
        }
        StringBuilder head = new StringBuilder();
        message.replyTo()
                .ifPresent(subject -> head.append(REPLY_TO).append(subject).append(LINE_END));
        message.contentType()
                .ifPresent(
                        type -> head.append(CONTENT_TYPE).append(written(type)).append(LINE_END));
        for (Metadatum each : message.metadata()) {
            head.append(METADATA)
                    .append(written(each.key()))
                    .append(": ")
                    .append(written(each.value()))
                    .append(LINE_END);
        }
        byte[] lines = bytes(head.append(LINE_END).toString());
        byte[] all = new byte[FIRST.length + lines.length + body.length];
        System.arraycopy(FIRST, 0, all, 0, FIRST.length);
        System.arraycopy(lines, 0, all, FIRST.length, lines.length);
        System.arraycopy(body, 0, all, FIRST.length + lines.length, body.length);
        return all;
    }

    static Message message(String subject, byte[] sent) {
        Message opened = isEnvelope(sent) ? opened(subject, sent) : null;
        return opened == null ? Message.of(subject, sent) : opened;
    }

    private static boolean isEnvelope(byte[] bytes) {
        return bytes.length >= FIRST.length && Arrays.equals(bytes, 0, FIRST.length, FIRST, 0, FIRST.length);
    }

    private static @Nullable Message opened(String subject, byte[] sent) {
        Optional<String> replyTo = Optional.empty();
        Optional<String> contentType = Optional.empty();
        List<Metadatum> metadata = new ArrayList<>();
        int at = FIRST.length;
        while (true) {
            int end = lineEnd(sent, at);
            if (end < 0) {
                return null;
            }
            String line = new String(sent, at, end - at, StandardCharsets.UTF_8);
            at = end + LINE_END.length();
            if (line.isEmpty()) {
                byte[] body = Arrays.copyOfRange(sent, at, sent.length);
                return new Message(subject, body, replyTo, contentType, metadata);
            }
            int colon = line.indexOf(": ", METADATA.length());
            if (line.startsWith(REPLY_TO)) {
                replyTo = Optional.of(line.substring(REPLY_TO.length()));
            } else if (line.startsWith(CONTENT_TYPE)) {
                contentType = Optional.of(read(line.substring(CONTENT_TYPE.length())));
            } else if (line.startsWith(METADATA) && colon >= 0) {
                metadata.add(
                        new Metadatum(read(line.substring(METADATA.length(), colon)), read(line.substring(colon + 2))));
            } else {
                return null;
            }
        }
    }

    private static int lineEnd(byte[] bytes, int from) {
        for (int i = from; i + 1 < bytes.length; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static String written(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '%' || c == ':') {
                out.append(String.format("%%%02X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String read(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (text.charAt(i) == '%' && low >= 0) {
                out.append((char) (high << 4 | low));
                i += 2;
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }
}

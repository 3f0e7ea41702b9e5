package dev.witloof.nats;

import dev.witloof.messaging.service.Message.Metadatum;
import io.nats.client.impl.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Content type and metadata of a message as headers of NATS. What cannot stand there as it is stands there as mail has it:
 * {@code =?UTF-8?B?…?=}, with the Base64 of its UTF-8 (RFC 2047). Names that mean something to a server are treated so too.
 */
final class HeaderText {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String START = "=?UTF-8?B?";
    private static final String END = "?=";

    private HeaderText() {}

    /** The headers; {@code null} if there are none. */
    static @Nullable Headers headers(Optional<String> contentType, List<Metadatum> metadata) {
        if (contentType.isEmpty() && metadata.isEmpty()) {
            return null;
        }
        Headers headers = new Headers();
        contentType.ifPresent(type -> headers.put(CONTENT_TYPE, value(type)));
        metadata.forEach(each -> headers.add(name(each.key()), value(each.value())));
        return headers;
    }

    private static String name(String name) {
        boolean plain = name.matches("[A-Za-z0-9._-]+")
                && !name.regionMatches(true, 0, "Nats-", 0, 5)
                && !name.equalsIgnoreCase(CONTENT_TYPE);
        return plain ? name : encoded(name);
    }

    private static String value(String value) {
        boolean plain = value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)
                && value.strip().equals(value)
                && !value.isEmpty()
                && !value.startsWith(START);
        return plain ? value : encoded(value);
    }

    private static String encoded(String text) {
        return START + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + END;
    }

    private static String decoded(String text) {
        if (!text.startsWith(START) || !text.endsWith(END) || text.length() < START.length() + END.length()) {
            return text;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text.substring(START.length(), text.length() - END.length()));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException another) {
            return text;
        }
    }

    static Optional<String> contentType(@Nullable Headers headers) {
        return Optional.ofNullable(headers == null ? null : headers.getFirst(CONTENT_TYPE))
                .map(HeaderText::decoded);
    }

    /** Sorted by name: NATS keeps no order. */
    static List<Metadatum> metadata(@Nullable Headers headers) {
        if (headers == null || headers.isEmpty()) {
            return List.of();
        }
        List<Metadatum> metadata = new ArrayList<>();
        headers.keySet().stream()
                .filter(name -> !name.equals(CONTENT_TYPE))
                .sorted()
                .forEach(name ->
                        headers.get(name).forEach(value -> metadata.add(new Metadatum(decoded(name), decoded(value)))));
        return metadata;
    }
}

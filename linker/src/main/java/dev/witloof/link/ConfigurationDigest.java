package dev.witloof.link;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A SHA-256 of what was declared. It is taken of lines in sorted order, so the order of declarations makes no difference,
 * and every text in a line stands behind its length, so no two configurations give the same lines. No place, no secret and
 * nothing that differs from run to run goes in.
 */
final class ConfigurationDigest {

    // Changes with the lines, so that digests of two releases are not compared by mistake.
    private static final String FORM = "configuration 1";

    private final List<String> lines = new ArrayList<>();

    /** Bindings: a line for each thing that serves some, with all that it serves, so that it shows what is shared. */
    ConfigurationDigest declarations(List<Declaration> declarations) {
        Map<Object, List<String>> byTarget = new IdentityHashMap<>();
        List<Target> targets = new ArrayList<>();
        for (Declaration declaration : declarations) {
            byTarget.computeIfAbsent(declaration.target().shared(), shared -> {
                        targets.add(declaration.target());
                        return new ArrayList<>();
                    })
                    .add(line(declaration.declared()));
        }
        for (Target target : targets) {
            List<String> served = byTarget.get(target.shared());
            served.sort(null);
            lines.add(line(List.of("bound to", target.declared(), line(served))));
        }
        return this;
    }

    /** One more thing that was declared. */
    ConfigurationDigest add(String what, String value) {
        lines.add(line(List.of(what, value)));
        return this;
    }

    /** Several, of which the order makes no difference. */
    ConfigurationDigest addAll(String what, Collection<String> values) {
        values.forEach(value -> add(what, value));
        return this;
    }

    /** 64 hexadecimal digits. */
    String digest() {
        lines.sort(null);
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256: every Java platform has it", missing);
        }
        update(digest, FORM);
        lines.forEach(line -> update(digest, line));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** By its UTF-16 code units: an external-id may have lone surrogates, which UTF-8 cannot tell apart. */
    private static void update(MessageDigest digest, String text) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
        bytes.asCharBuffer().put(text);
        digest.update(bytes.array());
        digest.update(new byte[] {0, '\n'});
    }

    private static String line(List<String> texts) {
        StringBuilder line = new StringBuilder();
        texts.forEach(text -> line.append(text.length()).append(':').append(text));
        return line.toString();
    }
}

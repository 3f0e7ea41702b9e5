package dev.witloof.wit.parser;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request, as the native library reads it.
 *
 * <pre>
 * | u32 length | name, UTF-8 | u32 length | bytes | ... once for each entry; little-endian
 * </pre>
 */
final class Request {

    private final Map<String, byte[]> entries = new TreeMap<>();
    private final int maxInput;
    private long size;

    Request(Collection<String> features, boolean allFeatures, int maxInput) {
        this.maxInput = maxInput;
        entries.put(":options", options(features, allFeatures, maxInput));
    }

    private static byte[] options(Collection<String> features, boolean allFeatures, int maxInput) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonGenerator generator = new JsonFactory().createGenerator(json)) {
            generator.writeStartObject();
            generator.writeArrayFieldStart("features");
            for (String feature : features) {
                generator.writeString(feature);
            }
            generator.writeEndArray();
            generator.writeBooleanField("allFeatures", allFeatures);
            generator.writeNumberField("maxInput", maxInput);
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toByteArray();
    }

    Request files(Map<String, byte[]> files) {
        files.forEach((path, bytes) -> {
            if (path.startsWith(":")) {
                throw new IllegalArgumentException("file \"" + path + "\": expected a path, found a reserved name");
            }
            add(path, bytes);
        });
        return this;
    }

    Request binary(byte[] bytes) {
        add(":binary", bytes);
        return this;
    }

    private void add(String name, byte[] bytes) {
        size += bytes.length;
        SourceFolder.checkSize(size, maxInput);
        entries.put(name, bytes);
    }

    /** How many bytes of input it brings. */
    int size() {
        return Math.toIntExact(size);
    }

    byte[] bytes() {
        Map<byte[], byte[]> encoded = new LinkedHashMap<>();
        long length = 0;
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            byte[] name = entry.getKey().getBytes(StandardCharsets.UTF_8);
            encoded.put(name, entry.getValue());
            length += 8L + name.length + entry.getValue().length;
        }
        ByteBuffer bundle = ByteBuffer.allocate(Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN);
        encoded.forEach((name, data) ->
                bundle.putInt(name.length).put(name).putInt(data.length).put(data));
        return bundle.array();
    }
}

package dev.witloof.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the compiler made of a module, in memory and as the bytes of a cache's entry:
 *
 * <pre>
 *   key · imports · tail calls · too large · refusal · main class · classes (name, bytes) · SHA-256 of all that
 * </pre>
 *
 * @param imports how many functions the module imports; their indices come first
 * @param tailCalls the functions that are interpreted because they may loop by tail calls
 * @param tooLarge the functions that are interpreted because they exceed what a JVM method can hold
 * @param refusal why the compiler refuses the module as a whole, which is then interpreted; empty if it does not
 * @param mainClass the name of the class that is the machine of an instance; empty if the module is refused
 * @param classes all classes by their names
 */
record StoredCode(
        int imports,
        Set<Integer> tailCalls,
        Set<Integer> tooLarge,
        String refusal,
        String mainClass,
        Map<String, byte[]> classes) {

    static StoredCode refused(int imports, String refusal) {
        return new StoredCode(imports, Set.of(), Set.of(), refusal, "", Map.of());
    }

    boolean isRefused() {
        return !refusal.isEmpty();
    }

    /** The functions that are interpreted, whatever the reason. */
    Set<Integer> interpreted() {
        Set<Integer> all = new TreeSet<>(tailCalls);
        all.addAll(tooLarge);
        return all;
    }

    /** Those that are interpreted and therefore need their bodies, counted without imports. */
    Set<Integer> bodies() {
        return interpreted().stream().map(each -> each - imports).collect(Collectors.toSet());
    }

    byte[] encode(CodeKey key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(key.text().getBytes(UTF_8));
            out.writeInt(imports);
            write(out, tailCalls);
            write(out, tooLarge);
            out.writeUTF(refusal.substring(0, Math.min(refusal.length(), 1 << 14)));
            out.writeUTF(mainClass);
            out.writeInt(classes.size());
            for (Map.Entry<String, byte[]> each : classes.entrySet()) {
                out.writeUTF(each.getKey());
                out.writeInt(each.getValue().length);
                out.write(each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all that is written", e);
        }
        bytes.writeBytes(Sha256.of(bytes.toByteArray()));
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Set<Integer> functions) throws IOException {
        out.writeInt(functions.size());
        for (int each : new TreeSet<>(functions)) {
            out.writeInt(each);
        }
    }

    /** What {@link #encode} wrote for this key; empty if that is not what the bytes are. */
    static Optional<StoredCode> decode(byte[] entry, CodeKey key) {
        int content = entry.length - Sha256.LENGTH;
        byte[] keyed = key.text().getBytes(UTF_8);
        if (content < keyed.length
                || !Arrays.equals(Sha256.of(entry, 0, content), Arrays.copyOfRange(entry, content, entry.length))
                || !Arrays.equals(keyed, 0, keyed.length, entry, 0, keyed.length)) {
            return Optional.empty();
        }
        int rest = content - keyed.length;
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(entry, keyed.length, rest))) {
            int imports = in.readInt();
            Set<Integer> tailCalls = read(in);
            Set<Integer> tooLarge = read(in);
            String refusal = in.readUTF();
            String mainClass = in.readUTF();
            Map<String, byte[]> classes = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                classes.put(in.readUTF(), in.readNBytes(in.readInt()));
            }
            return Optional.of(new StoredCode(imports, tailCalls, tooLarge, refusal, mainClass, classes));
        } catch (IOException e) {
            throw new UncheckedIOException("the digest says that all is there", e);
        }
    }

    private static Set<Integer> read(DataInputStream in) throws IOException {
        Set<Integer> functions = new TreeSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            functions.add(in.readInt());
        }
        return functions;
    }
}

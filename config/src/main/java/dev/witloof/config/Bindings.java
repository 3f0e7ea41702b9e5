package dev.witloof.config;

import dev.witloof.error.ConfigurationException;
import dev.witloof.error.ConfigurationProblem;
import dev.witloof.link.Linker;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a file of bindings says, checked and ready for a linker. Immutable.
 *
 * <pre>{@code
 * Linker.Builder linker = Linker.builder();
 * Bindings.load(Path.of("bindings.yaml"), registry, resolver).applyTo(linker);
 * LinkPlan plan = linker.build().plan(component);
 * }</pre>
 *
 * <p>Loading asks the resolver for what the file only names, and lets each backend read its settings. It opens nothing.
 */
public final class Bindings {

    /** How many bytes or characters a file may have. */
    public static final int LARGEST = 1 << 20;

    private final String file;
    private final List<Declared> declared;

    Bindings(String file, List<Declared> declared) {
        this.file = file;
        this.declared = List.copyOf(declared);
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws ConfigurationException with all that is wrong in it, or because it cannot be read
     */
    public static Bindings load(Path file, BackendRegistry registry, SecretResolver resolver) {
        String name = file.toString();
        byte[] bytes;
        if (Files.isDirectory(file)) {
            throw unreadable(name, "expected a file, found a directory");
        }
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException missing) {
            throw unreadable(name, "expected a file, found none");
        } catch (AccessDeniedException denied) {
            throw unreadable(name, "expected a file that may be read, found one that may not");
        } catch (IOException failure) {
            throw unreadable(
                    name,
                    "expected a file that can be read, but "
                            + failure.getClass().getName() + " was thrown");
        }
        if (bytes.length > LARGEST) {
            throw unreadable(name, "expected at most " + LARGEST + " bytes, found more");
        }
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = utf8.decode(in, text, true);
        if (result.isError()) {
            throw unreadable(
                    name,
                    String.format(
                            "expected UTF-8, found the byte 0x%02x at offset 0x%x",
                            bytes[in.position()], in.position()));
        }
        return load(name, text.flip().toString(), registry, resolver);
    }

    /**
     * Reads a file's text from a reader, which is not closed.
     *
     * @param fileName what errors, plans and reports call the file
     * @throws ConfigurationException with all that is wrong in it, or because it cannot be read
     */
    public static Bindings load(String fileName, Reader reader, BackendRegistry registry, SecretResolver resolver) {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[8192];
        try {
            for (int read = reader.read(buffer); read >= 0 && text.length() <= LARGEST; read = reader.read(buffer)) {
                text.append(buffer, 0, read);
            }
        } catch (IOException failure) {
            throw unreadable(
                    fileName,
                    "expected a text that can be read, but "
                            + failure.getClass().getName() + " was thrown");
        }
        return load(fileName, text.toString(), registry, resolver);
    }

    /**
     * Reads a file's text.
     *
     * @param fileName what errors, plans and reports call the file
     * @throws ConfigurationException with all that is wrong in it
     */
    public static Bindings load(String fileName, String text, BackendRegistry registry, SecretResolver resolver) {
        if (text.length() > LARGEST) {
            throw unreadable(fileName, "expected at most " + LARGEST + " characters, found more");
        }
        // A mark of the byte order is no part of the text.
        String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return Reading.read(new Source(fileName, marked), registry, resolver);
    }

    private static ConfigurationException unreadable(String file, String reason) {
        return new ConfigurationException(List.of(new ConfigurationProblem(file, 0, 0, reason, List.of())));
    }

    /** The JSON Schema of such files, for editors and checks elsewhere; it stands in the jar as {@code bindings.schema.json}. */
    public static String schema() {
        return Schema.text();
    }

    /**
     * Declares all that the file says, and returns the same builder. What reports then say is to be written are entries of this
     * file.
     */
    public Linker.Builder applyTo(Linker.Builder linker) {
        linker.declaredIn(file);
        declared.forEach(each -> each.applyTo(linker));
        return linker;
    }
}

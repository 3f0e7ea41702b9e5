package dev.witloof.instance;

import dev.witloof.binary.ComponentDecoder;
import dev.witloof.core.CompilationCache;
import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;
import dev.witloof.host.AdapterKind;
import dev.witloof.host.ExportedInterface;
import dev.witloof.host.ImportedInterfaces;
import dev.witloof.name.ExportRef;
import dev.witloof.name.ImportRef;
import dev.witloof.type.ComponentType;
import dev.witloof.type.Features;
import dev.witloof.validation.ComponentValidation;
import dev.witloof.validation.ValidComponent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A WebAssembly component: decoded, validated, immutable. Any number of threads may use one, for any number of
 * instances.
 *
 * <pre>{@code
 * Component shop = Component.load(Path.of("shop.wasm"));
 * for (ImportRef need : shop.imports()) {
 *     System.out.println(need.name() + " implements " + need.implementsName());
 * }
 * }</pre>
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#component-definitions">Explainer: component definitions</a>
 */
public final class Component {

    /** How much of a file is looked at before it is read as a whole. */
    private static final int LOOK_AHEAD = 4096;

    /** The longest array that every virtual machine makes. */
    private static final int MAX_SIZE = Integer.MAX_VALUE - 8;

    private final String name;
    private final String sha256;
    private final ValidComponent valid;
    private final List<ImportRef> imports;
    private final List<ExportRef> exports;
    private final boolean isComposition;
    private volatile @Nullable PreparedComponent prepared;
    /** Kept with the users' classes and not here, so that neither keeps the other from going. */
    private final ClassValue<Map<String, ExportedInterface>> exportedInterfaces = new ByExport();

    private final ImportedInterfaces importedInterfaces = new ImportedInterfaces();

    private Component(String name, byte[] bytes, Features features, CompilationCache cache) {
        this(
                name,
                sha256Of(bytes),
                ComponentValidation.validate(ComponentDecoder.decode(bytes), features, cache),
                false);
    }

    private Component(String name, String sha256, ValidComponent valid, boolean isComposition) {
        this.valid = valid;
        this.name = !name.isEmpty() ? name : !valid.name().isEmpty() ? valid.name() : "component";
        this.sha256 = sha256;
        this.isComposition = isComposition;
        this.imports = valid.imports();
        this.exports = valid.exports();
    }

    /** What the instances of a composition are instances of: its members make them. */
    static Component ofMembers(String name, String sha256, ComponentType type) {
        return new Component(name, sha256, new ValidComponent(name, type, List.of(), Map.of(), List.of()), true);
    }

    /**
     * Loads a component from a file, with the features that are on by default.
     *
     * @throws IOException if the file cannot be read: it is missing, or a directory
     * @throws MalformedException if its bytes are no component
     * @throws InvalidException if the component breaks a rule or uses a feature that is off
     */
    public static Component load(Path file) throws IOException {
        return load(file, Features.DEFAULT);
    }

    /** Loads a component from a file; see {@link #load(Path)}. */
    public static Component load(Path file, Features features) throws IOException {
        return load(file, features, CompilationCache.none());
    }

    /** Loads a component from a file, whose compiled code is kept from one process to the next; see {@link #load(Path)}. */
    public static Component load(Path file, CompilationCache cache) throws IOException {
        return load(file, Features.DEFAULT, cache);
    }

    /** Loads a component from a file; see {@link #load(Path, CompilationCache)}. */
    public static Component load(Path file, Features features, CompilationCache cache) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": expected the file of a component, found a directory");
        }
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString(), null, "expected the file of a component, found nothing");
        }
        Path last = file.getFileName();
        return new Component(last == null ? "" : last.toString(), read(file), features, cache);
    }

    /** Its bytes; of a file that is no component, or too long for one, only as many as it takes to say so. */
    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] begin = in.readNBytes(LOOK_AHEAD);
            if (begin.length == LOOK_AHEAD) {
                ComponentDecoder.requirePreamble(begin);
            }
            long size = Files.size(file);
            if (size > MAX_SIZE) {
                throw new MalformedException(
                        "", MAX_SIZE, "expected a component of at most " + MAX_SIZE + " bytes, found " + size);
            }
        }
        return Files.readAllBytes(file);
    }

    /**
     * Loads a component from its bytes, with the features that are on by default. The array must not be changed
     * afterwards.
     *
     * @throws MalformedException if the bytes are no component
     * @throws InvalidException if the component breaks a rule or uses a feature that is off
     */
    public static Component load(byte[] bytes) {
        return load(bytes, Features.DEFAULT);
    }

    /** Loads a component from its bytes; see {@link #load(byte[])}. */
    public static Component load(byte[] bytes, Features features) {
        return load(bytes, features, CompilationCache.none());
    }

    /** Loads a component whose compiled code is kept from one process to the next; see {@link #load(byte[])}. */
    public static Component load(byte[] bytes, CompilationCache cache) {
        return load(bytes, Features.DEFAULT, cache);
    }

    /** Loads a component from its bytes; see {@link #load(byte[], CompilationCache)}. */
    public static Component load(byte[] bytes, Features features, CompilationCache cache) {
        return new Component("", bytes, features, cache);
    }

    /**
     * Loads a component from a stream, which it reads to its end and does not close.
     *
     * @throws IOException if the stream cannot be read
     * @throws MalformedException if the bytes are no component
     * @throws InvalidException if the component breaks a rule or uses a feature that is off
     */
    public static Component load(InputStream in) throws IOException {
        return load(in, Features.DEFAULT);
    }

    /** Loads a component from a stream; see {@link #load(InputStream)}. */
    public static Component load(InputStream in, Features features) throws IOException {
        return load(in.readAllBytes(), features);
    }

    /** Loads a component whose compiled code is kept from one process to the next; see {@link #load(InputStream)}. */
    public static Component load(InputStream in, CompilationCache cache) throws IOException {
        return load(in, Features.DEFAULT, cache);
    }

    /** Loads a component from a stream; see {@link #load(InputStream, CompilationCache)}. */
    public static Component load(InputStream in, Features features, CompilationCache cache) throws IOException {
        return load(in.readAllBytes(), features, cache);
    }

    /**
     * What messages call it: the name of the file that it was loaded from, else the name in its name section, else
     * {@code component}.
     */
    public String name() {
        return name;
    }

    /** The SHA-256 digest of its bytes, 64 hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** What it imports, in the order of its binary. */
    public List<ImportRef> imports() {
        return imports;
    }

    /** What it exports, in the order of its binary. */
    public List<ExportRef> exports() {
        return exports;
    }

    /** What it imports and exports, with all types resolved, in the order of {@link #imports} and {@link #exports}. */
    public ComponentType type() {
        return valid.type();
    }

    /** What it uses that is valid and cannot run here, by name; empty if all of it can run. */
    public List<String> unsupported() {
        return valid.unsupported();
    }

    /** The Java interfaces that served its imports; for plans, which prepare each once. */
    public ImportedInterfaces importedInterfaces() {
        return importedInterfaces;
    }

    /** What each instance begins with. */
    public Beginning beginning() {
        return Beginning.of(valid);
    }

    /**
     * Compiles its core modules and prepares its lifts and lowers, once. Planning does it; an embedder need not.
     *
     * @throws IllegalStateException if this is what a composition's instances are instances of
     */
    public void prepare() {
        prepared();
    }

    /** Prepares it with its shims and fixups as written, which is slower and makes no other difference. */
    void prepareAsWritten() {
        prepared = PreparedComponent.prepare(valid, false);
    }

    PreparedComponent prepared() {
        PreparedComponent ready = prepared;
        if (ready == null) {
            synchronized (this) {
                ready = prepared;
                if (ready == null) {
                    if (isComposition) {
                        throw new IllegalStateException(
                                name
                                        + ": expected a component, found a composition, of which only its plan makes instances");
                    }
                    ready = PreparedComponent.prepare(valid, true);
                    prepared = ready;
                }
            }
        }
        return ready;
    }

    private static final class ByExport extends ClassValue<Map<String, ExportedInterface>> {
        @Override
        protected Map<String, ExportedInterface> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    }

    /**
     * An export, or what is exported by the component itself, as a Java interface: prepared once for all instances.
     *
     * @param export the name of the export; empty for the component itself
     */
    ExportedInterface exportedAs(
            Class<?> type, String export, Function<AdapterKind, ExportedInterface> prepare, AdapterKind kind) {
        return exportedInterfaces.get(type).computeIfAbsent(kind + " " + export, key -> prepare.apply(kind));
    }

    private static String sha256Of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}

package dev.witloof.wit.parser;

import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;
import dev.witloof.error.NativeLibraryException;
import dev.witloof.error.WitException;
import dev.witloof.wit.WitPackages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads WIT text, and WIT in binary form, and writes either.
 *
 * <pre>{@code
 * WitPackages wit = WitParser.create().parse(Path.of("wit"));
 * for (ImportRef i : wit.world("shop").importRefs()) {
 *     System.out.println(i);
 * }
 * }</pre>
 *
 * <p>A package is a set of files: those of the package itself, such as {@code world.wit}, and beneath {@code deps/}
 * those of other packages, each a folder ({@code deps/io/streams.wit}), a file ({@code deps/io.wit}) or a binary
 * ({@code deps/io.wasm}). Files that are none of these are left alone.
 *
 * <p>Running a component needs none of this. A parser is immutable and may be used by any number of threads; each call
 * runs on a thread of its own, which has ended when the call returns.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/WIT.md">WIT.md</a>
 */
public final class WitParser {

    /** How many bytes of input one call takes unless {@link Builder#maxInput} says otherwise: 16 MiB. */
    public static final int DEFAULT_MAX_INPUT = 16 << 20;

    private static final String TEXT_FILE = "input.wit";

    private final NativeCall nativeCall;
    private final SortedSet<String> features;
    private final boolean allFeatures;
    private final int maxInput;

    private WitParser(Builder builder, NativeCall nativeCall) {
        this.nativeCall = nativeCall;
        this.features = builder.features;
        this.allFeatures = builder.allFeatures;
        this.maxInput = builder.maxInput;
    }

    /**
     * A parser that keeps no {@code @unstable} item.
     *
     * @throws NativeLibraryException if the native library cannot be used here; the message names the remedy
     */
    public static WitParser create() {
        return builder().build();
    }

    /** A parser with settings. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads a folder of WIT, one WIT file, or one binary as {@link #decode} does.
     *
     * @throws IOException if something cannot be read
     * @throws WitException if the WIT is wrong; it carries every error found
     */
    public WitPackages parse(Path directory) throws IOException {
        return read(directory, this::decode, this::parse);
    }

    private <T> T read(Path path, Function<byte[], T> binary, Function<Map<String, byte[]>, T> text)
            throws IOException {
        if (Files.isDirectory(path)) {
            return text.apply(SourceFolder.read(path, maxInput));
        }
        SourceFolder.checkSize(Files.size(path), maxInput);
        byte[] bytes = Files.readAllBytes(path);
        if (startsLikeBinary(bytes)) {
            return binary.apply(bytes);
        }
        Path name = path.getFileName();
        return text.apply(
                Map.of(name != null && name.toString().endsWith(".wit") ? name.toString() : TEXT_FILE, bytes));
    }

    private static boolean startsLikeBinary(byte[] bytes) {
        return bytes.length >= 4 && bytes[0] == 0 && bytes[1] == 'a' && bytes[2] == 's' && bytes[3] == 'm';
    }

    /**
     * Reads WIT files.
     *
     * @param files the bytes by path; paths are relative to the package and have {@code /} between their parts
     * @throws WitException if the WIT is wrong; it carries every error found
     * @throws IllegalArgumentException if a WIT file has a path that belongs to no package
     */
    public WitPackages parse(Map<String, byte[]> files) {
        return ModelReader.read(nativeCall.run(Operation.RESOLVE, request().files(files)));
    }

    /**
     * Reads the text of one WIT file, which errors and places call {@code input.wit}.
     *
     * @throws WitException if the WIT is wrong; it carries every error found
     */
    public WitPackages parseText(String text) {
        return parse(Map.of(TEXT_FILE, text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Reads a WIT package in binary form, or the world of a component, which becomes {@code root:component/root}. There
     * are no places in the result.
     *
     * @throws MalformedException if the bytes are no component, or one that is not valid
     * @throws InvalidException if they are, but nothing that WIT can express
     */
    public WitPackages decode(byte[] componentOrWitPackage) {
        return ModelReader.read(nativeCall.run(Operation.DECODE, request().binary(componentOrWitPackage)));
    }

    /**
     * Writes the main package as WIT text in its usual form, with the packages that it needs nested behind it, so that
     * {@link #parseText} reads it.
     *
     * @param files as {@link #parse(Map)} takes them, with its errors
     */
    public String print(Map<String, byte[]> files) {
        return text(nativeCall.run(Operation.PRINT, request().files(files)));
    }

    /**
     * Writes what a binary holds as WIT text.
     *
     * @param componentOrWitPackage as {@link #decode} takes it, with its errors
     */
    public String print(byte[] componentOrWitPackage) {
        return text(nativeCall.run(Operation.PRINT, request().binary(componentOrWitPackage)));
    }

    /**
     * Writes as WIT text what a folder of WIT, one WIT file, or one binary holds.
     *
     * @throws IOException if something cannot be read
     * @throws WitException if the WIT is wrong; it carries every error found
     */
    public String print(Path path) throws IOException {
        return read(path, this::print, this::print);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Writes the main package in binary form.
     *
     * @param files as {@link #parse(Map)} takes them, with its errors
     */
    public byte[] encode(Map<String, byte[]> files) {
        return nativeCall.run(Operation.ENCODE, request().files(files));
    }

    /**
     * Writes in binary form what a folder of WIT, one WIT file, or one binary holds; of a component, its WIT alone.
     *
     * @throws IOException if something cannot be read
     * @throws WitException if the WIT is wrong; it carries every error found
     */
    public byte[] encode(Path path) throws IOException {
        return read(path, this::encode, this::encode);
    }

    /**
     * Writes the WIT that a binary holds in binary form, without anything else that is in it.
     *
     * @param componentOrWitPackage as {@link #decode} takes it, with its errors
     */
    public byte[] encode(byte[] componentOrWitPackage) {
        return encode(Map.of(TEXT_FILE, print(componentOrWitPackage).getBytes(StandardCharsets.UTF_8)));
    }

    /** The versions of the native library: {@code library}, {@code abi}, {@code schema} and {@code wit-parser}. */
    public Map<String, String> versions() {
        return JsonReader.read(nativeCall.run(Operation.INFO, request())).texts();
    }

    private Request request() {
        return new Request(features, allFeatures, maxInput);
    }

    /** Settings of a parser. */
    public static final class Builder {

        private final SortedSet<String> features = new TreeSet<>();
        private boolean allFeatures;
        private int maxInput = DEFAULT_MAX_INPUT;

        private Builder() {}

        /** Keeps items that are {@code @unstable} with one of these features. */
        public Builder features(Collection<String> names) {
            features.addAll(names);
            return this;
        }

        /** Keeps items that are {@code @unstable} with one of these features. */
        public Builder features(String... names) {
            return features(List.of(names));
        }

        /** Keeps every item that is {@code @unstable}. */
        public Builder allFeatures() {
            allFeatures = true;
            return this;
        }

        /**
         * How many bytes of input one call takes; more is a {@link WitException} with the code {@code limit}. A call
         * reserves, but rarely uses, 64 times as much for its stack.
         *
         * @throws IllegalArgumentException if it is not positive, or more than 256 MiB
         */
        public Builder maxInput(int bytes) {
            if (bytes < 1 || bytes > 256 << 20) {
                throw new IllegalArgumentException("maxInput: expected 1 to " + (256 << 20) + " bytes, found " + bytes);
            }
            maxInput = bytes;
            return this;
        }

        /**
         * The parser.
         *
         * @throws NativeLibraryException if the native library cannot be used here; the message names the remedy
         */
        public WitParser build() {
            Builder copy = new Builder().features(features).maxInput(maxInput);
            copy.allFeatures = allFeatures;
            LibraryLoader.Loaded library = LibraryLoader.load();
            return new WitParser(copy, new NativeCall(library));
        }
    }
}

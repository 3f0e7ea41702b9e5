package dev.witloof.wit.parser;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import dev.witloof.error.NativeLibraryException;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the native library and binds it, once for each class loader of this class. The order: the file that the system
 * property names; else the library in the jar for this platform, under JNA's own name of it.
 *
 * <p>Whatever goes wrong becomes a {@link NativeLibraryException} that says what to do. The first outcome is kept, so
 * that a second try says the same and not that a class could not be initialized.
 */
final class LibraryLoader {

    static final String PROPERTY = "witloof.wit.library";

    private static final String LIBRARY = "witloof_wit";
    private static final int ABI_MAJOR = 1;
    private static final String WITHOUT = " Running components needs no native code; only reading WIT text does.";

    /** JNA's names of the platforms for which a library could be built, with the library's file there. */
    private static final List<String> PLATFORMS = List.of(
            "linux-x86-64/lib" + LIBRARY + ".so",
            "linux-aarch64/lib" + LIBRARY + ".so",
            "darwin-aarch64/lib" + LIBRARY + ".dylib",
            "darwin-x86-64/lib" + LIBRARY + ".dylib",
            "win32-x86-64/" + LIBRARY + ".dll",
            "win32-aarch64/" + LIBRARY + ".dll");

    private static @Nullable Loaded loaded;
    private static @Nullable NativeLibraryException failure;

    private LibraryLoader() {}

    /**
     * A library that is bound.
     *
     * @param path the file that it came from
     */
    record Loaded(String path) {}

    static synchronized Loaded load() {
        if (failure != null) {
            throw new NativeLibraryException(failure.getMessage(), failure.getCause());
        }
        if (loaded == null) {
            try {
                loaded = bind();
            } catch (NativeLibraryException e) {
                failure = e;
                throw e;
            }
        }
        return loaded;
    }

    private static Loaded bind() {
        try {
            return Binding.bind();
        } catch (NoClassDefFoundError e) {
            throw new NativeLibraryException(
                    "WIT parser: expected JNA on the class path, found no class "
                            + String.valueOf(e.getMessage()).replace('/', '.')
                            + ". Add net.java.dev.jna:jna, which witloof-wit-parser depends on." + WITHOUT,
                    e);
        } catch (ExceptionInInitializerError e) {
            throw refused(e.getCause() == null ? e : e.getCause());
        } catch (IllegalCallerException | UnsatisfiedLinkError e) {
            throw refused(e);
        }
    }

    private static NativeLibraryException refused(Throwable cause) {
        if (cause instanceof IllegalCallerException) {
            return new NativeLibraryException(
                    "WIT parser: expected leave to load native code, found that this JVM denies it. Start it with"
                            + " --enable-native-access=ALL-UNNAMED, or without --illegal-native-access=deny." + WITHOUT,
                    cause);
        }
        return new NativeLibraryException(
                "WIT parser: JNA could not load its own native part: " + cause.getMessage()
                        + ". JNA needs glibc (not musl) and a folder for temporary files from which code may be loaded"
                        + " (-Djna.tmpdir=...)." + WITHOUT,
                cause);
    }

    /** What touches JNA, in a class of its own so that a missing JNA is found out here and not while verifying. */
    private static final class Binding {

        static Loaded bind() {
            String path = path();
            try {
                Native.register(NativeFunctions.class, NativeLibrary.getInstance(path));
            } catch (UnsatisfiedLinkError e) {
                throw new NativeLibraryException(
                        path + ": expected a library for " + Platform.RESOURCE_PREFIX + ", found one that cannot be"
                                + " loaded: " + e.getMessage() + ". " + remedy(),
                        e);
            }
            int abi = NativeFunctions.witloof_abi();
            if (abi >>> 16 != ABI_MAJOR) {
                throw new NativeLibraryException(
                        path + ": expected version " + ABI_MAJOR + " of the library's ABI, found " + (abi >>> 16)
                                + ". Use the library of the version of this jar.",
                        null);
            }
            return new Loaded(path);
        }

        private static String path() {
            String named = System.getProperty(PROPERTY);
            if (named != null) {
                File file = new File(named).getAbsoluteFile();
                if (!file.isFile()) {
                    throw new NativeLibraryException(
                            named + ": expected the native WIT parser, which -D" + PROPERTY + " names, found no file.",
                            null);
                }
                return file.getPath();
            }
            String resource = Platform.RESOURCE_PREFIX + "/" + System.mapLibraryName(LIBRARY);
            ClassLoader loader = LibraryLoader.class.getClassLoader();
            if (loader.getResource(resource) == null) {
                throw new NativeLibraryException(
                        "WIT parser: expected " + resource + " on the class path, found " + carried(loader) + ". "
                                + remedy(),
                        null);
            }
            try {
                return Native.extractFromResourcePath("/" + resource, loader).getPath();
            } catch (IOException e) {
                throw new NativeLibraryException(
                        "WIT parser: " + resource + " could not be unpacked: " + e.getMessage()
                                + ". JNA unpacks to a folder for temporary files (-Djna.tmpdir=...).",
                        e);
            }
        }

        private static String carried(ClassLoader loader) {
            List<String> there = PLATFORMS.stream()
                    .filter(resource -> loader.getResource(resource) != null)
                    .map(resource -> resource.substring(0, resource.indexOf('/')))
                    .toList();
            return there.isEmpty() ? "the library for no platform" : "the library for " + String.join(", ", there);
        }

        private static String remedy() {
            return "Build wit-parser on this platform (Maven, Rust 1.88 or later) and use its jar, or name its library"
                    + " with -D" + PROPERTY + "=<file>." + WITHOUT;
        }
    }
}

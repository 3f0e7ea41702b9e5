package dev.witloof.wit.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a native library that is not there. Each test loads the parser anew, in a class loader of its own. */
class NativeLibraryTest {

    private static final String REMEDY =
            " Build wit-parser on this platform (Maven, Rust 1.88 or later) and use its jar,"
                    + " or name its library with -Dwitloof.wit.library=<file>. Running components needs no native code; only"
                    + " reading WIT text does.";

    /** The class path of this test, with parts taken away. */
    private static final class Isolated extends URLClassLoader {

        private final @Nullable String resource;

        /** @param resource the only library there is; {@code null} for none */
        Isolated(Predicate<String> entries, @Nullable String resource) {
            super(urls(entries), ClassLoader.getPlatformClassLoader());
            this.resource = resource;
        }

        private static URL[] urls(Predicate<String> entries) {
            List<URL> urls = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (entries.test(entry)) {
                    try {
                        urls.add(new File(entry).toURI().toURL());
                    } catch (MalformedURLException e) {
                        throw new AssertionError(e);
                    }
                }
            }
            return urls.toArray(URL[]::new);
        }

        @Override
        public @Nullable URL findResource(String name) {
            if (name.equals(resource)) {
                return super.findResource("dev/witloof/wit/parser/WitParser.class");
            }
            return name.contains("witloof_wit") ? null : super.findResource(name);
        }

        Throwable failure() {
            return catchThrowable(() -> {
                try {
                    loadClass(WitParser.class.getName()).getMethod("create").invoke(null);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        }
    }

    private static void assertFails(Isolated loader, String message) {
        for (int attempt = 1; attempt <= 2; attempt++) {
            Throwable failure = loader.failure();
            assertThat(failure.getClass().getName()).isEqualTo("dev.witloof.error.NativeLibraryException");
            assertThat(failure).hasMessage(message);
        }
    }

    private static boolean isJna(String entry) {
        return entry.contains("net" + File.separator + "java" + File.separator + "dev" + File.separator + "jna");
    }

    @Test
    void withoutJna() throws IOException {
        try (Isolated loader = new Isolated(entry -> !isJna(entry), null)) {
            assertFails(
                    loader,
                    "WIT parser: expected JNA on the class path, found no class com.sun.jna.Platform. Add"
                            + " net.java.dev.jna:jna, which witloof-wit-parser depends on. Running components needs no"
                            + " native code; only reading WIT text does.");
        }
    }

    @Test
    void withoutALibrary() throws IOException {
        try (Isolated loader = new Isolated(entry -> true, null)) {
            assertFails(
                    loader,
                    "WIT parser: expected " + here() + " on the class path, found the library for no platform."
                            + REMEDY);
        }
    }

    @Test
    void withTheLibraryOfAnotherPlatform() throws IOException {
        try (Isolated loader = new Isolated(entry -> true, other())) {
            assertFails(
                    loader,
                    "WIT parser: expected " + here() + " on the class path, found the library for "
                            + other().substring(0, other().indexOf('/')) + "." + REMEDY);
        }
    }

    private static String here() {
        return com.sun.jna.Platform.RESOURCE_PREFIX + "/" + System.mapLibraryName("witloof_wit");
    }

    private static String other() {
        return here().startsWith("linux-aarch64")
                ? "linux-x86-64/libwitloof_wit.so"
                : "linux-aarch64/libwitloof_wit.so";
    }

    @Test
    void withAPropertyThatNamesNoFile() throws IOException {
        assertWithProperty(
                "/no/such/file.so",
                "/no/such/file.so: expected the native WIT parser, which -Dwitloof.wit.library names, found no file.");
    }

    @Test
    void withAPropertyThatNamesNoLibrary(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("libno.so"), "no library");
        String before = System.getProperty(LibraryLoader.PROPERTY);
        System.setProperty(LibraryLoader.PROPERTY, file.toString());
        try (Isolated loader = new Isolated(entry -> true, null)) {
            assertThat(loader.failure())
                    .hasMessageStartingWith(file + ": expected a library for " + com.sun.jna.Platform.RESOURCE_PREFIX
                            + ", found one that cannot be loaded: ")
                    .hasMessageEndingWith("." + REMEDY);
        } finally {
            restore(before);
        }
    }

    private static void assertWithProperty(String value, String message) throws IOException {
        String before = System.getProperty(LibraryLoader.PROPERTY);
        System.setProperty(LibraryLoader.PROPERTY, value);
        try (Isolated loader = new Isolated(entry -> true, null)) {
            assertFails(loader, message);
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable String before) {
        if (before == null) {
            System.clearProperty(LibraryLoader.PROPERTY);
        } else {
            System.setProperty(LibraryLoader.PROPERTY, before);
        }
    }
}

package dev.witloof.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mistake in a file is told, all at once, each with its place. The files are in {@code src/test/resources/errors}, each
 * beside what is said about it; {@code -Dwitloof.golden=write} writes the latter anew.
 */
final class ErrorsTest {

    private static final Path FOLDER = Path.of("src/test/resources/errors");
    private static final String PASSWORD = "correct horse";

    static final SecretResolver RESOLVER = (scheme, name) -> {
        switch (name) {
            case "password":
                return Optional.of(PASSWORD);
            case "host":
                return Optional.of("localhost");
            case "throwing":
                throw new IllegalStateException("cannot read " + PASSWORD);
            case "nothing":
                return null;
            default:
                return Optional.empty();
        }
    };

    static final BackendRegistry REGISTRY = Backends.builder()
            .register("throwing", settings -> {
                throw new IllegalArgumentException(
                        "url: " + settings.optionalSecret("url").orElseThrow().reveal());
            })
            .register("refusing", settings -> {
                settings.refuse("url", "expected an address, found " + settings.string("url"));
                settings.refuse("port", "expected one beside an address");
                return null;
            })
            .register("none", settings -> null)
            .build();

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void L12_eachFileIsRefusedWithAllThatIsWrong(String file) throws IOException {
        String message = message(() -> Bindings.load(file, read(FOLDER.resolve(file)), REGISTRY, RESOLVER)) + "\n";
        Path golden = FOLDER.resolve(file.replace(".yaml", ".txt"));
        if ("write".equals(System.getProperty("witloof.golden"))) {
            Files.writeString(golden, message);
        }
        assertThat(message).isEqualTo(read(golden)).doesNotContain(PASSWORD);
    }

    @Test
    void whatCannotBeReadIsRefused(@TempDir Path folder) throws IOException {
        Path absent = folder.resolve("absent.yaml");
        Path utf16 = Files.write(folder.resolve("utf16.yaml"), new byte[] {(byte) 0xfe, (byte) 0xff, 0, 'v'});
        Path cut = Files.write(folder.resolve("cut.yaml"), new byte[] {'v', (byte) 0xc3});
        Path huge = Files.write(folder.resolve("huge.yaml"), new byte[Bindings.LARGEST + 1]);

        assertThat(message(() -> load(absent))).isEqualTo(absent + ": expected a file, found none");
        assertThat(message(() -> load(folder))).isEqualTo(folder + ": expected a file, found a directory");
        assertThat(message(() -> load(utf16))).isEqualTo(utf16 + ": expected UTF-8, found the byte 0xfe at offset 0x0");
        assertThat(message(() -> load(cut))).isEqualTo(cut + ": expected UTF-8, found the byte 0xc3 at offset 0x1");
        assertThat(message(() -> load(huge))).isEqualTo(huge + ": expected at most 1048576 bytes, found more");
        assertThat(message(() -> Backends.load("#".repeat(Bindings.LARGEST + 1))))
                .isEqualTo("bindings.yaml: expected at most 1048576 characters, found more");
    }

    @Test
    void placesAreCountedInUtf16Units() {
        ConfigurationException failure = catchThrowableOfType(
                ConfigurationException.class,
                () -> Backends.load("version: 1\r\n\"\uD83D\uDC1A\": {\"\uD83D\uDC1A\": 2}\rx\ty: 3\n"));
        assertThat(failure).hasMessage("""
                bindings.yaml: 2 problems

                bindings.yaml:2:1: expected one of the keys version, bindings, policy, limits, hostInterfaces, found "\uD83D\uDC1A"
                    "\uD83D\uDC1A": {"\uD83D\uDC1A": 2}
                    ^^^^

                bindings.yaml:3:1: expected one of the keys version, bindings, policy, limits, hostInterfaces, found "x\\u{9}y"
                    x\ty: 3
                    ^^^""");
        assertThat(failure.file()).isEqualTo("bindings.yaml");
        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.column()).isEqualTo(1);
    }

    private static Bindings load(Path file) {
        return Bindings.load(file, REGISTRY, RESOLVER);
    }

    private static String message(org.assertj.core.api.ThrowableAssert.ThrowingCallable loading) {
        return String.valueOf(
                catchThrowableOfType(ConfigurationException.class, loading).getMessage());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

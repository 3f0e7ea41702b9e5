package dev.witloof.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.witloof.error.TrapException;
import dev.witloof.instance.Component;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Small C commands, one behaviour each, against what POSIX and WASI say that they print. */
class PosixTest {

    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00.000000123Z");

    private static Component posix;
    private static List<PosixCommand> commands;

    @TempDir
    private Path temporary;

    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    @BeforeAll
    static void load() {
        posix = Guest.component("c-posix/posix.wasm");
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        Wasi wasi = Wasi.builder()
                .arguments("posix")
                .stdin(new ByteArrayInputStream(new byte[0]))
                .stdout(names)
                .stderr(names)
                .systemClocks()
                .random(new SecureRandom())
                .noDirectories()
                .build();
        assertThat(Command.run(posix, wasi)).isZero();
        commands = names.toString(UTF_8).lines().map(PosixCommand::of).toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(60);
    }

    @TestFactory
    Stream<DynamicTest> inTheFileSystemOfTheSystem() {
        return tests(command -> true, command -> {
            assertThatItDoesWhatIsExpected(command, Files.createDirectory(temporary.resolve(command.name())));
        });
    }

    @TestFactory
    Stream<DynamicTest> inMemory() {
        return tests(PosixTest::hasFiles, command -> {
            try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
                assertThatItDoesWhatIsExpected(command, memory.getPath("/work"));
            }
        });
    }

    private static boolean hasFiles(PosixCommand command) {
        return !command.says("system") && (command.says("before") || command.says("after"));
    }

    private interface Running {
        void of(PosixCommand command) throws IOException;
    }

    private static Stream<DynamicTest> tests(Predicate<PosixCommand> which, Running running) {
        return commands.stream()
                .filter(which)
                .map(command -> DynamicTest.dynamicTest(command.name(), () -> running.of(command)));
    }

    private void assertThatItDoesWhatIsExpected(PosixCommand command, Path folder) throws IOException {
        stdout.reset();
        stderr.reset();
        PosixFolder.make(folder, command.lines("before"));
        Wasi wasi = wasi(command, folder);
        if (command.says("traps")) {
            assertThatThrownBy(() -> Command.run(posix, wasi)).isInstanceOf(TrapException.class);
            assertPrints(command);
        } else {
            int exit = Command.run(posix, wasi);
            assertPrints(command);
            assertThat(exit).isEqualTo(command.exit());
        }
        assertThat(PosixFolder.tell(folder)).isEqualTo(command.lines("after"));
    }

    private void assertPrints(PosixCommand command) {
        assertThat(stderr.toString(UTF_8)).isEqualTo(command.text("stderr"));
        assertThat(stdout.toString(UTF_8)).isEqualTo(command.text("stdout"));
    }

    private Wasi wasi(PosixCommand command, Path folder) {
        String stdin = String.join("", command.lines("stdin")).replace("\\n", "\n");
        WasiBuilder wasi = Wasi.builder()
                .arguments(command.arguments())
                .stdin(new ByteArrayInputStream(stdin.getBytes(UTF_8)))
                .stdout(stdout)
                .stderr(stderr)
                .systemClocks()
                .wallClock(() -> NOON)
                .random(new SecureRandom());
        for (String variable : command.lines("environment")) {
            String[] parts = variable.split("=", 2);
            wasi.environment(parts[0], parts[1]);
        }
        for (String stream : command.lines("terminal")) {
            switch (stream) {
                case "stdin" -> wasi.stdinIsTerminal();
                case "stdout" -> wasi.stdoutIsTerminal();
                case "stderr" -> wasi.stderrIsTerminal();
                default -> throw new IllegalArgumentException(stream);
            }
        }
        if (command.given().isEmpty()) {
            wasi.noDirectories();
        }
        for (PosixCommand.Given each : command.given()) {
            wasi.directory(folder.resolve(each.folder()).normalize(), each.name(), each.access());
        }
        return wasi.build();
    }
}

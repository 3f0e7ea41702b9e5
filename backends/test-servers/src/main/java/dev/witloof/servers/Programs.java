package dev.witloof.servers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Where the servers' programs are. */
final class Programs {

    /** Debian puts servers there, and not every user has it on PATH. */
    private static final List<String> MORE = List.of("/usr/local/sbin", "/usr/sbin", "/sbin");

    private Programs() {}

    /**
     * The program of this name. Where it is missing the test is skipped, with a line that says so; in continuous integration,
     * where the environment has {@code CI} or {@code WITLOOF_SERVERS=required}, it fails.
     *
     * @param debianPackage what installs it
     * @param folders where it may stand besides PATH
     */
    static Path find(String name, String debianPackage, Path... folders) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Optional<Path> found = Stream.of(
                        Arrays.stream(folders),
                        Arrays.stream(path.split(File.pathSeparator)).map(Path::of),
                        MORE.stream().map(Path::of))
                .flatMap(each -> each)
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            String missing = "SKIPPED: " + name + " is not installed (Debian's package " + debianPackage + ")";
            if (System.getenv("CI") != null || "required".equals(System.getenv("WITLOOF_SERVERS"))) {
                throw new IllegalStateException(missing + ", and nothing may be skipped in continuous integration");
            }
            System.err.println(missing);
            Assumptions.abort(missing);
        }
        return found.orElseThrow();
    }
}

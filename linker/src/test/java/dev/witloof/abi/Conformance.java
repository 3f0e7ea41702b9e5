package dev.witloof.abi;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** The reference data, which stand beside the checkout. */
final class Conformance {

    private static final String PROPERTY = "witloof.conformance";

    private Conformance() {}

    /** A file of the reference data. Where they are absent the test is skipped, in CI it fails. */
    static Path file(String name) {
        String given = System.getProperty(PROPERTY);
        if (given != null) {
            return present(Path.of(given).resolve(name));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared/conformance").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        return absent("expected " + name + " in ../shared/conformance beside the checkout, or where -D" + PROPERTY
                + " says, found neither");
    }

    private static Path present(Path file) {
        return Files.exists(file)
                ? file
                : absent("expected " + file + ", because -D" + PROPERTY + " says so, found none");
    }

    private static Path absent(String reason) {
        return "true".equals(System.getenv("CI")) ? fail(reason) : abort(reason);
    }
}

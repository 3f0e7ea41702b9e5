package dev.witloof.tests.wast;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.witloof.error.NativeLibraryException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What these tests need beside the checkout's own files. Where it is absent they are skipped, in CI they fail. */
public final class Required {

    private Required() {}

    /** The library that reads scripts; it is absent where cargo was left out of the build. */
    public static void library() {
        try {
            ScriptLibrary.read("(component)".getBytes(StandardCharsets.UTF_8));
        } catch (NativeLibraryException missing) {
            absent(missing.getMessage());
        } catch (UnreadableScriptException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file or folder of the reference data. */
    static Path referenceData(String name) {
        return ReferenceData.find(name, List.of())
                .orElseGet(
                        () -> absent("expected " + name + " in ../shared/conformance beside the checkout, or where -D"
                                + ReferenceData.PROPERTY + " says, found neither"));
    }

    private static Path absent(String reason) {
        return "true".equals(System.getenv("CI")) ? fail(reason) : abort(reason);
    }
}

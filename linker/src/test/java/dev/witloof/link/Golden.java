package dev.witloof.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole texts kept in files, compared exactly. Lines of the test's own source are told from the line where {@link #here} was
 * called and printed as {@code ShopApp.java:1} and on, so that a golden file does not change when its test moves. Run with
 * {@code -Dwitloof.golden.rewrite=true} to write the files anew, and read the difference before committing it.
 */
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/link/golden");

    private final String file;
    private final int base;

    private Golden(String file, int base) {
        this.file = file;
        this.base = base;
    }

    /** Counts the caller's source lines from here on. */
    static Golden here() {
        StackWalker.StackFrame caller = StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow());
        return new Golden(caller.getFileName(), caller.getLineNumber());
    }

    /** Compares a text with the file of this name. */
    void check(String name, String text) {
        Matcher place = Pattern.compile(Pattern.quote(file) + ":(\\d+)").matcher(text);
        String actual =
                place.replaceAll(found -> "ShopApp.java:" + (Integer.parseInt(found.group(1)) - base)) + "\n";
        Path path = FOLDER.resolve(name + ".txt");
        try {
            if (Boolean.getBoolean("witloof.golden.rewrite")) {
                Files.createDirectories(FOLDER);
                Files.writeString(path, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

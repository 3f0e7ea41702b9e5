package dev.witloof.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whole texts kept in files, compared exactly. The lines of the test's own source that a text names are numbered from 1 in
 * their order and printed as those of {@code ShopApp.java}, so that a golden file does not change when its test moves. Run with
 * {@code -Dwitloof.golden=write} to write the files anew, and read the difference before committing it.
 */
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/link/golden");

    private final Pattern place;

    private Golden(String file) {
        place = Pattern.compile(Pattern.quote(file) + ":(\\d+)");
    }

    /** For texts that name lines of the caller's source. */
    static Golden here() {
        return new Golden(StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow().getFileName()));
    }

    /** Compares a text with the file of this name. */
    void check(String name, String text) {
        List<Integer> lines = place.matcher(text)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .distinct()
                .sorted()
                .toList();
        String actual = place.matcher(text)
                        .replaceAll(found -> "ShopApp.java:" + (lines.indexOf(Integer.valueOf(found.group(1))) + 1))
                + "\n";
        Path path = FOLDER.resolve(name + ".txt");
        try {
            if ("write".equals(System.getProperty("witloof.golden"))) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

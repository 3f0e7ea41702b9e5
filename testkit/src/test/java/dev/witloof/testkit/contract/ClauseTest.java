package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.blobstore.Blobs;
import dev.witloof.keyvalue.KeyValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What failing tests quote is written where they say. */
final class ClauseTest {

    private static final Map<String, String> FILES =
            Map.of("store", "store.wit", "atomics", "atomic.wit", "batch", "batch.wit");

    private static String documentation(Draft draft, String interfaceName) {
        return documentation(
                KeyValue.class, "/META-INF/wit/wasi/keyvalue/" + draft.version() + "/" + FILES.get(interfaceName));
    }

    private static String documentation(Class<?> module, String file) {
        try (InputStream in = Objects.requireNonNull(module.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("/// "))
                    .map(line -> line.substring(4))
                    .collect(Collectors.joining(" "));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void everySentenceOfAnInterfaceStandsInItsWit() {
        List<Clause> quoted = Arrays.stream(Clause.values())
                .filter(clause -> FILES.containsKey(clause.interfaceName()))
                .toList();
        assertThat(quoted).hasSizeGreaterThan(20);
        Arrays.stream(Clause.values())
                .filter(clause -> List.of("types", "cas").contains(clause.interfaceName()))
                .forEach(clause -> assertThat(documentation(
                                KeyValue.class,
                                "/META-INF/wit/witloof/keyvalue/0.1.0/" + clause.interfaceName() + ".wit"))
                        .as(clause.name())
                        .contains(clause.sentence()));
        for (Clause clause : quoted) {
            assertThat(documentation(new SecondDraft(), clause.interfaceName()))
                    .as(clause.name())
                    .contains(clause.sentence());
            if (!clause.name().contains("CAS") && clause != Clause.SWAP) {
                assertThat(documentation(new FirstDraft(), clause.interfaceName()))
                        .as(clause.name())
                        .contains(clause.sentence());
            }
        }
    }

    @Test
    void everySentenceOfBlobstoreStandsInItsWit() {
        List<BlobClause> quoted = Arrays.stream(BlobClause.values())
                .filter(clause -> !clause.interfaceName().isEmpty())
                .toList();
        assertThat(quoted).hasSizeGreaterThan(25);
        for (BlobClause clause : quoted) {
            assertThat(documentation(
                            Blobs.class, "/META-INF/wit/wasi/blobstore/0.2.0-draft/" + clause.interfaceName() + ".wit"))
                    .as(clause.name())
                    .contains(clause.sentence());
        }
    }

    @Test
    void everySentenceThatIsAddedStandsInTheDocumentation() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/testing-stores.md"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        String documentation = Files.readString(folder.resolve("docs/testing-stores.md"));
        assertThat(documentation.lines().filter(line -> line.startsWith("> ")))
                .containsExactlyElementsOf(Stream.concat(
                                Arrays.stream(Clause.values())
                                        .filter(clause -> clause.interfaceName().isEmpty())
                                        .map(Clause::sentence),
                                Arrays.stream(BlobClause.values())
                                        .filter(clause -> clause.interfaceName().isEmpty())
                                        .map(BlobClause::sentence))
                        .map(sentence -> "> - " + sentence)
                        .toList());
    }

    @Test
    void aFailureSaysWhatWasCalledAndHow() {
        assertThat(Clause.GET.of(new FirstDraft(), Use.NAMED))
                .isEqualTo(
                        "wasi:keyvalue/store@0.2.0-draft, bucket.get, named \"contract\": \"The value of a key, or nothing if"
                                + " the key is not there.\"");
        assertThat(Clause.APART.of(new SecondDraft(), Use.UNNAMED))
                .isEqualTo(
                        "wasi:keyvalue@0.2.0-draft2, unnamed: \"Two stores share nothing, and which one answers is decided by"
                                + " the import's name alone.\"");
    }

    @Test
    void aFailureOfBlobstoreSaysWhatWasCalledAndHow() {
        assertThat(BlobClause.CLEAR.of(Use.NAMED))
                .isEqualTo(
                        "wasi:blobstore/container@0.2.0-draft, container.clear, named \"contract\": \"Removes all objects.\"");
        assertThat(BlobClause.WHOLE.of(Use.UNNAMED))
                .isEqualTo(
                        "wasi:blobstore@0.2.0-draft, unnamed: \"An object is there, whole, when its value is finished, and"
                                + " nobody sees any of it before.\"");
    }

    @Test
    void valuesAndKeysAreShownShort() {
        assertThat(Values.shown(Values.bytes("aé"))).isEqualTo("3 bytes 61c3a9 \"aé\"");
        assertThat(Values.shown(new byte[100]))
                .isEqualTo("100 bytes, SHA-256 cd00e292c5970d3c5e2f0ffa5171e555bc46bfc4faddfb4a418b6840b86e79a3");
        assertThat(Values.quoted("a\r\n\u200b")).isEqualTo("\"a\\u{d}\\u{a}\\u{200b}\"");
        assertThat(Values.quoted("k".repeat(50))).isEqualTo("\"" + "k".repeat(48) + "…\" (50 units)");
    }
}

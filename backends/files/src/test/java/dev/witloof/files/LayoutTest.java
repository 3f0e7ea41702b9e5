package dev.witloof.files;

import static dev.witloof.files.Stores.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is where, as it is documented: directories that are there already depend on it. */
final class LayoutTest {

    private static final String A = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";

    @TempDir
    Path folder;

    @AfterEach
    void nothingIsOpen() {
        Folders.areClosed(folder);
    }

    @Test
    void filesAreWhereTheyAreDocumented() throws Exception {
        try (KeyValueService service = Stores.open(folder)) {
            service.open("main").set("a", bytes("value"));

            assertThat(Folders.files(folder))
                    .hasSize(6)
                    .contains(
                            "layout",
                            "locks/directory",
                            "locks/ca",
                            "keyvalue/name-main/name",
                            "keyvalue/name-main/ca/" + A)
                    .anyMatch(file -> file.matches("writers/\\d+-\\d+-[0-9a-f]{16}/alive"));
            assertThat(folder.resolve("layout")).hasContent("witloof files 1\n");
        }
        assertThat(folder.resolve("writers")).isEmptyDirectory();
        assertThat(folder.resolve("blobs")).isEmptyDirectory();
    }

    @Test
    void anEntryIsAHeaderAndTheValue() throws Exception {
        long before = System.currentTimeMillis();
        try (KeyValueService service = Stores.open(folder)) {
            service.open("main").set("a", bytes("value"));
        }
        ByteBuffer entry = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("keyvalue/name-main/ca/" + A)));

        byte[] magic = new byte[4];
        entry.get(magic);
        assertThat(new String(magic, StandardCharsets.US_ASCII)).isEqualTo("wle1");
        assertThat(entry.getInt()).isEqualTo(1);
        entry.position(24);
        assertThat(entry.getLong()).isBetween(before, System.currentTimeMillis());
        assertThat(entry.getLong()).isEqualTo(5);
        assertThat(entry.slice()).isEqualTo(ByteBuffer.wrap(bytes("avalue")));
    }

    @Test
    void aPrefixIsAPartWithAllOfTheLayout() throws Exception {
        try (KeyValueService part = Stores.open(FileStores.keyValue(folder).prefix("A"));
                KeyValueService all = Stores.open(folder)) {
            part.open("main").set("a", bytes("part's"));
            all.open("main").set("a", bytes("all's"));

            assertThat(Stores.text(part.open("main"), "a")).isEqualTo("part's");
            assertThat(Stores.text(all.open("main"), "a")).isEqualTo("all's");
        }
        assertThat(Folders.files(folder))
                .contains(
                        "layout",
                        "keyvalue/name-main/ca/" + A,
                        "prefix/name-%41/layout",
                        "prefix/name-%41/keyvalue/name-main/ca/" + A);
    }

    @Test
    void namesOfFoldersAreWrittenOutOrDigested() {
        assertThat(Layout.folder("main")).isEqualTo("name-main");
        assertThat(Layout.folder("a-b_9")).isEqualTo("name-a-b_9");
        assertThat(Layout.folder("")).isEqualTo("name-");
        assertThat(Layout.folder("Main")).isEqualTo("name-%4dain");
        assertThat(Layout.folder("..")).isEqualTo("name-%2e%2e");
        assertThat(Layout.folder("a/b\\c\0")).isEqualTo("name-a%2fb%5cc%00");
        assertThat(Layout.folder("é")).isEqualTo("name-%c3%a9");
        assertThat(Layout.folder("con")).isEqualTo("name-con");
        assertThat(Layout.folder("%41")).isEqualTo("name-%2541");
        assertThat(Layout.folder("a".repeat(95))).isEqualTo("name-" + "a".repeat(95));
        assertThat(Layout.folder("a".repeat(96)))
                .isEqualTo("hash-" + Address.hexadecimal(bytes("a".repeat(96))))
                .hasSize(69);
    }

    /** Lower case in ASCII is the same in every file system; each name is a plain one. */
    @Test
    void noNameLeadsOutOfTheDirectoryNorMeetsAnother() throws Exception {
        Path inner = folder.resolve("outer/inner");
        List<String> names = new ArrayList<>(List.of(
                "",
                ".",
                "..",
                "../..",
                "/",
                "/etc/passwd",
                "..\\..",
                "a\0b",
                "A",
                "a",
                "É",
                "é",
                "e\u0301",
                "CON",
                "name"));
        names.add("long/".repeat(30_000));
        try (KeyValueService service = Stores.open(inner)) {
            for (String bucket : names) {
                for (String key : names) {
                    service.open(bucket).set(key, bytes(bucket.length() + " " + key.length()));
                }
            }
            for (String bucket : names) {
                assertThat(Stores.keys(service.open(bucket))).containsExactlyInAnyOrderElementsOf(names);
                for (String key : names) {
                    assertThat(Stores.text(service.open(bucket), key)).isEqualTo(bucket.length() + " " + key.length());
                }
            }
            assertThat(inner.resolve("keyvalue").toFile().list()).hasSize(names.size());
        }
        assertThat(Folders.files(folder))
                .allMatch(file -> file.startsWith("outer/inner/"))
                .allMatch(file -> file.matches("[a-z0-9/%_-]+"))
                .allMatch(file -> Arrays.stream(file.split("/")).allMatch(name -> name.length() <= 100));
    }

    @Test
    void aCursorIsTheFirst64BitsOfSha256() throws Exception {
        try (KeyValueService service = Stores.open(FileStores.keyValue(folder).pageSize(1))) {
            StoredBucket bucket = service.open("main");
            bucket.set("a", bytes("1"));
            bucket.set("b", bytes("2"));

            // SHA-256 of b begins with 3e23e816, that of a with ca978112.
            assertThat(bucket.list(0).keys()).containsExactly("b");
            assertThat(bucket.list(0).next()).hasValue(0x3e23e8160039594bL);
            assertThat(bucket.list(0x3e23e8160039594bL).keys()).containsExactly("a");
            assertThat(bucket.list(0x3e23e8160039594bL).next()).isEmpty();
            assertThat(bucket.list(0xca978112ca1bbdcaL).keys()).containsExactly("a");
            assertThat(bucket.list(0xca978112ca1bbdcbL).keys()).isEmpty();
            assertThat(bucket.list(-1).keys()).isEmpty();
        }
    }

    @Test
    void aCounterIsItsDigits() throws Exception {
        try (KeyValueService service = Stores.open(folder)) {
            service.open("main").increment("a", 41, CounterType.UNSIGNED);
            service.open("main").increment("a", 1, CounterType.SIGNED);
        }
        assertThat(Files.readString(folder.resolve("keyvalue/name-main/ca/" + A), StandardCharsets.ISO_8859_1))
                .endsWith("a42");
    }

    @Test
    void anotherLayoutIsRefusedByNameAndLeftAlone() throws Exception {
        Files.writeString(folder.resolve("layout"), "witloof files 2\n");

        assertThatThrownBy(() -> Stores.open(folder))
                .hasMessage(folder + "/layout: expected \"witloof files 1\", found \"witloof files 2\"");
        assertThat(Folders.files(folder)).containsExactly("layout");
    }

    @Test
    void aMarkerOfSomethingElseIsRefusedAndNotShown() throws Exception {
        Files.writeString(folder.resolve("layout"), "password: abc\n");

        assertThatThrownBy(() -> Stores.open(folder))
                .hasMessage(folder + "/layout: expected \"witloof files 1\", found something else");
    }

    @Test
    void foldersThatNothingMarksAreRefused() throws Exception {
        Files.createDirectory(folder.resolve("blobs"));

        assertThatThrownBy(() -> Stores.open(folder))
                .hasMessage(folder + ": expected the file layout beside keyvalue and blobs, found none");
        assertThat(folder.toFile().list()).containsExactly("blobs");
    }

    @Test
    void whatElseIsInTheDirectoryStays() throws Exception {
        Files.writeString(folder.resolve("README"), "mine");
        Stores.open(folder).close();

        assertThat(folder.resolve("README")).hasContent("mine");
    }

    @Test
    void aMarkerThatWasHalfWrittenIsWrittenAgain() throws Exception {
        for (String half : List.of("", "witloof", "witloof files 1")) {
            Files.writeString(folder.resolve("layout"), half);
            Stores.open(folder).close();

            assertThat(folder.resolve("layout")).hasContent("witloof files 1\n");
        }
    }
}

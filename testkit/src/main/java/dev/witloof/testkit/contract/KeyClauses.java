package dev.witloof.testkit.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code store} promises of keys: any text is one, and no two are the same. */
abstract class KeyClauses extends ValueClauses {

    /** Texts with a meaning to shells, files, servers or their protocols. */
    static final List<String> ODD = List.of(
            " ",
            "a b",
            " a",
            "a ",
            "\t",
            "\n",
            "\r\n",
            "a\r\nb",
            "\0",
            "a\0b",
            "/",
            "a/b",
            "/a",
            "a/",
            "//",
            ".",
            "..",
            "../main/a",
            "./a",
            "a:b",
            ":",
            "::",
            "*",
            "a*",
            "?",
            "[a]",
            ">",
            "a.>",
            "a.b",
            ".a",
            "a.",
            "%",
            "%2F",
            "%41",
            "A",
            "a%00",
            "\\",
            "a\\b",
            "\"",
            "'",
            "`",
            "$a",
            "${a}",
            "{}",
            "{a}",
            "#",
            "-",
            "--a",
            "~",
            "_",
            "=",
            "a=b",
            "==",
            "|",
            "&",
            ";",
            "<",
            "+",
            "@",
            "!",
            "^",
            "(",
            ")",
            ",",
            "\u007f",
            "CON",
            "nul",
            "a.tmp",
            "a.lock",
            "0",
            "00",
            "null",
            "true");

    /** Texts outside of ASCII, some of which look alike. */
    static final List<String> UNICODE = List.of(
            "\u00e9",
            "e\u0301",
            "\u00c9",
            "\u00df",
            "ss",
            "\u1e9e",
            "\u0131",
            "i",
            "I",
            "\u0130",
            "\u03a9",
            "\u2126",
            "\ufb01",
            "fi",
            "\u00c5",
            "\u212b",
            "ключ",
            "鍵",
            "열쇠",
            "مفتاح",
            "\u200fמפתח",
            "क्षि",
            "😀",
            "👩\u200d💻",
            "𐍈",
            "\u00a0",
            "\u3000",
            "\u200b",
            "\ufeff",
            "\u0085",
            "\u2028",
            "\ue000",
            "\uffff",
            "\ufffd",
            "\ud83f\udffe",
            "\udbff\udfff",
            "\u0100",
            "\u0800");

    private void areKeptApart(List<String> keys) throws Exception {
        TestedBucket bucket = start().main();
        for (String key : keys) {
            bucket.set(key, "value of <" + key + ">");
        }
        for (String key : keys) {
            bucket.expect(Clause.GET, key, "value of <" + key + ">");
        }
        String gone = keys.get(keys.size() / 2);
        bucket.delete(gone);
        for (String key : keys) {
            if (key.equals(gone)) {
                bucket.expectNothing(Clause.DELETE, key);
            } else {
                bucket.expect(Clause.DELETE, key, "value of <" + key + ">");
            }
        }
    }

    @Test
    final void oddKeysAreKeptApart() throws Exception {
        areKeptApart(ODD);
    }

    @Test
    final void keysOfUnicodeAreKeptApart() throws Exception {
        areKeptApart(UNICODE);
    }

    @Test
    final void anOddKeyIsNotThereBecauseAnotherIs() throws Exception {
        TestedBucket bucket = start().main();
        bucket.set("a", "value");
        for (String key : ODD) {
            bucket.expectNothing(Clause.GET, key);
            bucket.delete(key);
        }
        bucket.expect(Clause.DELETE, "a", "value");
    }

    @Test
    final void upperAndLowerCaseDiffer() throws Exception {
        areKeptApart(List.of("key", "Key", "KEY", "kEY"));
    }

    @Test
    final void composedAndDecomposedDiffer() throws Exception {
        TestedBucket bucket = start().main();
        bucket.set("\u00e9", "composed");
        bucket.expectNothing(Clause.GET, "e\u0301");
        bucket.set("e\u0301", "decomposed");
        bucket.expect(Clause.GET, "\u00e9", "composed");
    }

    @Test
    final void theEmptyKeyIsAKey() throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        bucket.set("other", "other");
        if (can(Ability.EMPTY_KEY)) {
            bucket.expectNothing(Clause.GET, "");
            bucket.set("", "value");
            bucket.expect(Clause.GET, "", "value");
            bucket.delete("");
            bucket.expectNothing(Clause.DELETE, "");
        } else {
            service.where().refusedAsOther(Clause.SET, () -> {
                bucket.plain().set("", Values.bytes("value"));
                return "set";
            });
        }
        bucket.expect(Clause.UNHARMED, "other", "other");
    }

    @Test
    final void keysOf250And251BytesAreKept() throws Exception {
        keepsOrRefuses("k".repeat(250));
        keepsOrRefuses("k".repeat(251));
    }

    @Test
    final void aKeyOf1000BytesIsKept() throws Exception {
        keepsOrRefuses("é".repeat(500));
    }

    @Test
    final void aKeyOf4000BytesIsKept() throws Exception {
        keepsOrRefuses("😀".repeat(1000));
    }

    private void keepsOrRefuses(String key) throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        if (key.getBytes(StandardCharsets.UTF_8).length <= abilities().maximumKeyBytes()) {
            bucket.expectNothing(Clause.GET, key);
            bucket.set(key, "value");
            bucket.expect(Clause.GET, key, "value");
            bucket.delete(key);
            bucket.expectNothing(Clause.DELETE, key);
        } else {
            service.where().refusedAsOther(Clause.SET, () -> {
                bucket.plain().set(key, Values.bytes("value"));
                return "set";
            });
        }
    }

    @Test
    final void longKeysThatDifferInOnePlaceAreKeptApart() throws Exception {
        String start = "k".repeat((int) Math.min(300, abilities().maximumKeyBytes() - 1));
        areKeptApart(List.of(start + "a", start + "b", "a" + start, start));
    }

    @Test
    final void aKeyMayBeCalledAsABucketIs() throws Exception {
        Service service = start();
        service.main().set("hot", "1");
        service.main().set("main", "2");
        service.hot().expectNothing(Clause.BUCKET, "hot");
        service.main().expect(Clause.BUCKET, "hot", "1");
        service.main().expect(Clause.BUCKET, "main", "2");
    }
}

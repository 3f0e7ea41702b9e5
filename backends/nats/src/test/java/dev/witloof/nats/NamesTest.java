package dev.witloof.nats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How buckets, keys and objects are called in JetStream. */
final class NamesTest {

    @Test
    void aKeyIsCalledByItself() {
        for (String key : List.of("a", "user/42", "A-b_c", "a.b.c", "0")) {
            assertThat(Names.key(key)).isEqualTo(new Names.KeyName(key, null));
        }
    }

    @Test
    void whatASubjectMayNotHaveIsBytes() {
        assertThat(Names.key("").name()).isEqualTo("=");
        assertThat(Names.key("a b").name()).isEqualTo("a=20b");
        assertThat(Names.key("a=b").name()).isEqualTo("a=3Db");
        assertThat(Names.key(".a..b.").name()).isEqualTo("=2Ea.=2Eb=2E");
        assertThat(Names.key("*>").name()).isEqualTo("=2A=3E");
        assertThat(Names.key("é").name()).isEqualTo("=C3=A9");
    }

    @Test
    void aLongKeyIsCalledByItsDigest() {
        assertThat(Names.key("k".repeat(500)).header()).isNull();
        Names.KeyName name = Names.key("k".repeat(501));
        assertThat(name.name()).matches("=-[0-9a-f]{64}");
        assertThat(name.header()).isEqualTo("k".repeat(501));
        assertThat(Names.decode(name.name(), name.header())).contains("k".repeat(501));
    }

    @Test
    void everyKeyIsFoundAgain() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            int[] points = random.ints(random.nextInt(200), 0, i % 2 == 0 ? 128 : 0xD800)
                    .toArray();
            String key = new String(points, 0, points.length);
            Names.KeyName name = Names.key(key);
            assertThat(name.name()).matches("[-_/=.A-Za-z0-9]+").doesNotContain("..");
            assertThat(Names.decode(name.name(), name.header())).contains(key);
        }
    }

    @Test
    void whatAnotherProgramWroteDifferentlyIsNoKey() {
        for (String name : List.of("a=b", "a=2", "=61", "=c3=a9", "a..b", "=C3", "=-00")) {
            assertThat(Names.decode(name, null)).as(name).isEmpty();
        }
        assertThat(Names.decode(Names.key("k".repeat(501)).name(), "other")).isEmpty();
    }

    @Test
    void aBucketIsCalledByItselfOrByBase64() {
        assertThat(Names.bucket("", "main")).contains("main");
        assertThat(Names.bucket("app-", "Main_1")).contains("app-Main_1");
        assertThat(Names.bucket("app-", "")).contains("app-_");
        assertThat(Names.bucket("", "_x")).contains("_X3g");
        assertThat(Names.bucket("", "é")).contains("_w6k");
        assertThat(Names.bucket("", "b".repeat(240))).contains("b".repeat(240));
        assertThat(Names.bucket("", "b".repeat(241))).isEmpty();
    }

    @Test
    void anObjectIsCalledByBase64() {
        assertThat(Names.object("a?~b")).isEqualTo("YT9-Yg==");
        assertThat(Names.object("")).isEqualTo("=");
        assertThat(Names.object("o".repeat(1000))).matches("=-[0-9a-f]{64}");
    }

    @Test
    void theOrderOfNamesIsThatOfTheirDigests() {
        assertThat(Long.toHexString(Names.order("abc"))).isEqualTo("ba7816bf8f01cfea");
    }
}

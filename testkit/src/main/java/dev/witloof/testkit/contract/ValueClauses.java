package dev.witloof.testkit.contract;

import static dev.witloof.testkit.contract.Values.bytes;
import static dev.witloof.testkit.contract.Values.random;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code store} promises of values: to get, set, delete, and ask whether they exist. */
@ParameterizedClass
@EnumSource(
        value = Use.class,
        names = {"UNNAMED", "NAMED"})
abstract class ValueClauses extends KeyValueContract {

    static final int MEBIBYTE = 1 << 20;

    @Parameter
    Use use;

    @Override
    final Use use() {
        return use;
    }

    @Test
    final void anUnknownKeyHasNoValue() throws Exception {
        start().main().expectNothing(Clause.GET, "unknown");
    }

    @Test
    final void whatIsSetIsThere() throws Exception {
        TestedBucket bucket = start().main();
        bucket.set("key", "value");
        bucket.expect(Clause.READ_YOUR_WRITES, "key", "value");
        bucket.expectNothing(Clause.GET, "other");
    }

    @Test
    final void settingAgainReplacesTheValue() throws Exception {
        TestedBucket bucket = start().main();
        bucket.set("key", "a long first value");
        bucket.set("key", "second");
        bucket.expect(Clause.SET, "key", "second");
        bucket.set("key", "a value longer than the first");
        bucket.expect(Clause.SET, "key", "a value longer than the first");
    }

    @Test
    final void anEmptyValueIsAValue() throws Exception {
        TestedBucket bucket = start().main();
        bucket.set("key", new byte[0]);
        bucket.expect(Clause.GET, "key", new byte[0]);
    }

    @Test
    final void anEmptyValueReplacesAnother() throws Exception {
        TestedBucket bucket = start().main();
        bucket.set("key", "value");
        bucket.set("key", new byte[0]);
        bucket.expect(Clause.SET, "key", new byte[0]);
        bucket.set("key", "value");
        bucket.expect(Clause.SET, "key", "value");
    }

    @Test
    final void aValueMayHaveEveryByte() throws Exception {
        TestedBucket bucket = start().main();
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        bucket.set("key", every);
        bucket.expect(Clause.GET, "key", every);
    }

    @Test
    final void aValueThatIsNoTextIsKept() throws Exception {
        TestedBucket bucket = start().main();
        byte[] value = {(byte) 0xC3, 0x28, (byte) 0xFF, (byte) 0xFE, 0, (byte) 0xED, (byte) 0xA0, (byte) 0x80};
        bucket.set("key", value);
        bucket.expect(Clause.GET, "key", value);
    }

    @Test
    final void zerosAndLineEndsAreKept() throws Exception {
        TestedBucket bucket = start().main();
        for (String value :
                new String[] {"\0", "\0\0\0", "\r\n", "a\r\nEND\r\n", "\n", " ", " a ", "\"", "'", "null"}) {
            bucket.set("key", value);
            bucket.expect(Clause.GET, "key", value);
        }
    }

    @Test
    final void valuesOfAllLengthsAreKept() throws Exception {
        TestedBucket bucket = start().main();
        for (int size : new int[] {1, 2, 3, 7, 8, 63, 64, 127, 128, 255, 256, 1023, 1024, 4095, 4096, 32_768}) {
            bucket.set("key", random(size, size));
            bucket.expect(Clause.GET, "key", random(size, size));
        }
    }

    @Test
    final void aValueOf64KibibytesIsKept() throws Exception {
        keepsOrRefuses(1 << 16);
    }

    @Test
    final void aValueOf1MebibyteIsKept() throws Exception {
        keepsOrRefuses(MEBIBYTE);
    }

    private void keepsOrRefuses(int size) throws Exception {
        Service service = start();
        TestedBucket bucket = service.main();
        bucket.set("key", "old");
        byte[] large = random(size, size);
        if (size <= abilities().maximumValueBytes()) {
            bucket.set("key", large);
            bucket.expect(Clause.GET, "key", large);
        } else {
            service.where().refusedAsOther(Clause.SET, () -> {
                bucket.plain().set("key", large);
                return "set";
            });
            bucket.expect(Clause.UNHARMED, "key", "old");
        }
    }

    @Test
    final void aSmallValueReplacesALargeOne() throws Exception {
        TestedBucket bucket = start().main();
        bucket.set("key", random((int) Math.min(MEBIBYTE, abilities().maximumValueBytes()), 1));
        bucket.set("key", "small");
        bucket.expect(Clause.SET, "key", "small");
    }

    @Test
    final void severalLargeValuesAreKeptApart() throws Exception {
        TestedBucket bucket = start().main();
        int size = (int) Math.min(MEBIBYTE / 4, abilities().maximumValueBytes());
        for (int i = 0; i < 3; i++) {
            bucket.set("key" + i, random(size, i));
        }
        for (int i = 0; i < 3; i++) {
            bucket.expect(Clause.GET, "key" + i, random(size, i));
        }
    }

    @Test
    final void whatIsDeletedIsGone() throws Exception {
        TestedBucket bucket = start().main();
        bucket.set("key", "value");
        bucket.delete("key");
        bucket.expectNothing(Clause.DELETE, "key");
    }

    @Test
    final void toDeleteAnUnknownKeyIsNoError() throws Exception {
        TestedBucket bucket = start().main();
        bucket.delete("unknown");
        bucket.set("key", "value");
        bucket.delete("key");
        bucket.delete("key");
        bucket.expectNothing(Clause.DELETE, "key");
    }

    @Test
    final void whatWasDeletedCanBeSetAgain() throws Exception {
        TestedBucket bucket = start().main();
        bucket.set("key", "one");
        bucket.delete("key");
        bucket.set("key", "two");
        bucket.expect(Clause.SET, "key", "two");
    }

    @Test
    final void toAskForAKeyDoesNotMakeIt() throws Exception {
        TestedBucket bucket = start().main();
        for (int i = 0; i < 3; i++) {
            bucket.expectNothing(Clause.EXISTS, "key");
        }
        if (can(Ability.LIST_KEYS)) {
            assertThat(bucket.keys()).as(bucket.where().says(Clause.EXISTS)).isEmpty();
        }
    }

    @Test
    final void theOtherKeysStay() throws Exception {
        TestedBucket bucket = start().main();
        bucket.set("a", "1");
        bucket.set("ab", "2");
        bucket.set("abc", "3");
        bucket.delete("ab");
        bucket.set("a", "4");
        bucket.expect(Clause.DELETE, "a", "4");
        bucket.expectNothing(Clause.DELETE, "ab");
        bucket.expect(Clause.DELETE, "abc", "3");
    }

    @Test
    final void theArrayThatWasSetMayBeChangedAfterwards() throws Exception {
        TestedBucket bucket = start().main();
        byte[] value = bytes("value");
        bucket.set("key", value);
        value[0] = '!';
        bucket.expect(Clause.COPIES, "key", "value");
    }

    @Test
    final void theArrayThatWasReadMayBeChangedAfterwards() throws Exception {
        TestedBucket bucket = start().main();
        bucket.set("key", "value");
        bucket.get("key").ifPresent(value -> value[0] = '!');
        bucket.expect(Clause.COPIES, "key", "value");
    }

    @Test
    final void aThreadReadsWhatItWrote() throws Exception {
        Service service = start();
        Together.run(8, thread -> {
            TestedBucket bucket = service.main();
            for (int i = 0; i < 50; i++) {
                String key = thread + "-" + i % 7;
                bucket.set(key, thread + " wrote " + i);
                bucket.expect(Clause.READ_YOUR_WRITES, key, thread + " wrote " + i);
                if (i % 5 == 0) {
                    bucket.delete(key);
                    bucket.expectNothing(Clause.READ_YOUR_WRITES, key);
                }
            }
        });
    }

    @Test
    final void aValueIsNeverSeenHalfWritten() throws Exception {
        Service service = start();
        service.main().set("key", random(4096, 0));
        Together.run(4, thread -> {
            TestedBucket bucket = service.main();
            for (int i = 0; i < 40; i++) {
                if (thread < 2) {
                    bucket.set("key", random(4096 - thread, thread));
                } else {
                    assertThat(Values.shown(bucket.get("key")))
                            .as(bucket.where().says(Clause.GET))
                            .isIn(Values.shown(random(4096, 0)), Values.shown(random(4095, 1)));
                }
            }
        });
    }

    @Test
    final void manyRandomCallsAgreeWithAMap() throws Exception {
        TestedBucket bucket = start().main();
        Map<String, byte[]> expected = new HashMap<>();
        Random random = new Random(42);
        for (int i = 0; i < 500; i++) {
            String key = "key" + random.nextInt(20);
            if (random.nextInt(3) > 0) {
                byte[] value = random(random.nextInt(100), i);
                bucket.set(key, value);
                expected.put(key, value);
            } else {
                bucket.delete(key);
                expected.remove(key);
            }
            String asked = "key" + random.nextInt(20);
            if (expected.containsKey(asked)) {
                bucket.expect(Clause.READ_YOUR_WRITES, asked, expected.get(asked));
            } else {
                bucket.expectNothing(Clause.READ_YOUR_WRITES, asked);
            }
        }
    }
}

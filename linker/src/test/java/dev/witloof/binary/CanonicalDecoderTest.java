package dev.witloof.binary;

import static dev.witloof.binary.Bytes.definition;
import static dev.witloof.binary.Bytes.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.component.BuiltinKind;
import dev.witloof.component.Canonical;
import dev.witloof.component.CanonicalOption;
import dev.witloof.component.Definition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalDecoderTest {

    private static Canonical canonical(String bytes) {
        return ((Definition.CanonicalDefinition) definition(8, "01" + bytes)).canonical();
    }

    @Test
    void liftAndLower() {
        assertThat(canonical("00 00 05 00 03")).isEqualTo(new Canonical.Lift(5, List.of(), 3));
        assertThat(canonical("01 00 05 01 00"))
                .isEqualTo(new Canonical.Lower(5, List.of(CanonicalOption.StringEncoding.UTF8)));
    }

    @Test
    void options() {
        assertThat(canonical("00 00 01 08 00 01 02 03 81 01 04 05 05 06 06 07 08 02"))
                .isEqualTo(new Canonical.Lift(
                        1,
                        List.of(
                                CanonicalOption.StringEncoding.UTF8,
                                CanonicalOption.StringEncoding.UTF16,
                                CanonicalOption.StringEncoding.LATIN1_UTF16,
                                new CanonicalOption.Memory(129),
                                new CanonicalOption.Realloc(5),
                                new CanonicalOption.PostReturn(6),
                                new CanonicalOption.Async(),
                                new CanonicalOption.Callback(8)),
                        2));
    }

    @Test
    void resources() {
        assertThat(canonical("02 05")).isEqualTo(new Canonical.ResourceNew(5));
        assertThat(canonical("03 06")).isEqualTo(new Canonical.ResourceDrop(6));
        assertThat(canonical("04 07")).isEqualTo(new Canonical.ResourceRep(7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24 | backpressure.inc | async | None[]",
                "25 | backpressure.dec | async | None[]",
                "09 01 00 00 | task.return | async | TaskResult[result=Optional.empty, options=[]]",
                "09 00 79 01 02 | task.return | async | TaskResult[result=Optional[Primitive[type=u32]], options=[LATIN1_UTF16]]",
                "05 | task.cancel | async | None[]",
                "0a 7f 01 | context.get | async | ContextSlot[type=i32, index=1]",
                "0b 7f 01 | context.set | async | ContextSlot[type=i32, index=1]",
                "06 01 | subtask.cancel | async | Async[async=true]",
                "0d | subtask.drop | async | None[]",
                "0e 03 | stream.new | async | OfType[type=3]",
                "0f 03 02 03 00 04 05 | stream.read | async | OfTypeWithOptions[type=3, options=[Memory[memory=0], Realloc[func=5]]]",
                "10 03 02 03 00 04 05 | stream.write | async | OfTypeWithOptions[type=3, options=[Memory[memory=0], Realloc[func=5]]]",
                "11 03 01 | stream.cancel-read | async | OfTypeAsync[type=3, async=true]",
                "12 03 01 | stream.cancel-write | async | OfTypeAsync[type=3, async=true]",
                "13 03 | stream.drop-readable | async | OfType[type=3]",
                "14 03 | stream.drop-writable | async | OfType[type=3]",
                "15 03 | future.new | async | OfType[type=3]",
                "16 03 02 03 00 04 05 | future.read | async | OfTypeWithOptions[type=3, options=[Memory[memory=0], Realloc[func=5]]]",
                "17 03 02 03 00 04 05 | future.write | async | OfTypeWithOptions[type=3, options=[Memory[memory=0], Realloc[func=5]]]",
                "18 03 01 | future.cancel-read | async | OfTypeAsync[type=3, async=true]",
                "19 03 01 | future.cancel-write | async | OfTypeAsync[type=3, async=true]",
                "1a 03 | future.drop-readable | async | OfType[type=3]",
                "1b 03 | future.drop-writable | async | OfType[type=3]",
                "1c 02 01 03 02 | error-context.new | error-context | Options[options=[UTF16, Memory[memory=2]]]",
                "1d 02 01 03 02 | error-context.debug-message | error-context | Options[options=[UTF16, Memory[memory=2]]]",
                "1e | error-context.drop | error-context | None[]",
                "1f | waitable-set.new | async | None[]",
                "20 01 02 | waitable-set.wait | async | CancellableInMemory[cancellable=true, memory=2]",
                "21 01 02 | waitable-set.poll | async | CancellableInMemory[cancellable=true, memory=2]",
                "22 | waitable-set.drop | async | None[]",
                "23 | waitable.join | async | None[]",
                "26 | thread.index | threading built-ins | None[]",
                "27 01 02 | thread.new-indirect | threading built-ins | Indirect[type=1, table=2]",
                "28 | thread.resume-later | threading built-ins | None[]",
                "29 01 | thread.suspend | threading built-ins | Cancellable[cancellable=true]",
                "0c 01 | thread.yield | async | Cancellable[cancellable=true]",
                "2a 01 | thread.suspend-then-resume | threading built-ins | Cancellable[cancellable=true]",
                "2b 01 | thread.yield-then-resume | threading built-ins | Cancellable[cancellable=true]",
                "2c 01 | thread.suspend-then-promote | threading built-ins | Cancellable[cancellable=true]",
                "2d 01 | thread.yield-then-promote | threading built-ins | Cancellable[cancellable=true]",
                "40 01 04 | thread.spawn-ref | shared-everything-threads | SharedRef[shared=true, type=4]",
                "41 00 04 02 | thread.spawn-indirect | shared-everything-threads | SharedIndirect[shared=false, type=4, table=2]",
                "42 01 | thread.available-parallelism | shared-everything-threads | Shared[shared=true]",
                "06 00 | subtask.cancel | async | Async[async=false]",
                "11 03 00 | stream.cancel-read | async | OfTypeAsync[type=3, async=false]",
                "0c 00 | thread.yield | async | Cancellable[cancellable=false]",
                "42 00 | thread.available-parallelism | shared-everything-threads | Shared[shared=false]",
                "0a 7e 00 | context.get | async | ContextSlot[type=i64, index=0]"
            })
    void builtins(String bytes, String name, String feature, String immediates) {
        Canonical.Builtin builtin = (Canonical.Builtin) canonical(bytes);
        assertThat(builtin.kind()).hasToString(name);
        assertThat(builtin.kind().opcode()).isEqualTo(Bytes.of(bytes)[0]);
        assertThat(builtin.kind().feature()).hasToString(feature);
        assertThat(builtin.immediates()).hasToString(immediates);
    }

    @Test
    void everyOpcodeIsADefinitionOrRefused() {
        for (int opcode = 5; opcode < 0x100; opcode++) {
            String bytes = String.format("01 %02x", opcode);
            if (BuiltinKind.ofOpcode(opcode).isEmpty()) {
                assertThat(error(8, bytes))
                        .isEqualTo("canonical section, canonical definition 0, offset 0xb: expected the opcode of a"
                                + " canonical definition, found 0x" + String.format("%02x", opcode));
            }
        }
        assertThat(BuiltinKind.values()).hasSize(42);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "01 07 | offset 0xb: expected the opcode of a canonical definition, found 0x07",
                "01 2e | offset 0xb: expected the opcode of a canonical definition, found 0x2e",
                "01 43 | offset 0xb: expected the opcode of a canonical definition, found 0x43",
                "01 00 01 00 00 00 | offset 0xc: expected 0x00, the sort of what is lifted, found 0x01",
                "01 01 01 00 00 | offset 0xc: expected 0x00, the sort of what is lowered, found 0x01",
                "01 01 00 00 01 0a | option 0, offset 0xf: expected a canonical option from 0x00 to 0x07, found 0x0a",
                "01 01 00 00 01 08 | option 0, offset 0xf: expected a canonical option from 0x00 to 0x07, found 0x08",
                "01 0c 02 | offset 0xc: expected 0x00 for not cancellable or 0x01 for cancellable, found 0x02",
                "01 20 02 00 | offset 0xc: expected 0x00 for not cancellable or 0x01 for cancellable, found 0x02",
                "01 06 02 | offset 0xc: expected 0x00 for synchronous or 0x01 for async, found 0x02",
                "01 42 02 | offset 0xc: expected 0x00 for not shared or 0x01 for shared, found 0x02",
                "01 09 02 00 00 | offset 0xc: expected 0x00 for a result or 0x01 for none, found 0x02",
                "01 0a 62 00 | offset 0xc: expected a core value type, found 0x62",
                "01 27 00 | offset 0xd: expected a core table's index, found the end of the section"
            })
    void whatBreaksTheFormat(String bytes, String message) {
        assertThat(error(8, bytes)).isEqualTo("canonical section, canonical definition 0, " + message);
    }
}

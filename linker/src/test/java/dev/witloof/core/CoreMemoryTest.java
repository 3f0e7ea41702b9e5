package dev.witloof.core;

import static dev.witloof.core.Modules.call;
import static dev.witloof.core.Modules.instance;
import static dev.witloof.core.Modules.memory;
import static dev.witloof.core.Modules.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.InvalidException;
import dev.witloof.error.TrapException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.type.CoreExternType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CoreMemoryTest {

    private static final String TRAP = "out of bounds memory access";
    private static final int PAGE = 65_536;

    private static CoreExternType.Memory type(long min, OptionalLong max) {
        return new CoreExternType.Memory(new CoreExternType.Limits(min, max, false), false);
    }

    @ParameterizedTest
    @EnumSource
    void everyAccessIsCheckedAtItsLastByte(Execution execution) {
        CoreInstance guest = instance("memory", execution);
        Object[][] kinds = {{"8", 1}, {"16", 2}, {"32", 4}, {"64", 8}, {"f32", 4}, {"f64", 8}};
        for (Object[] kind : kinds) {
            int last = PAGE - (int) kind[1];
            call(guest, "store" + kind[0], last);
            assertThat(call(guest, "load" + kind[0], last))
                    .as("load%s", kind[0])
                    .isNotZero();
            for (int address : new int[] {last + 1, PAGE, -1, -4, -8, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                assertThat(reason(guest, "load" + kind[0], address)).isEqualTo(TRAP);
                assertThat(reason(guest, "store" + kind[0], address)).isEqualTo(TRAP);
            }
        }
        assertThat(reason(guest, "load-far", 0)).isEqualTo(TRAP);
        assertThat(reason(guest, "load-far", 1)).isEqualTo(TRAP);
        assertThat(reason(guest, "load-near", 0)).isEqualTo(TRAP);
        assertThat(reason(guest, "load-near", Integer.MAX_VALUE)).isEqualTo(TRAP);
    }

    @ParameterizedTest
    @EnumSource
    void rangesAreCheckedWhereTheyOverflowToo(Execution execution) {
        CoreInstance guest = instance("memory", execution);
        int[][] bad = {{PAGE - 1, 2}, {PAGE + 1, 0}, {-1, 1}, {-1, 0}, {0, -1}, {8, -8}, {Integer.MAX_VALUE, 1}};
        for (int[] each : bad) {
            assertThat(reason(guest, "fill", each[0], each[1]))
                    .as("fill %s", each)
                    .isEqualTo(TRAP);
            assertThat(reason(guest, "copy", each[0], 0, each[1]))
                    .as("copy %s", each)
                    .isEqualTo(TRAP);
            assertThat(reason(guest, "copy", 0, each[0], each[1]))
                    .as("copy %s", each)
                    .isEqualTo(TRAP);
            assertThat(reason(guest, "init", each[0], 0, each[1]))
                    .as("init %s", each)
                    .isEqualTo(TRAP);
        }
        assertThat(reason(guest, "init", 0, 5, 6)).isEqualTo(TRAP);
        assertThat(reason(guest, "init", 0, -1, 1)).isEqualTo(TRAP);
        assertThat(reason(guest, "init", 0, 11, 0)).isEqualTo(TRAP);
        call(guest, "fill", PAGE, 0);
        call(guest, "copy", PAGE, PAGE, 0);
        call(guest, "init", PAGE, 10, 0);
        call(guest, "fill", PAGE - 3, 3);
        assertThat(call(guest, "load8", PAGE - 3)).isEqualTo(5);
        call(guest, "init", 0, 2, 4);
        call(guest, "copy", 1, 0, 4);
        assertThat(memory(guest).getInt(1)).isEqualTo('2' | '3' << 8 | '4' << 16 | '5' << 24);
    }

    @ParameterizedTest
    @EnumSource
    void whatLiesBeyondTheSizeButWithinTheArrayIsOutOfBounds(Execution execution) {
        CoreInstance guest = instance("memory", execution);
        CoreMemory memory = memory(guest);
        for (int pages = 1; pages < 20; pages++) {
            assertThat(call(guest, "grow", 1)).isEqualTo(pages);
        }
        int size = 20 * PAGE;
        assertThat(memory.size()).isEqualTo(size);
        assertThat(memory.array().length).isGreaterThan(size);
        assertThat(reason(guest, "load8", size)).isEqualTo(TRAP);
        assertThat(reason(guest, "store64", size - 7)).isEqualTo(TRAP);
        assertThat(reason(guest, "fill", size - 1, 2)).isEqualTo(TRAP);
        assertThatThrownBy(() -> memory.getByte(size))
                .isInstanceOf(TrapException.class)
                .hasMessage(TRAP);
        assertThatThrownBy(() -> memory.write(size - 1, new byte[2], 0, 2)).hasMessage(TRAP);
        call(guest, "store8", size - 1);
        assertThat(memory.getByte(size - 1)).isEqualTo((byte) 1);
    }

    @Test
    void growingPageByPageCopiesLittle() {
        CoreMemory memory = CoreMemory.of(type(1, OptionalLong.empty()));
        int arrays = 0;
        byte[] before = memory.array();
        for (int i = 1; i < 1_000; i++) {
            assertThat(memory.grow(1)).isEqualTo(i);
            if (memory.array() != before) {
                arrays++;
                before = memory.array();
            }
        }
        assertThat(memory.size()).isEqualTo(1_000 * PAGE);
        assertThat(arrays).isLessThan(25);
        assertThat(memory.array().length).isLessThanOrEqualTo(1_500 * PAGE);
    }

    @Test
    void aMemoryWithoutMaximumReservesNothing() {
        assertThat(CoreMemory.of(type(0, OptionalLong.empty())).array()).isEmpty();
        assertThat(CoreMemory.of(type(2, OptionalLong.of(9))).array()).hasSize(2 * PAGE);
    }

    @Test
    void growingRespectsTheMaximum() {
        CoreMemory memory = CoreMemory.of(type(1, OptionalLong.of(3)));
        assertThat(memory.grow(3)).isEqualTo(-1);
        assertThat(memory.grow(-1)).isEqualTo(-1);
        assertThat(memory.grow(2)).isEqualTo(1);
        assertThat(memory.grow(0)).isEqualTo(3);
        assertThat(memory.grow(1)).isEqualTo(-1);
        assertThat(memory.grow(Integer.MAX_VALUE)).isEqualTo(-1);
        assertThat(memory.type()).isEqualTo(type(3, OptionalLong.of(3)));
    }

    @Test
    void whatIsLargerThanAnArrayIsRefusedByName() {
        assertThatThrownBy(() -> CoreMemory.of(type(32_768, OptionalLong.empty())))
                .isInstanceOf(UninstantiableException.class)
                .hasMessage("memory: expected at most 32767 pages of 64 KiB, found 32768..");
        assertThatThrownBy(() -> instance("huge-memory", Execution.COMPILED))
                .isInstanceOf(UninstantiableException.class)
                .hasMessage("huge-memory, memory 0: expected at most 32767 pages of 64 KiB, found 40000..");
        assertThatThrownBy(() -> instance("huge-table-max", Execution.COMPILED))
                .isInstanceOf(UninstantiableException.class)
                .hasMessage("huge-table-max, table 0: expected fewer than 10000000 elements, found 10000000 or more");
        assertThatThrownBy(() -> instance("huge-table", Execution.COMPILED))
                .isInstanceOf(InvalidException.class)
                .hasMessage("huge-table: size minimum must not be greater than maximum; here a table without maximum"
                        + " has one of 10000000");
    }

    @Test
    void theHostReadsAndWritesLittleEndian() {
        CoreMemory memory = CoreMemory.of(type(1, OptionalLong.empty()));
        memory.putLong(0, 0x0807060504030201L);
        assertThat(memory.getByte(1)).isEqualTo((byte) 2);
        assertThat(memory.getShort(2)).isEqualTo((short) 0x0403);
        assertThat(memory.getInt(3)).isEqualTo(0x07060504);
        assertThat(memory.getLong(0)).isEqualTo(0x0807060504030201L);
        memory.putByte(0, (byte) -1);
        memory.putShort(1, (short) 0x1122);
        memory.putInt(4, 0x33445566);
        assertThat(memory.getLong(0)).isEqualTo(0x33445566_041122FFL);
        byte[] out = new byte[4];
        memory.read(0, out, 1, 3);
        assertThat(out).containsExactly(0, -1, 0x22, 0x11);
        memory.copy(8, 0, 4);
        memory.write(9, out, 2, 2);
        assertThat(memory.getInt(8)).isEqualTo(0x041122FF);
        assertThatThrownBy(() -> memory.read(PAGE - 1, out, 0, 2)).hasMessage(TRAP);
        assertThatThrownBy(() -> memory.read(0, out, 3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> memory.write(0, out, 3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @EnumSource
    void anImportedMemoryKeepsTheSegmentsOfItsExporter(Execution execution) {
        CoreInstance owner = instance("data-owner", execution);
        CoreInstance user = instance("data-user", execution, memory(owner));
        call(owner, "init", 0, 0, 5);
        call(user, "init", 8, 0, 5);
        byte[] text = new byte[13];
        memory(owner).read(0, text, 0, 13);
        assertThat(new String(text, StandardCharsets.ISO_8859_1)).isEqualTo("owner\0\0\0user!");
        assertThat(call(user, "load", 64)).isEqualTo('a');
        call(owner, "drop");
        assertThat(reason(owner, "init", 0, 0, 1)).isEqualTo(TRAP);
        call(owner, "init", 0, 0, 0);
        call(user, "init", 16, 0, 5);
        assertThat(call(owner, "load", 16)).isEqualTo('u');
        // An active segment is dropped when it has been written.
        assertThat(reason(user, "init-active", 1)).isEqualTo(TRAP);
    }

    @ParameterizedTest
    @EnumSource
    void allInstancesSeeAMemoryGrow(Execution execution) {
        CoreInstance owner = instance("data-owner", execution);
        CoreInstance user = instance("data-user", execution, memory(owner));
        CoreMemory memory = memory(owner);
        assertThat(call(owner, "grow", 2)).isEqualTo(1);
        assertThat(call(user, "size")).isEqualTo(3);
        call(owner, "store", 3 * PAGE - 1, 9);
        assertThat(call(user, "load", 3 * PAGE - 1)).isEqualTo(9);
        assertThat(memory.getByte(3 * PAGE - 1)).isEqualTo((byte) 9);
        assertThat(call(instance("data-user", execution, memory), "size")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void twoInstancesOfAModuleHaveTheirOwnSegments(Execution execution) {
        CoreModule module = Modules.module("data-owner", execution);
        CoreInstance first = module.instantiate(List.of());
        call(first, "drop");
        CoreInstance second = module.instantiate(List.of());
        call(second, "init", 0, 0, 5);
        assertThat(call(second, "load", 0)).isEqualTo('o');
        assertThat(call(first, "load", 0)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void atomicOperations(Execution execution) throws Exception {
        CoreInstance guest = instance("atomics", execution);
        assertThat(call(guest, "add", 8, 5)).isZero();
        assertThat(call(guest, "add", 8, -7)).isEqualTo(5);
        assertThat((int) call(guest, "load", 8)).isEqualTo(-2);
        assertThat(call(guest, "exchange", 16, 0, 1L << 40)).isZero();
        assertThat(call(guest, "exchange", 16, 3, 4)).isEqualTo(1L << 40);
        assertThat(reason(guest, "load", 6)).isEqualTo("unaligned atomic");
        assertThat(reason(guest, "load", PAGE)).isEqualTo(TRAP);
        assertThat(call(guest, "wait", 8, 0, -1)).isEqualTo(1);
        assertThat(call(guest, "wait", 8, -2, 1_000)).isEqualTo(2);
        assertThat(call(guest, "notify", 8, 1)).isZero();
        byte[] array = memory(guest).array();
        assertThat(call(guest, "grow", 1)).isEqualTo(1);
        assertThat(memory(guest).array()).isSameAs(array);
    }

    @Test
    void aWaitingThreadIsWoken() throws Exception {
        WaitQueue queue = new WaitQueue();
        int[] result = {-1};
        Thread waiting = new Thread(() -> result[0] = queue.await(4, () -> true, -1));
        waiting.start();
        int woken = 0;
        while (woken == 0) {
            woken = queue.wake(4, -1);
            Thread.sleep(1);
        }
        waiting.join();
        assertThat(woken).isEqualTo(1);
        assertThat(result[0]).isZero();
        assertThat(queue.wake(4, 1)).isZero();
    }
}

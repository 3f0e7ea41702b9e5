package dev.witloof.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ModuleCompilerTest {

    private static void unsigned(ByteArrayOutputStream out, int value) {
        int left = value;
        while (left >= 0x80) {
            out.write(left & 0x7F | 0x80);
            left >>>= 7;
        }
        out.write(left);
    }

    private static void section(ByteArrayOutputStream out, int id, byte[] content) {
        out.write(id);
        unsigned(out, content.length);
        out.writeBytes(content);
    }

    /** Exports {@code large}, which adds 300 to its parameter 20,000 times, and {@code small}, which calls it. */
    static byte[] moduleWithALargeFunction() {
        ByteArrayOutputStream large = new ByteArrayOutputStream();
        large.write(0);
        for (int i = 0; i < 20_000; i++) {
            large.writeBytes(new byte[] {0x20, 0, 0x41, (byte) 0xAC, 2, 0x6A, 0x21, 0});
        }
        large.writeBytes(new byte[] {0x20, 0, 0x0B});
        byte[] small = {0, 0x20, 0, 0x10, 0, 0x41, 1, 0x6A, 0x0B};
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        code.write(2);
        unsigned(code, large.size());
        code.writeBytes(large.toByteArray());
        unsigned(code, small.length);
        code.writeBytes(small);
        ByteArrayOutputStream module = new ByteArrayOutputStream();
        module.writeBytes(new byte[] {0, 0x61, 0x73, 0x6D, 1, 0, 0, 0});
        section(module, 1, new byte[] {1, 0x60, 1, 0x7F, 1, 0x7F});
        section(module, 3, new byte[] {2, 0, 0});
        section(module, 7, new byte[] {2, 1, 'l', 0, 0, 1, 's', 0, 1});
        section(module, 10, code.toByteArray());
        return module.toByteArray();
    }

    @Test
    void aFunctionThatExceedsAMethodIsInterpretedAmongCompiledOnes() throws Throwable {
        byte[] bytes = moduleWithALargeFunction();
        CoreModule module = CoreModule.parse(bytes, 0, bytes.length, "large");
        assertThat(module.code().compiled()).isNotNull();
        CoreInstance instance = module.instantiate(List.of());
        CoreFunction small = Modules.function(instance, "s");
        CoreFunction large = Modules.function(instance, "l");
        assertThat(small.call(7)).containsExactly(6_000_008);
        assertThat(small.direct()).isPresent();
        assertThat((int) small.handle().invokeExact(8)).isEqualTo(6_000_009);
        assertThat(large.call(7)).containsExactly(6_000_007);
        assertThat((int) large.handle().invokeExact(8)).isEqualTo(6_000_008);
    }

    @Test
    void modulesThatOnlyPassCallsOnAreNotCompiled() {
        for (String forwarder : List.of("shim", "fixup", "huge-table-max")) {
            assertThat(Modules.module(forwarder, Execution.AUTOMATIC).code().compiled())
                    .as(forwarder)
                    .isNull();
        }
        for (String other : List.of("calls", "names", "memory", "throws")) {
            assertThat(Modules.module(other, Execution.AUTOMATIC).code().compiled())
                    .as(other)
                    .isNotNull();
        }
        assertThat(Modules.module("shim", Execution.COMPILED).code().compiled()).isNotNull();
        assertThat(Modules.module("calls", Execution.INTERPRETED).code().compiled())
                .isNull();
    }

    @Test
    void whatTheCompilerRefusesIsInterpreted() {
        CoreModule module = Modules.module("simd", Execution.AUTOMATIC);
        assertThat(module.code().compiled()).isNull();
        assertThat(Modules.call(module.instantiate(List.of()), "add", 2, 3)).isEqualTo(5);
        assertThat(Modules.reason(module.instantiate(List.of()), "vector"))
                .isEqualTo("the core engine lacks the instruction V128_CONST");
    }
}

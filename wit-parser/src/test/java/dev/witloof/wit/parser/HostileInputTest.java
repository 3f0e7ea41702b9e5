package dev.witloof.wit.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.WitException;
import dev.witloof.wit.WitPackages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each of these recurses in the native parser as deep as its input is long; an overflow would end this JVM. */
class HostileInputTest {

    private final WitParser parser = WitParser.create();

    @Test
    void aChainOfInterfaces() {
        StringBuilder text = new StringBuilder("package a:b;\ninterface i0 { type t = u32; }\n");
        for (int i = 1; i < 10_100; i++) {
            text.append("interface i")
                    .append(i)
                    .append(" { use i")
                    .append(i - 1)
                    .append(".{t}; }\n");
        }
        text.append("world w { import i10099; }");
        assertThat(text.length()).isGreaterThan(350_000);
        WitPackages wit = parser.parseText(text.toString());
        assertThat(wit.world("w").imports()).hasSize(10_100);
        assertThat(wit.world("w").imports().get(0).key()).isEqualTo("a:b/i0");
    }

    @Test
    void aChainOfTypes() {
        StringBuilder text = new StringBuilder("package a:b; interface i { type t0 = u32;\n");
        for (int i = 1; i < 20_000; i++) {
            text.append("type t").append(i).append("=t").append(i - 1).append(";\n");
        }
        assertThat(parser.parseText(text.append("}").toString())
                        .main()
                        .interfaces()
                        .get(0)
                        .types())
                .hasSize(20_000);
    }

    @Test
    void aChainOfPackages() {
        StringBuilder text = new StringBuilder("package a:b;\npackage a:p0 { interface i { type t = u8; } }\n");
        for (int i = 1; i < 2_000; i++) {
            text.append("package a:p")
                    .append(i)
                    .append("{interface i{use a:p")
                    .append(i - 1)
                    .append("/i.{t};}}\n");
        }
        assertThat(parser.parseText(text.toString()).packages()).hasSize(2_001);
    }

    @Test
    void aChainOfWorlds() {
        StringBuilder text = new StringBuilder("package a:b;\nworld w0 { import f: func(); }\n");
        for (int i = 1; i < 5_000; i++) {
            text.append("world w").append(i).append("{include w").append(i - 1).append(";}\n");
        }
        assertThat(parser.parseText(text.toString()).world("w4999").imports()).hasSize(1);
    }

    @Test
    void listsOfLists() {
        String text =
                "package a:b;\ninterface i { f: func(x: " + "list<".repeat(50_000) + "u8" + ">".repeat(50_000) + "); }";
        assertThatThrownBy(() -> parser.parseText(text))
                .isInstanceOf(WitException.class)
                .hasMessageStartingWith("input.wit:2:526: type nesting too deep\n…list<list<");
    }

    @Test
    void bracesOfPackages() {
        String text = "package a:b;\n" + "package c:d {".repeat(50_000);
        assertThatThrownBy(() -> parser.parseText(text))
                .isInstanceOf(WitException.class)
                .hasMessageStartingWith("input.wit:2:");
    }

    @Test
    void oneLongLineIsReadInTime() {
        StringBuilder text = new StringBuilder("package a:b; interface i { ");
        for (int i = 0; i < 30_000; i++) {
            text.append("func-n").append(i).append(": func(p: u8); ");
        }
        List<?> functions = parser.parseText(text.append("/* ü */ }").toString())
                .main()
                .interfaces()
                .get(0)
                .functions();
        assertThat(functions).hasSize(30_000);
    }

    @Test
    void aPanicIsAnException() {
        NativeCall call = new NativeCall(LibraryLoader.load());
        assertThatThrownBy(() -> call.run(Operation.PANIC, new Request(List.of(), false, 100)))
                .isInstanceOf(WitException.class)
                .hasMessageMatching("the WIT parser failed on this input, which is a defect of the parser:"
                        + " this operation always panics \\(src/ops/mod\\.rs:[0-9]+\\)");
        // And the library still works.
        assertThat(parser.parseText("package a:b;").main().toString()).isEqualTo("a:b");
    }

    @Test
    void anInterruptIsKeptForTheCaller() {
        Thread.currentThread().interrupt();
        WitPackages wit = parser.parseText("package a:b;");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(wit.main().toString()).isEqualTo("a:b");
    }
}

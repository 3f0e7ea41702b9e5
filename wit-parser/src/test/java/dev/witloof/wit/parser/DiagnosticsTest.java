package dev.witloof.wit.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;
import dev.witloof.error.WitException;
import dev.witloof.error.WitException.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {

    private final WitParser parser = WitParser.create();

    private WitException wrong(Map<String, String> files) {
        Map<String, byte[]> bytes = new HashMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return catchThrowableOfType(WitException.class, () -> parser.parse(bytes));
    }

    private WitException wrong(String text) {
        return catchThrowableOfType(WitException.class, () -> parser.parseText(text));
    }

    @Test
    void aSyntaxErrorHasItsLineUnderlined() {
        WitException e = wrong("package a:b;\ninterface i {\n  f: func(x u32);\n}\n");
        assertThat(e).hasMessage("""
                input.wit:3:13: expected ':', found keyword `u32`
                  f: func(x u32);
                            ^^^""");
        assertThat(e.diagnostics())
                .containsExactly(new Diagnostic(
                        "syntax",
                        "expected ':', found keyword `u32`",
                        "input.wit",
                        39,
                        42,
                        3,
                        13,
                        "  f: func(x u32);\n            ^^^",
                        List.of()));
    }

    @Test
    void columnsCountUtf16Units() {
        WitException e = wrong("package a:b;\n/* ß 😀 */ interface i { f: func() -> nothing; }\n");
        assertThat(e).hasMessage("""
                input.wit:2:39: name `nothing` does not exist
                /* ß 😀 */ interface i { f: func() -> nothing; }
                                                     ^^^^^^^""");
    }

    @Test
    void severalBadFilesReportTogether() {
        WitException e = wrong(Map.of(
                "b.wit", "interface { }",
                "a.wit", "package a:b;\n\ninterface i { f: fun(); }",
                "good.wit", "interface good { }",
                "deps/c/c.wit", "package c:d; world"));
        assertThat(e).hasMessage("""
                a.wit:3:18: expected keyword `func`, found an identifier
                interface i { f: fun(); }
                                 ^^^
                b.wit:1:11: expected an identifier or string, found '{'
                interface { }
                          ^
                deps/c/c.wit:1:19: expected an identifier or string, found eof
                package c:d; world
                                  ^""");
    }

    @Test
    void unresolvedNamesOfSeveralPackagesReportTogether() {
        WitException e = wrong(Map.of(
                "w.wit", "package a:b;\nworld w { import nothing; }",
                "deps/c.wit", "package c:d;\ninterface i { use j.{t}; }"));
        assertThat(e).hasMessage("""
                deps/c.wit:2:19: interface or world `j` does not exist
                interface i { use j.{t}; }
                                  ^
                w.wit:2:18: interface or world `nothing` does not exist
                world w { import nothing; }
                                 ^^^^^^^""");
        assertThat(e.diagnostics().stream().map(Diagnostic::code)).containsExactly("unresolved", "unresolved");
    }

    @Test
    void aMissingPackageIsNamedWithThoseThatAreThere() {
        WitException e = wrong(Map.of(
                "w.wit", "package a:b;\nworld w { import wasi:io/streams@0.2.0; }",
                "deps/c.wit", "package c:d;"));
        assertThat(e).hasMessage("""
                w.wit:2:18: package `wasi:io@0.2.0` not found; given are `a:b`, `c:d`
                world w { import wasi:io/streams@0.2.0; }
                                 ^^^^^^^""");
    }

    @Test
    void aMissingInterfaceOfAnotherPackage() {
        WitException e = wrong(Map.of(
                "w.wit", "package a:b;\nworld w { import c:d/x; }", "deps/c.wit", "package c:d;\ninterface i { }"));
        assertThat(e).hasMessage("""
                w.wit:2:22: interface `x` not found in package `c:d`
                world w { import c:d/x; }
                                     ^""");
    }

    @Test
    void onePackageInTwoFoldersNamesBoth() {
        WitException e =
                wrong(Map.of("w.wit", "package a:b;", "deps/c.wit", "package c:d;", "deps/x/c.wit", "\npackage c:d;"));
        assertThat(e).hasMessage("""
                deps/x/c.wit:2:9: package `c:d` is defined twice
                package c:d;
                        ^^^
                  deps/c.wit:1:9: the other definition""");
    }

    @Test
    void packagesThatNeedEachOther() {
        WitException e = wrong(Map.of(
                "w.wit", "package a:b;\ninterface i { type t = u8; use c:d/j.{u}; }",
                "deps/c.wit", "package c:d;\ninterface j { type u = u8; use a:b/i.{t}; }"));
        assertThat(e.diagnostics()).hasSize(1);
        assertThat(e.diagnostics().get(0).code()).isEqualTo("cycle");
        assertThat(e.diagnostics().get(0).message()).isEqualTo("package `c:d` creates a dependency cycle");
    }

    @Test
    void anImportSpeltLikeAPackageIsNotAnImportUnderAName() {
        String interfaces = "package x:y;\ninterface c { }\nworld w {\n";
        assertThat(wrong(interfaces + "  import a:c;\n  export %b:x:y/c;\n}")).hasMessage("""
                input.wit:4:10: cannot import a package, which `a:c` names; to import `c` under the name `a`, write `import a: c`, with a space
                  import a:c;
                         ^^^
                input.wit:5:10: cannot export a package, which `%b:x:y/c` names; to export `x:y/c` under the name `%b`, write `export %b: x:y/c`, with a space
                  export %b:x:y/c;
                         ^^^^^^^^""");
        for (String fine : List.of(
                "import a: c;", "import a :c;", "import a:/**/c;", "import a:interface{}", "import a:func();")) {
            assertThat(parser.parseText(interfaces + fine + "}").world("w").imports())
                    .hasSize(1);
        }
    }

    @Test
    void textThatIsNoUtf8() {
        byte[] latin = "package a:b;\n// \u00fc".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> parser.parse(Map.of("w.wit", latin)))
                .isInstanceOf(WitException.class)
                .hasMessage("w.wit:2:4: expected UTF-8\n// \n   ^");
    }

    @Test
    void noFileAndNoPackage() {
        assertThatThrownBy(() -> parser.parse(Map.of()))
                .isInstanceOf(WitException.class)
                .hasMessage("expected at least one .wit file, found none");
        assertThat(wrong("interface i { }"))
                .hasMessage("input.wit: no `package` header was found in any WIT file for this package");
    }

    @Test
    void twoIncludesWithOnePlainName() {
        WitException e = wrong("package a:b;\ninterface s { }\nworld x { import n: s; }\nworld y { import n: s; }\n"
                + "world z {\n  include x;\n  include y;\n}");
        assertThat(e).hasMessage("""
                input.wit:7:11: the world has an import `n` already
                  include y;
                          ^""");
        assertThat(e.diagnostics().get(0).code()).isEqualTo("duplicate");
    }

    @Test
    void anInputThatIsTooLarge() {
        WitParser small = WitParser.builder().maxInput(20).build();
        assertThatThrownBy(() -> small.parseText("package a:b; interface i { }"))
                .isInstanceOf(WitException.class)
                .hasMessage("the input has at least 28 bytes; at most 20 are allowed");
        assertThat(small.parseText("package a:b;").main().toString()).isEqualTo("a:b");
        assertThatThrownBy(() -> WitParser.builder().maxInput(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxInput: expected 1 to 268435456 bytes, found 0");
    }

    @Test
    void bytesThatAreNoComponent() {
        assertThatThrownBy(() -> parser.decode("package a:b;".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedException.class)
                .hasMessage("offset 0x0: expected a component in binary form, which begins with 00 61 73 6d");
        assertThatThrownBy(() -> parser.decode(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0}))
                .isInstanceOf(MalformedException.class)
                .hasMessage("offset 0x4: expected a component, found a core module");
        byte[] guest = Guests.bytes("wat-mirror/mirror.wasm");
        assertThatThrownBy(() -> parser.decode(Arrays.copyOf(guest, 100))).isInstanceOf(MalformedException.class);
    }

    @Test
    void aDependencyThatIsNoPackage() {
        Map<String, byte[]> files = Map.of(
                "w.wit", "package a:b;".getBytes(StandardCharsets.UTF_8),
                "deps/c.wasm", Guests.bytes("wat-mirror/mirror.wasm"));
        assertThatThrownBy(() -> parser.parse(files))
                .isInstanceOf(WitException.class)
                .hasMessage("deps/c.wasm: expected a WIT package in binary form, found a component");
    }

    @Test
    void mutatedComponentsGiveNoOtherError() {
        byte[] guest = Guests.bytes("wat-mirror/mirror.wasm");
        Random random = new Random(7);
        int decoded = 0;
        for (int i = 0; i < 300; i++) {
            byte[] mutant = guest.clone();
            mutant[8 + random.nextInt(mutant.length - 8)] = (byte) random.nextInt();
            try {
                parser.decode(mutant);
                decoded++;
            } catch (MalformedException | InvalidException e) {
                assertThat(e).hasMessageNotContaining("panic");
            }
        }
        assertThat(decoded).isBetween(1, 299);
    }
}

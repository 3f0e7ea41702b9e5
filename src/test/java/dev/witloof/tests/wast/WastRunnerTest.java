package dev.witloof.tests.wast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Linker;
import dev.witloof.type.Feature;
import dev.witloof.type.Features;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WastRunnerTest {

    /** Exports {@code f}, which returns 7 and traps when it is called again. */
    private static final String ONCE = """
            (component definition $Once
              (core module $m
                (global $called (mut i32) (i32.const 0))
                (func (export "f") (result i32)
                  (if (global.get $called) (then unreachable))
                  (global.set $called (i32.const 1))
                  (i32.const 7)))
              (core instance $i (instantiate $m))
              (func (export "f") (result u32) (canon lift (core func $i "f"))))
            """;

    private static final String TRAPS =
            "(component (core module $m (func $f unreachable) (start $f)) (core instance (instantiate $m)))";

    private static final String NEEDS = "(component (import \"f\" (func)))";

    @BeforeEach
    void library() {
        Required.library();
    }

    private static List<Outcome> run(WastRunner runner, String script) {
        return runner.run("s.wast", script.getBytes(StandardCharsets.UTF_8), Selection.ALL);
    }

    private static List<String> failures(String script) {
        return failures(new WastRunner(Features.DEFAULT), script);
    }

    private static List<String> failures(WastRunner runner, String script) {
        return run(runner, script).stream()
                .filter(outcome -> !outcome.passed())
                .map(Outcome::toString)
                .toList();
    }

    @Test
    void everyKindOfCommandCanPass() {
        List<Outcome> outcomes = run(
                new WastRunner(Features.DEFAULT),
                ONCE
                        + """
                        (component instance $a $Once)
                        (invoke "f")
                        (assert_trap (invoke "f") "unreachable")
                        (component instance $b $Once)
                        (assert_return (invoke $b "f") (u32.const 7))
                        (assert_trap (invoke $a "f") "cannot enter")
                        (component instance $c $Once)
                        (register "earlier" $c)
                        (component
                          (import "earlier" (instance $e (export "f" (func (result u32)))))
                          (export "g" (func $e "f")))
                        (assert_return (invoke "g") (u32.const 7))
                        (assert_malformed (component binary "\\00asn") "magic")
                        (assert_malformed (component quote "(nonsense)") "text")
                        (assert_invalid (component (export "f" (func 0))) "index")
                        """
                        + "(assert_unlinkable " + NEEDS + " \"unknown import\")"
                        + "(assert_trap " + TRAPS + " \"unreachable\")");

        assertThat(outcomes).allMatch(Outcome::passed);
        assertThat(outcomes)
                .extracting(Outcome::kind)
                .containsExactly(
                        "module_definition",
                        "module_instance",
                        "action",
                        "assert_trap",
                        "module_instance",
                        "assert_return",
                        "assert_trap",
                        "module_instance",
                        "register",
                        "module",
                        "assert_return",
                        "assert_malformed",
                        "assert_malformed",
                        "assert_invalid",
                        "assert_unlinkable",
                        "assert_uninstantiable");
        assertThat(outcomes.get(4))
                .isEqualTo(new Outcome("s.wast", 13, "module_instance", true, "an instance", "an instance"));
        assertThat(outcomes.get(5)).isEqualTo(new Outcome("s.wast", 14, "assert_return", true, "7", "7"));
    }

    @Test
    void anAssertionPassesByItsOwnKindOfExceptionOnly() {
        assertThat(failures("(assert_invalid (component binary \"\\00asn\") \"x\")"))
                .containsExactly("s.wast:1: assert_invalid: expected InvalidException (x), found MalformedException: "
                        + "offset 0x0: expected a component, which begins with 8 bytes of preamble, found only 4");
        assertThat(failures("(assert_malformed (component (export \"f\" (func 0))) \"x\")"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("s.wast:1: assert_malformed: expected MalformedException (x), found InvalidException: ");
        assertThat(failures("(assert_unlinkable " + TRAPS + " \"x\")"))
                .containsExactly("s.wast:1: assert_unlinkable: expected UnlinkableException (x), found none");
        assertThat(failures("(assert_trap " + NEEDS + " \"x\")"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("s.wast:1: assert_uninstantiable: expected UninstantiableException (x), found "
                        + "UnlinkableException: ");
        assertThat(failures("(assert_unlinkable (component (export \"f\" (func 0))) \"x\")"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("s.wast:1: assert_unlinkable: expected UnlinkableException (x), found InvalidException: ");
        assertThat(failures("(component) (assert_trap (invoke \"f\") \"x\")"))
                .containsExactly("s.wast:1: assert_trap: expected TrapException (x), found IllegalArgumentException: "
                        + "component: no func \"f\" is exported; it exports none");
    }

    @Test
    void anAssertionFailsWhereNothingGoesWrong() {
        assertThat(failures("(assert_invalid (component) \"x\")"))
                .containsExactly("s.wast:1: assert_invalid: expected InvalidException (x), found none");
        assertThat(failures("(assert_malformed (component quote \"\") \"x\")"))
                .containsExactly("s.wast:1: assert_malformed: expected MalformedException (x), found none");
        assertThat(failures("(assert_trap (component) \"x\")"))
                .containsExactly("s.wast:1: assert_uninstantiable: expected UninstantiableException (x), found none");
        assertThat(failures(ONCE + "(component instance $Once) (assert_trap (invoke \"f\") \"x\")"))
                .containsExactly("s.wast:10: assert_trap: expected TrapException (x), found 7");
    }

    @Test
    void resultsAreCompared() {
        String instance = ONCE + "(component instance $Once)";

        assertThat(failures(instance + "(assert_return (invoke \"f\") (u32.const 8))"))
                .containsExactly("s.wast:10: assert_return: expected 8, found 7");
        assertThat(failures(instance + "(assert_return (invoke \"f\"))"))
                .containsExactly("s.wast:10: assert_return: expected no result, found 7");
        assertThat(failures(instance + "(assert_return (invoke \"f\") (u8.const 7))"))
                .containsExactly("s.wast:10: assert_return: expected (u8 7), found IllegalArgumentException: "
                        + "a value of u32: expected u32.const, found u8");
        assertThat(failures(instance + "(assert_return (invoke \"f\" (u32.const 1)) (u32.const 7))"))
                .containsExactly("s.wast:10: assert_return: expected (u32 7), found 1 arguments for f: func() -> u32");
    }

    @Test
    void whatDidNotRunHasFailed() {
        assertThat(failures("""
                        (component $I (export "f" (func 0)))
                        (assert_return (invoke "f"))
                        (assert_return (invoke $I "f"))
                        (assert_trap (invoke $J "f") "x")
                        (component instance $I $D)
                        """))
                .hasSize(5)
                .endsWith(
                        "s.wast:2: assert_return: expected no result, found no instance: line 1 failed",
                        "s.wast:3: assert_return: expected no result, found no instance: line 1 failed",
                        "s.wast:4: assert_trap: expected TrapException (x), found no instance $J",
                        "s.wast:5: module_instance: expected an instance, found no definition $D");
        assertThat(failures("(component (import"))
                .containsExactly("s.wast:1: script: expected a command of this kind, found expected a string");
        assertThat(failures("(assert_suspension (invoke \"f\") \"x\")"))
                .containsExactly(
                        "s.wast:1: assert_suspension: expected a command of a component script, found one that is not "
                                + "run here");
    }

    @Test
    void coreModulesThatStandAloneAreRunToo() {
        List<Outcome> outcomes = run(new WastRunner(Features.DEFAULT), """
                (module $M
                  (global (export "g") (mut i32) (i32.const -1))
                  (func (export "two") (param i64) (result i64 f32) (local.get 0) (f32.const 1.5))
                  (func (export "nan") (result f64) (f64.const -nan))
                  (func (export "trap") unreachable)
                  (func $deep (export "deep") (call $deep))
                  (tag $t) (func (export "throw") (throw $t)))
                (assert_return (invoke "two" (i64.const -2)) (i64.const -2) (f32.const 1.5))
                (assert_return (invoke "nan") (f64.const nan:canonical))
                (assert_return (get "g") (i32.const -1))
                (assert_trap (invoke "trap") "unreachable")
                (assert_exhaustion (invoke "deep") "call stack exhausted")
                (assert_exception (invoke "throw"))
                (register "m" $M)
                (module (import "m" "g" (global (mut i32))) (import "spectest" "print_i32" (func (param i32))))
                (assert_unlinkable (module (import "m" "h" (func))) "unknown import")
                (assert_unlinkable (module (import "n" "g" (func))) "unknown import")
                (assert_unlinkable (module (import "m" "g" (func))) "incompatible import type")
                (assert_trap (module (func $f unreachable) (start $f)) "unreachable")
                (assert_invalid (module (func (result i32))) "type mismatch")
                (assert_malformed (module binary "") "unexpected end")
                (assert_malformed (module quote "(func") "unexpected token")
                """);

        assertThat(outcomes).allMatch(Outcome::passed);
        assertThat(outcomes).hasSize(16);
        assertThat(failures("""
                        (module (global (export "g") i64 (i64.const 1)) (func (export "f") (param i32) (result i32) (local.get 0)))
                        (assert_return (invoke "f" (i32.const 1)) (i32.const 2))
                        (assert_return (invoke "f" (i32.const 1)) (i64.const 1))
                        (assert_return (invoke "f" (i64.const 1)) (i32.const 1))
                        (assert_return (invoke "f") (i32.const 1))
                        (assert_return (get "f") (i32.const 1))
                        (assert_return (get "g"))
                        (assert_trap (invoke "f" (i32.const 1)) "x")
                        (assert_unlinkable (module) "x")
                        """))
                .containsExactly(
                        "s.wast:2: assert_return: expected (i32 2), found (i32 1)",
                        "s.wast:3: assert_return: expected (i64 1), found (i32 1)",
                        "s.wast:4: assert_return: expected (i32 1), found an argument (i64 1) for [i32] -> [i32]",
                        "s.wast:5: assert_return: expected (i32 1), found 0 arguments for [i32] -> [i32]",
                        "s.wast:6: assert_return: expected (i32 1), found no global \"f\"",
                        "s.wast:7: assert_return: expected no result, found (i64 1)",
                        "s.wast:8: assert_trap: expected TrapException (x), found (i32 1)",
                        "s.wast:9: assert_unlinkable: expected a module that cannot be linked (x), found none");
    }

    @Test
    void aTrapOfAnotherCauseIsNoExhaustion() {
        assertThat(failures("(module (func (export \"f\") unreachable)) (assert_exhaustion (invoke \"f\") \"x\")"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "s.wast:1: assert_exhaustion: expected TrapException (x), found TrapException: unreachable");
    }

    @Test
    void aGuestThatNeverReturnsIsStoppedAndHasFailed() {
        WastRunner runner = new WastRunner(Linker::builder, Features.DEFAULT, Duration.ofMillis(300));
        String loops = """
                (component
                  (core module $m (func (export "f") (loop $l (br $l))) (func (export "g")))
                  (core instance $i (instantiate $m))
                  (func (export "f") (canon lift (core func $i "f")))
                  (func (export "g") (canon lift (core func $i "g"))))
                (assert_trap (invoke "f") "x")
                (component)
                """;

        assertThat(failures(runner, loops))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "s.wast:6: assert_trap: expected TrapException (x), found TrapException: export f: interrupted");
    }

    @Test
    void scriptsImportWhatTheirLinkerServes() {
        String script = """
                (component
                  (import "host" (instance $h (export "twice" (func (param "x" u32) (result u32)))))
                  (core func $l (canon lower (func $h "twice")))
                  (func (export "run") (param "x" u32) (result u32) (canon lift (core func $l))))
                (assert_return (invoke "run" (u32.const 21)) (u32.const 42))
                (component)
                """;
        WastRunner runner = new WastRunner(
                () -> Linker.builder()
                        .bind("host")
                        .optional()
                        .toFunctions(f -> f.function("twice", (call, args) -> 2 * (Long) args[0])),
                Features.DEFAULT);

        assertThat(failures(runner, script)).isEmpty();
        assertThat(failures(script)).hasSize(2);
    }

    @Test
    void gatesAreTheRunners() {
        String script = "(component (type (list u8 4)))";

        assertThat(failures(new WastRunner(Features.DEFAULT.with(Feature.FIXED_LENGTH_LISTS)), script))
                .isEmpty();
        assertThat(failures(script)).hasSize(1);
    }

    @Test
    void aSelectionLeavesOutAndRunsAlongAndMissesWhatIsNotThere() {
        String script = ONCE + """
                (component instance $a $Once)
                (assert_return (invoke "f") (u32.const 7))
                (component)
                (assert_return (invoke "f"))
                """;
        Selection selection = new Selection(
                Map.of(
                        new Selection.Row(1, "module_definition"), Optional.of(Profile.WASI_0_2),
                        new Selection.Row(11, "assert_return"), Optional.of(Profile.SYNC),
                        new Selection.Row(12, "module"), Optional.of(Profile.GATED),
                        new Selection.Row(13, "assert_return"), Optional.of(Profile.SYNC),
                        new Selection.Row(14, "assert_trap"), Optional.of(Profile.SYNC),
                        new Selection.Row(15, "assert_trap"), Optional.empty()),
                Profile.SYNC);

        List<Outcome> outcomes =
                new WastRunner(Features.DEFAULT).run("s.wast", script.getBytes(StandardCharsets.UTF_8), selection);

        assertThat(outcomes)
                .containsExactly(
                        new Outcome("s.wast", 1, "module_definition", true, "a valid component", "a valid component"),
                        new Outcome("s.wast", 11, "assert_return", true, "7", "7"),
                        new Outcome(
                                "s.wast", 13, "assert_return", false, "no result", "no instance: line 12 is left out"),
                        new Outcome("s.wast", 14, "assert_trap", false, "a command of this kind", "none there"));
    }
}

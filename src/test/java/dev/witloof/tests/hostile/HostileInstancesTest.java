package dev.witloof.tests.hostile;

import static dev.witloof.tests.hostile.Costs.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.error.InvalidException;
import dev.witloof.error.LimitException;
import dev.witloof.error.TrapException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.tests.wast.ComponentText;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Components of a few bytes whose instances would take up more than there is. */
final class HostileInstancesTest {

    private static String times(int count, IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining("\n"));
    }

    private static LinkPlan plan(String text) {
        return Linker.builder()
                .build()
                .plan(Component.load(ComponentText.binaries(text).get(0)));
    }

    private static void assertRefused(String text, String reason) {
        LinkPlan plan = plan(text);
        Throwable refusal = refusal(plan::instantiate);
        assertThat(refusal)
                .isInstanceOf(UninstantiableException.class)
                .hasMessage("component: " + reason)
                .hasCauseInstanceOf(LimitException.class);
    }

    private static void assertMade(String text) {
        LinkPlan plan = plan(text);
        assertThat(refusal(() -> plan.instantiate().close())).isNull();
    }

    @Test
    void instancesThatAreTwiceAsManyEachTime() {
        assertRefused(
                "(component (component $c0)"
                        + times(
                                40,
                                i ->
                                        "(component $c%1$d (instance (instantiate $c%2$d)) (instance (instantiate $c%2$d)))"
                                                .formatted(i + 1, i))
                        + "(instance (instantiate $c40)))",
                "component instances: expected at most 10000 in one store, found 10001 or more");
    }

    @Test
    void instancesInsideInstances() {
        String chain = "(component (component $c0)"
                + times(10_000, i -> "(component $c%d (instance (instantiate $c%d)))".formatted(i + 1, i));
        assertMade(chain + "(instance (instantiate $c98)))");
        assertRefused(
                chain + "(instance (instantiate $c10000)))",
                "component instances: expected at most 100 inside each other, found more");
    }

    @Test
    void coreInstancesOfManyInstances() {
        assertRefused(
                "(component (component $c (core module $m)" + times(200, i -> "(core instance (instantiate $m))") + ")"
                        + times(200, i -> "(instance (instantiate $c))") + ")",
                "core instances: expected at most 10000 in one store, found 10001 or more");
    }

    @Test
    void definitionsOfManyInstances() {
        String large =
                "(component (component $c (core module $m (func (export \"f\"))) (core instance $i (instantiate $m))"
                        + times(1_000, i -> "(alias core export $i \"f\" (core func))") + ")";
        assertMade(large + times(900, i -> "(instance (instantiate $c))") + ")");
        assertRefused(
                large + times(1_000, i -> "(instance (instantiate $c))") + ")",
                "definitions of all instances: expected at most 1000000 in one store, found 1000988 or more");
    }

    @Test
    void globalsOfManyCoreInstances() {
        assertRefused(
                "(component (core module $m" + times(2_000, i -> "(global i32 i32.const 0)") + ")"
                        + times(1_000, i -> "(core instance (instantiate $m))") + ")",
                "definitions of all instances: expected at most 1000000 in one store, found 1001001 or more");
    }

    @Test
    void aThousandMemories() {
        assertMade(
                "(component (core module $m (memory 1))" + times(1_000, i -> "(core instance (instantiate $m))") + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(memory 16385)     | pages of all memories: expected at most 16384 in one store, found 16385 or more",
                "(memory 32767)     | pages of all memories: expected at most 16384 in one store, found 32767 or more"
            })
    void aLargeMemory(String memory, String reason) {
        assertRefused("(component (core module $m %s) (core instance (instantiate $m)))".formatted(memory), reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(memory 32768)           | memory 0: expected at most 32767 pages of 64 KiB, found 32768..",
                "(memory 65536)           | memory 0: expected at most 32767 pages of 64 KiB, found 65536..",
                "(table 10000000 funcref)   | table 0: expected fewer than 10000000 elements, found 10000000 or more"
            })
    void whatNoHostHas(String definition, String reason) {
        LinkPlan plan = plan("(component (core module $m %s) (core instance (instantiate $m)))".formatted(definition));
        Throwable refusal = refusal(plan::instantiate);
        assertThat(refusal).isInstanceOf(UninstantiableException.class).hasMessage("core module 0, " + reason);
    }

    @Test
    void aTableWithAllElementsThatAnIndexCanName() {
        byte[] component = ComponentText.binaries("(component (core module (table 4294967295 funcref)))")
                .get(0);
        assertThat(refusal(() -> Component.load(component)))
                .isInstanceOf(InvalidException.class)
                .hasMessage(
                        "core module at 0xa, core module 0: size minimum must not be greater than maximum; here a table"
                                + " without maximum has one of 10000000");
    }

    @Test
    void manyLargeTables() {
        assertRefused(
                "(component (core module $m (table 3000000 funcref))"
                        + times(100, i -> "(core instance (instantiate $m))") + ")",
                "elements of all tables: expected at most 10000000 in one store, found 12000000 or more");
    }

    /** A memory of one page in which each list is the whole page once more. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(list (list (list u8)))                        | list",
                "(list (list string))                           | string",
                "(list (list (tuple (tuple (tuple (tuple u8)))))) | list"
            })
    void listsThatOverlap(String type, String what) {
        String text = """
                (component
                  (core module $m
                    (memory (export "memory") 1)
                    (func (export "get") (result i32) (local $at i32)
                      (loop $next
                        (i32.store (local.get $at) (i32.const 0))
                        (i32.store offset=4 (local.get $at) (i32.const 8063))
                        (local.set $at (i32.add (local.get $at) (i32.const 8)))
                        (br_if $next (i32.lt_u (local.get $at) (i32.const 65536))))
                      (i32.const 0)))
                  (core instance $i (instantiate $m))
                  (func (export "get") (result %s) (canon lift (core func $i "get") (memory $i "memory"))))
                """.formatted(type);
        try (ComponentInstance instance = plan(text).instantiate()) {
            Throwable refusal = refusal(1L << 30, () -> instance.function("get").call());
            assertThat(refusal).isInstanceOf(LimitException.class);
            assertThat(((TrapException) refusal).reason())
                    .matches(what + ": expected values that take at most 536870912 bytes together, found \\d+ or more");
        }
    }
}

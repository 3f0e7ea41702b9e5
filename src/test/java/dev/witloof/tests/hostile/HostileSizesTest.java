package dev.witloof.tests.hostile;

import static dev.witloof.tests.hostile.Costs.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;
import dev.witloof.error.TrapException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import dev.witloof.tests.wast.ComponentText;
import dev.witloof.type.Feature;
import dev.witloof.type.Features;
import java.io.ByteArrayOutputStream;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each is refused in a few seconds of processor time at most, with little memory, or runs as quickly. */
final class HostileSizesTest {

    private static final int MANY = 10_000;

    private static final String OUTER = "component section, component 0, ".repeat(4);

    private static byte[] binary(String text) {
        return ComponentText.binaries(text).get(0);
    }

    /** A component of a definition and more of them, each about the one before. */
    private static byte[] chain(String first, IntFunction<String> next) {
        return binary(IntStream.range(1, MANY).mapToObj(next).collect(Collectors.joining("\n", first + "\n", ")")));
    }

    /** Two chains of types that are equal, each about the one before, under an {@code eq} bound. */
    @Test
    void typesThatAreComparedAtEveryLevel() {
        String types = IntStream.range(1, 46)
                .mapToObj(i ->
                        "(type (instance (alias outer 1 %d (type)) (export \"a\" (type (eq 0)))))".formatted(i - 1))
                .collect(Collectors.joining("\n", "(type (instance))\n", "\n"));
        byte[] component = binary("(component definition (component " + types + "(import \"t\" (type (eq 45))))" + types
                + "(instance (instantiate 0 (with \"t\" (type 45)))))");

        assertThat(refusal(() -> Component.load(component))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "string                | string: expected at most 268435455 bytes, found 4294967295",
                "(list u8)             | list: expected at most 268435455 bytes, found 4294967295 times 1",
                "(list u64)            | list: expected at most 268435455 bytes, found 4294967295 times 8",
                "(list string)         | list: expected at most 268435455 bytes, found 4294967295 times 8",
                "(list (tuple u8 u64)) | list: expected at most 268435455 bytes, found 4294967295 times 16",
                "(map string u64)      | map: expected at most 268435455 bytes, found 4294967295 times 16"
            })
    void aListWithAllElementsThatAnAddressCanHave(String type, String reason) {
        byte[] component = binary("""
                (component
                  (core module $m
                    (memory (export "memory") 1)
                    (data (i32.const 0) "\\08\\00\\00\\00\\ff\\ff\\ff\\ff")
                    (func (export "get") (result i32) (i32.const 0)))
                  (core instance $i (instantiate $m))
                  (func (export "get") (result %s) (canon lift (core func $i "get") (memory $i "memory"))))
                """.formatted(type));
        try (ComponentInstance instance =
                Linker.builder().build().plan(Component.load(component)).instantiate()) {
            Throwable refusal = refusal(() -> instance.function("get").call());
            assertThat(refusal).isInstanceOf(TrapException.class);
            assertThat(((TrapException) refusal).reason()).isEqualTo(reason);
        }
    }

    @Test
    void aListWhoseTypeHasAllElements() {
        Features gated = Features.DEFAULT.with(Feature.FIXED_LENGTH_LISTS);
        byte[] component = binary("(component (type (list u8 4294967295)))");
        assertThat(refusal(() -> Component.load(component, gated)))
                .isInstanceOf(InvalidException.class)
                .hasMessage(
                        "type at 0xb: a value of the type takes 2^28 bytes or more, expected fewer: list<u8, 4294967295>");
    }

    @Test
    void typesOfTypes() {
        byte[] component = chain("(component (type $t0 (list u8))", i -> "(type $t%d (list $t%d))".formatted(i, i - 1));
        assertThat(refusal(() -> Component.load(component)))
                .isInstanceOf(InvalidException.class)
                .hasMessage("type at 0xf6: the type is nested deeper than 100 levels");
    }

    @Test
    void typesThatAreTwiceAsLargeEachTime() {
        byte[] component = chain(
                "(component (type $t0 (list u8))", i -> "(type $t%1$d (tuple $t%2$d $t%2$d))".formatted(i, i - 1));
        assertThat(refusal(() -> Component.load(component)))
                .isInstanceOf(InvalidException.class)
                .hasMessage("type at 0x58: the type is larger than 1000000 nodes");
    }

    @Test
    void instancesOfInstances() {
        byte[] component = chain(
                "(component (instance $i0)", i -> "(instance $i%d (export \"a\" (instance $i%d)))".formatted(i, i - 1));
        assertThat(refusal(() -> Component.load(component)))
                .isInstanceOf(InvalidException.class)
                .hasMessage("instance at 0x2c5: the type is nested deeper than 100 levels");
    }

    @Test
    void instancesThatAreGivenTheOneBefore() {
        byte[] component = chain(
                "(component (component $c (import \"a\" (instance))) (instance $i0)",
                i -> "(instance $i%d (instantiate $c (with \"a\" (instance $i%d))))".formatted(i, i - 1));
        // Nothing is wrong with these, however many: no stack grows with them.
        assertThat(refusal(() -> Linker.builder()
                        .build()
                        .plan(Component.load(component))
                        .instantiate()
                        .close()))
                .isNull();
    }

    @Test
    void typesThatEqualTheOneBefore() {
        byte[] component = chain(
                "(component (import \"r0\" (type $r0 (sub resource)))",
                i -> "(import \"r%1$d\" (type $r%1$d (eq $r%2$d)))".formatted(i, i - 1));
        assertThat(refusal(() -> Component.load(component))).isNull();
    }

    @Test
    void anAliasOfWhatIsFarOutside() {
        byte[] component = binary("(component (alias outer 4294967295 0 (type)))");
        assertThat(refusal(() -> Component.load(component)))
                .isInstanceOf(InvalidException.class)
                .hasMessage("alias at 0xb: expected an outer count of at most 0, found 4294967295");
    }

    @Test
    void aliasesOfEachExportOfOneInstance() {
        String exports = each("(export \"e%1$d\" (func))");
        assertLoads("(component (import \"i\" (instance $i %s)) %s)"
                .formatted(exports, each("(alias export $i \"e%1$d\" (func))")));
    }

    /** What is written twice, ten thousand times each, stands for a hundred million. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(type $t (func <(param \"p%1$d\" u8)>)) <(import \"f%1$d\" (func (type $t)))>"
                        + " | import at 0x11614: the types of the component are larger than 3000000 nodes",
                "(import \"f\" (func $f <(param \"p%1$d\" u8)>)) <(export \"f%1$d\" (func $f))>"
                        + " | export at 0x1173d: the types of the component are larger than 3000000 nodes",
                "(type $t (instance <(export \"e%1$d\" (func))>)) <(import \"i%1$d\" (instance (type $t)))>"
                        + " | import at 0x27073: the types of the component are larger than 3000000 nodes",
                "(import \"i\" (instance $i <(export \"e%1$d\" (func))>)) <(export \"i%1$d\" (instance $i))>"
                        + " | export at 0x27631: the types of the component are larger than 3000000 nodes",
                "(core type $t (module <(import \"m\" \"i%1$d\" (func))>)) <(import \"m%1$d\" (core module (type $t)))>"
                        + " | import at 0x27656: the types of the component are larger than 3000000 nodes",
                "(core type $t (module <(import \"i\" \"i%1$d\" (func))>)) (import \"m\" (core module $m (type $t)))"
                        + " (import \"f\" (func $f)) (core func $g (canon lower (func $f)))"
                        + " (core instance $i <(export \"i%1$d\" (func $g))>)"
                        + " <(core instance (instantiate $m (with \"i\" (instance $i))))>"
                        + " | core instance at 0x3a349: the core instances of the component have more than 1000000 imports"
            })
    void manyUsesOfManyThings(String text, String message) {
        StringBuilder whole = new StringBuilder("(component ");
        for (String part : text.split("(?=[<>])")) {
            whole.append(part.startsWith("<") ? each(part.substring(1)) : part.replaceFirst("^>", ""));
        }
        byte[] component = binary(whole.append(')').toString());
        assertThat(refusal(() -> Component.load(component)))
                .isInstanceOf(InvalidException.class)
                .hasMessage(message);
    }

    @Test
    void manyInstancesOfAModuleWithManyExports() {
        assertLoads("(component (core module $m (func) %s) %s)"
                .formatted(each("(export \"e%1$d\" (func 0))"), each("(core instance (instantiate $m))")));
    }

    private static String each(String format) {
        return IntStream.range(0, MANY).mapToObj(format::formatted).collect(Collectors.joining("\n"));
    }

    private static void assertLoads(String text) {
        byte[] component = binary(text);
        assertThat(refusal(() -> Component.load(component))).isNull();
    }

    @Test
    void componentsInComponents() {
        assertThat(refusal(() -> Component.load(nested())))
                .isInstanceOf(MalformedException.class)
                .hasMessage(OUTER + "… 186 more …, " + OUTER
                        + "offset 0x586: expected components nested at most 100 deep, found one deeper");
    }

    /** Made from the innermost to the outermost, and from the end to the start. */
    private static byte[] nested() {
        byte[] preamble = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};
        ByteArrayOutputStream backwards = new ByteArrayOutputStream();
        for (int i = 0; i < MANY; i++) {
            if (i > 0) {
                // The size, in as many bytes as one of 32 bits can take, and the section's id.
                int size = backwards.size();
                for (int shift = 28; shift >= 0; shift -= 7) {
                    backwards.write(size >>> shift & 0x7F | (shift == 28 ? 0 : 0x80));
                }
                backwards.write(4);
            }
            for (int b = preamble.length - 1; b >= 0; b--) {
                backwards.write(preamble[b]);
            }
        }
        byte[] bytes = backwards.toByteArray();
        for (int from = 0, to = bytes.length - 1; from < to; from++, to--) {
            byte last = bytes[to];
            bytes[to] = bytes[from];
            bytes[from] = last;
        }
        return bytes;
    }
}

package dev.witloof.tests.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.core.CoreModule;
import dev.witloof.error.TrapException;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.ExportedInstance;
import dev.witloof.link.Linker;
import dev.witloof.tests.wast.Required;
import dev.witloof.value.RecordValue;
import dev.witloof.value.ResourceValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of import, from Java and from another component. */
final class ImportKindsTest {

    @BeforeEach
    void library() {
        Required.library();
    }

    /** {@code (module (func (export "f") (result i32) i32.const N))}. */
    static CoreModule constant(int n) {
        byte[] bytes = {
            0, 'a', 's', 'm', 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7f, 3, 2, 1, 0, 7, 5, 1, 1, 'f', 0, 0, 10, 6, 1, 4, 0,
            0x41, (byte) n, 0x0b
        };
        return CoreModule.parse(bytes, 0, bytes.length, "");
    }

    @Test
    void aCoreModuleFromJava() {
        Component component = Parts.component("""
                (component
                  (import "m" (core module $m (export "f" (func (result i32)))))
                  (core instance $a (instantiate $m))
                  (func (export "f") (result u32) (canon lift (core func $a "f"))))
                """);

        try (ComponentInstance five = Linker.builder()
                        .bind("m")
                        .toModule(constant(5))
                        .build()
                        .plan(component)
                        .instantiate();
                ComponentInstance six = Linker.builder()
                        .bind("m")
                        .toModule(constant(6))
                        .build()
                        .plan(component)
                        .instantiate()) {
            assertThat(five.function("f").call()).isEqualTo(5L);
            assertThat(six.function("f").call()).isEqualTo(6L);
        }
    }

    @Test
    void aCoreModuleThatDoesNotFit() {
        Component component = Parts.component("(component (import \"m\" (core module (export \"g\" (func)))))");

        assertThatThrownBy(() ->
                        Linker.builder().bind("m").toModule(constant(5)).build().plan(component))
                .isInstanceOf(UnlinkableException.class)
                .hasMessageContaining("\"g\"");
    }

    @Test
    void aCoreModuleFromAnotherComponent() {
        try (ComponentInstance has = Parts.instance("""
                        (component
                          (core module (export "m") (func (export "f") (result i32) (i32.const 9))))
                        """);
                ComponentInstance runs = Linker.builder()
                        .bind("code")
                        .toInstance(has, "m")
                        .build()
                        .plan(Parts.component("""
                                (component
                                  (import "code" (core module $m (export "f" (func (result i32)))))
                                  (core instance $a (instantiate $m))
                                  (func (export "f") (result u32) (canon lift (core func $a "f"))))
                                """))
                        .instantiate()) {
            assertThat(runs.function("f").call()).isEqualTo(9L);
        }
    }

    private static final String NEEDS_COMPONENT = """
            (component
              (import "twice" (func $twice (param "n" u32) (result u32)))
              (import "c" (component $C
                (import "f" (func (param "n" u32) (result u32)))
                (export "g" (func (param "n" u32) (result u32)))))
              (instance $one (instantiate $C (with "f" (func $twice))))
              (instance $two (instantiate $C (with "f" (func $one "g"))))
              (export "one" (func $one "g"))
              (export "two" (func $two "g")))
            """;

    private static final String ADDS_ONE = """
            (component
              (import "f" (func $f (param "n" u32) (result u32)))
              (core func $f (canon lower (func $f)))
              (core module $m (import "" "f" (func $f (param i32) (result i32)))
                (func (export "g") (param i32) (result i32) (i32.add (call $f (local.get 0)) (i32.const 1))))
              (core instance $i (instantiate $m (with "" (instance (export "f" (func $f))))))
              (func (export "g") (param "n" u32) (result u32) (canon lift (core func $i "g"))))
            """;

    @Test
    void aComponentAndAFunctionFromJava() {
        try (ComponentInstance app = Linker.builder()
                .bind("c")
                .toComponent(Parts.component(ADDS_ONE))
                .bind("twice")
                .toFunction((call, args) -> (Long) args[0] * 2)
                .build()
                .plan(Parts.component(NEEDS_COMPONENT))
                .instantiate()) {
            assertThat(app.function("one").call(5L)).isEqualTo(11L);
            assertThat(app.function("two").call(5L)).isEqualTo(12L);
        }
    }

    @Test
    void aComponentAndAFunctionFromOtherComponents() {
        try (ComponentInstance has = Parts.instance("(component " + ADDS_ONE.replace("(component\n", "(component $C\n")
                        + " (export \"c\" (component $C)))");
                ComponentInstance twice = Parts.instance("""
                        (component
                          (core module $m (func (export "f") (param i32) (result i32) (i32.shl (local.get 0) (i32.const 1))))
                          (core instance $i (instantiate $m))
                          (func (export "f") (param "n" u32) (result u32) (canon lift (core func $i "f"))))
                        """);
                ComponentInstance app = Linker.builder()
                        .bind("c")
                        .toInstance(has, "c")
                        .bind("twice")
                        .toInstance(twice, "f")
                        .build()
                        .plan(Parts.component(NEEDS_COMPONENT))
                        .instantiate()) {
            assertThat(app.function("one").call(5L)).isEqualTo(11L);
            assertThat(app.function("two").call(0xFFFF_FFFFL)).isEqualTo(0L);
        }
    }

    @Test
    void anInstanceWithAResourceFromAnotherComponent() {
        try (ComponentInstance maker = Parts.instance(Parts.MAKER);
                ComponentInstance user = Parts.user(maker)) {
            assertThat(user.function("round").call(21L)).isEqualTo(42L);
            assertThat(maker.instance("api").function("ended").call()).isEqualTo(121L);
            assertThat(user.function("keep").call(7L)).isEqualTo(1L);
            assertThat(user.function("read").call(1L)).isEqualTo(7L);
            user.function("drop").call(1L);
            assertThat(maker.instance("api").function("ended").call()).isEqualTo(207L);
        }
    }

    @Test
    void aDestructorOfAnotherComponentThatTrapsPoisonsBoth() {
        try (ComponentInstance maker = Parts.instance(Parts.MAKER);
                ComponentInstance user = Parts.user(maker)) {
            user.function("keep").call(13L);
            assertThatThrownBy(() -> user.function("drop").call(1L))
                    .isInstanceOfSatisfying(
                            TrapException.class,
                            trap -> assertThat(trap.reason()).isEqualTo("unreachable"));
            assertThatThrownBy(() -> user.function("read").call(1L))
                    .isInstanceOf(TrapException.class)
                    .hasMessage("read: the instance trapped before: unreachable");
            assertThatThrownBy(() -> maker.instance("api").function("ended").call())
                    .isInstanceOf(TrapException.class)
                    .hasMessage("\"api\" ended: the instance trapped before: unreachable");
        }
    }

    @Test
    void whatIsOwnedInAnotherComponentIsGivenBackOnceWhenTheOwnerIsClosed() {
        try (ComponentInstance maker = Parts.instance(Parts.MAKER)) {
            ComponentInstance user = Parts.user(maker);
            user.function("keep").call(3L);
            user.function("keep").call(4L);
            user.function("drop").call(1L);
            assertThat(maker.instance("api").function("ended").call()).isEqualTo(103L);
            user.close();
            user.close();
            assertThat(maker.instance("api").function("ended").call()).isEqualTo(204L);
        }
    }

    @Test
    void whoseMakerIsClosedFirstIsOfNoUse() {
        ComponentInstance maker = Parts.instance(Parts.MAKER);
        ComponentInstance user = Parts.user(maker);
        user.function("keep").call(3L);
        maker.close();
        assertThatThrownBy(() -> user.function("read").call(1L))
                .isInstanceOf(TrapException.class)
                .hasMessageStartingWith("export read: the instance is closed");
        user.close();
    }

    private static final String KEEPS = """
            (component
              (import "thing" (type $thing (sub resource)))
              (core func $drop (canon resource.drop $thing))
              (core module $m (import "" "drop" (func $drop (param i32)))
                (func (export "keep") (param i32) (result i32) (local.get 0))
                (func (export "drop") (param i32) (call $drop (local.get 0))))
              (core instance $i (instantiate $m (with "" (instance (export "drop" (func $drop))))))
              (func (export "keep") (param "thing" (own $thing)) (result u32) (canon lift (core func $i "keep")))
              (func (export "drop") (param "handle" u32) (canon lift (core func $i "drop"))))
            """;

    @Test
    void aResourceFromJava() {
        List<Object> dropped = new ArrayList<>();
        ComponentInstance app = Linker.builder()
                .bind("thing")
                .toResource(dropped::add)
                .build()
                .plan(Parts.component(KEEPS))
                .instantiate();
        assertThat(app.function("keep").call("a")).isEqualTo(1L);
        assertThat(app.function("keep").call("b")).isEqualTo(2L);
        assertThat(app.function("keep").call("c")).isEqualTo(3L);
        app.function("drop").call(2L);
        assertThat(dropped).containsExactly("b");
        assertThatThrownBy(() -> app.function("drop").call(2L)).isInstanceOf(TrapException.class);
        assertThat(dropped).containsExactly("b");
        app.close();
        app.close();
        assertThat(dropped).containsExactly("b", "a", "c");
    }

    @Test
    void aDestructorInJavaThatThrowsIsATrapOfWhoDropsAndIsNotCalledAgain() {
        List<Object> dropped = new ArrayList<>();
        ComponentInstance app = Linker.builder()
                .bind("thing")
                .toResource(thing -> {
                    dropped.add(thing);
                    throw new IllegalArgumentException("no");
                })
                .build()
                .plan(Parts.component(KEEPS))
                .instantiate();
        app.function("keep").call("a");
        assertThatThrownBy(() -> app.function("drop").call(1L))
                .isInstanceOf(TrapException.class)
                .hasMessageStartingWith("export drop: destructor of thing: java.lang.IllegalArgumentException: no");
        app.close();
        assertThat(dropped).containsExactly("a");
    }

    @Test
    void aTypeThatEqualsAnotherNeedsNobody() {
        Component component = Parts.component("""
                (component
                  (type $p (record (field "x" u32)))
                  (import "p" (type $q (eq $p)))
                  (import "f" (func $f (param "p" $q) (result u32)))
                  (export "f" (func $f)))
                """);

        try (ComponentInstance app = Linker.builder()
                .bind("f")
                .toFunction((call, args) -> ((RecordValue) args[0]).get("x"))
                .build()
                .plan(component)
                .instantiate()) {
            assertThat(app.function("f").call(RecordValue.of(Map.of("x", 8L)))).isEqualTo(8L);
        }
    }

    @Test
    void aHandleStaysJavasWhereALaterArgumentDoesNotFit() {
        try (ComponentInstance maker = Parts.instance(Parts.MAKER)) {
            ExportedInstance api = maker.instance("api");
            ResourceValue resource = (ResourceValue) api.function("make").call(5L);
            assertThatThrownBy(() -> api.function("take").call(resource, 256))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("argument \"n\": expected u8, found 256");
            assertThat(resource.isOpen()).isTrue();
            assertThat(api.function("read").call(resource)).isEqualTo(5L);
            assertThat(api.function("take").call(resource, 255)).isEqualTo(5L);
            assertThat(resource.isOpen()).isFalse();
            assertThat(api.function("ended").call()).isEqualTo(105L);
        }
    }
}

package dev.witloof.tests.guests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.tests.wast.ComponentText;
import org.junit.jupiter.api.Test;

/** Types of functions and instances that are imported and exported under a name. */
final class TypeBoundsTest {

    private static final String SEVEN = """
              (core module $m (func (export "f") (result i32) i32.const 7))
              (core instance $i (instantiate $m))
            """;

    private static LinkPlan plan(String text) {
        return Linker.builder()
                .build()
                .plan(Component.load(ComponentText.binaries(text).get(0)));
    }

    @Test
    void aTypeThatIsGivenToAnotherComponent() {
        LinkPlan plan = plan("(component " + SEVEN + """
                  (component $c
                    (type $f (func (result u32)))
                    (import "t" (type $t (eq $f)))
                    (import "f" (func $g (type $t)))
                    (export "t" (type $t))
                    (export "g" (func $g)))
                  (type $f (func (result u32)))
                  (func $f (type $f) (canon lift (core func $i "f")))
                  (instance $x (instantiate $c (with "t" (type $f)) (with "f" (func $f))))
                  (export "t" (type $x "t"))
                  (export "x" (instance $x)))
                """);
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(app.instance("x").function("g").call()).isEqualTo(7L);
        }
    }

    @Test
    void anImportOfATypeNeedsNoBinding() {
        LinkPlan plan = plan("(component " + SEVEN + """
                  (type $f (func (result u32)))
                  (import "t" (type $t (eq $f)))
                  (type $j (instance (type (func)) (export "u" (type (eq 0)))))
                  (import "j" (instance (type $j)))
                  (import "k" (type (eq $j)))
                  (func $f (type $t) (canon lift (core func $i "f")))
                  (export "g" (func $f)))
                """);
        try (ComponentInstance app = plan.instantiate()) {
            assertThat(app.function("g").call()).isEqualTo(7L);
        }
    }
}

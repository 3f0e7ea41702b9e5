package dev.witloof.tests.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.Component;
import dev.witloof.limit.Limits;
import dev.witloof.link.Binding;
import dev.witloof.link.Composition;
import dev.witloof.link.Functions;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.policy.LinkPolicy;
import dev.witloof.tests.Checkout;
import dev.witloof.tests.wast.Json;
import dev.witloof.tests.wast.Required;
import dev.witloof.wrapper.Quota;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans and their differences as JSON are as the schema in {@code docs/plan.md} says, and it says nothing that is not there. */
final class PlanSchemaTest {

    private static final String IMPORTS_OF_ALL_KINDS = """
            (component
              (import "sessions" (external-id "eu") (func))
              (import "by-id" (external-id "us") (func))
              (import "audit" (instance (export "record" (func))))
              (import "nested" (component))
              (import "module" (core module))
              (type $u32 u32)
              (import "size" (type (eq $u32)))
              (import "tenant" (func))
              (import "a:b/c@1.0.0" (instance (export "f" (func))))
              (import "cache" (implements "a:b/c@1.0.0") (instance (export "f" (func)))))
            """;

    @BeforeEach
    void library() {
        Required.library();
    }

    private static LinkPlan full() {
        Component component = Parts.component(IMPORTS_OF_ALL_KINDS);
        return Linker.builder()
                .bind("sessions")
                .withExternalId("eu")
                .toFunction((call, args) -> null)
                .bindExternalId("us")
                .toFunction((call, args) -> null)
                .bind("audit")
                .toFunctions(f -> f.function("record", (call, args) -> null))
                .wrap(Quota.perInstance().calls(10))
                .policy(LinkPolicy.builder()
                        .deny(r -> r.name("audit").functions("record"))
                        .build())
                .bind("nested")
                .toComponent(Parts.component("(component)"))
                .bind("module")
                .toModule(ImportKindsTest.constant(1))
                .bind("cache")
                .to(Functions.of(f -> f.function("f", (call, args) -> null)))
                .bindInterface("a:b/c@1.1.0")
                .toFunctions(f -> f.function("f", (call, args) -> null))
                .resolver(ref -> ref.name().equals("tenant")
                        ? Optional.of(Binding.ofFunction((call, args) -> null).because("tenant directory"))
                        : Optional.empty())
                .build()
                .plan(component);
    }

    private static LinkPlan limited() {
        ScheduledExecutorService unused = new ScheduledThreadPoolExecutor(0);
        return Linker.builder()
                .limits(Limits.builder()
                        .memoryPages(1)
                        .tableElements(2)
                        .handles(3)
                        .instances(4)
                        .definitions(5)
                        .callDepth(6)
                        .liftedBytes(7)
                        .deadline(Duration.ofMillis(1500))
                        .build())
                .scheduler(unused)
                .build()
                .plan(Parts.component("(component)"));
    }

    private static LinkPlan selecting() {
        return Linker.builder()
                .selectExport("admin", "bindings.yaml:3:12")
                .build()
                .plan(Parts.component("""
                        (component (instance $i)
                          (export "admin" (implements "a:b/c@1.0.0") (external-id "x") (instance $i)))
                        """));
    }

    private static LinkPlan composed() {
        return Composition.builder()
                .add("inner", Parts.component("""
                        (component
                          (component $c) (export "part" (component $c))
                          (instance $i)
                          (export "desk" (implements "a:b/c@1.0.0") (external-id "front") (instance $i)))
                        """))
                .add("outer", Parts.component("(component (import \"part\" (component)))"))
                .wire("inner", "part", "outer", "part")
                .link(Linker.builder().selectExport("desk", "bindings.yaml:2:3").build());
    }

    private static LinkPlan other() {
        return Linker.builder()
                .bind("sessions")
                .toFunction((call, args) -> null)
                .bind("more")
                .toFunction((call, args) -> null)
                .build()
                .plan(Parts.component("""
                        (component (import "sessions" (func)) (import "more" (func)))
                        """));
    }

    @Test
    void whatIsWrittenIsInTheSchemaAndTheSchemaIsWritten() {
        Map<?, ?> schema = Json.object(
                Checkout.here().text("docs/plan.md").split("```json\n")[1].split("```")[0]);
        SchemaCheck check = new SchemaCheck(schema);
        check.check("plan", Json.object(full().toJson()));
        check.check("plan", Json.object(composed().toJson()));
        check.check("difference", Json.object(full().diff(composed()).toJson()));
        check.check("plan", Json.object(selecting().toJson()));
        check.check("difference", Json.object(selecting().diff(limited()).toJson()));
        check.check("plan", Json.object(limited().toJson()));
        check.check("difference", Json.object(full().diff(limited()).toJson()));
        check.check("difference", Json.object(full().diff(other()).toJson()));
        check.check("difference", Json.object(full().diff(full()).toJson()));

        assertThat(check.problems()).isEmpty();
        assertThat(check.neverSeen()).isEmpty();
    }

    @Test
    void theCheckSeesWhatIsWrong() {
        SchemaCheck check = new SchemaCheck(Json.object("""
                {"$defs": {"thing": {"type": "object", "required": ["name"], "properties": {
                  "name": {"type": "string", "pattern": "^[a-z]$"},
                  "kind": {"enum": ["one", "two"]},
                  "list": {"type": "array", "items": {"$ref": "#/$defs/thing"}}}}}}
                """));
        check.check("thing", Json.object("""
                {"more": "x", "kind": "three", "list": [{"name": "A"}, "text"]}
                """));

        assertThat(check.problems())
                .containsExactly(
                        "thing: no member name",
                        "thing.more: not in the schema",
                        "thing.kind: three is none of [one, two]",
                        "thing.list[0].name: A does not match ^[a-z]$",
                        "thing.list[1]: not an object");
        assertThat(check.neverSeen()).containsExactly("thing.kind: one", "thing.kind: two");
    }
}

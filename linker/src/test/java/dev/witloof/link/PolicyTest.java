package dev.witloof.link;

import static dev.witloof.link.Shop.CONFIG;
import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.backend;
import static dev.witloof.link.Shop.functions;
import static dev.witloof.link.Shop.named;
import static dev.witloof.link.Shop.plan;
import static dev.witloof.link.Shop.small;
import static dev.witloof.link.Shop.store;
import static dev.witloof.link.Shop.unnamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.Problem;
import dev.witloof.error.UnlinkableException;
import dev.witloof.policy.AuditEvent;
import dev.witloof.policy.LinkPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy decides when planning, and how it is said. */
class PolicyTest {

    private static final Need[] IMPORTS = {
        named("sessions", STORE, "session-db:eu-west-1", small()), named("cache", STORE), unnamed(CONFIG)
    };

    private static Linker.Builder linker() {
        Linker.Builder linker = Linker.builder();
        linker.bind("sessions").to(backend("redis"));
        linker.bind("cache").to(backend("in-memory key-value"));
        linker.bindInterface(CONFIG).to(backend("map"));
        return linker;
    }

    private static LinkPlan planned(LinkPolicy.Builder policy) {
        return plan(linker().policy(policy.build()), IMPORTS);
    }

    private static UnlinkableException refused(LinkPolicy.Builder policy) {
        return refused(linker().policy(policy.build()), IMPORTS);
    }

    private static UnlinkableException refused(Linker.Builder linker, Need... imports) {
        return catchThrowableOfType(UnlinkableException.class, () -> plan(linker, imports));
    }

    @Test
    void whatIsDeniedIsAProblemThatNamesTheRuleAndWhatToWrite() {
        Golden golden = Golden.here();
        UnlinkableException refused = refused(LinkPolicy.builder()
                .allow(r -> r.externalId("session-db:eu-west-1").component("other.wasm"))
                .deny(r -> r.name("sessions", "cache").interfaceName("wasi:keyvalue/*"))
                .deny(r -> r.declaredAt("bindings.yaml:12:5").interfaceName("wasi:config/store")));
        assertThat(refused.problems()).extracting(Problem::kind).containsOnly(Problem.Kind.DENIED);
        golden.check("denied", refused.getMessage());
    }

    @Test
    void whatNoRuleAllowsIsDeniedWhereThatIsTheDefault() {
        Golden golden = Golden.here();
        golden.check(
                "denied-by-default",
                refused(LinkPolicy.builder().allow(r -> r.backend("redis")).defaultDeny())
                        .getMessage());
        golden.check(
                "denied-by-default-in-file",
                refused(LinkPolicy.builder()
                                .allow(r -> r.name("cache").functions("get"))
                                .defaultDeny("bindings.yaml:9:3"))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "component  | shop.wasm                              | sessions cache " + CONFIG,
                "component  | other.wasm                             |",
                "digest     | ab12cd34                               | sessions cache " + CONFIG,
                "digest     | ab12cd35                               |",
                "name       | cache                                  | cache",
                "interface  | wasi:keyvalue/store@0.2.0-draft        | sessions cache",
                "interface  | wasi:keyvalue/store@0.2.0-draft2       |",
                "interface  | wasi:keyvalue/store                    | sessions cache",
                "interface  | wasi:config/store@0.2.0-rc.1           | " + CONFIG,
                "interface  | wasi:config/*                          | " + CONFIG,
                "interface  | wasi:config/other                      |",
                "externalId | session-db:eu-west-1                   | sessions",
                "externalId | session-db                             |",
                "backend    | in-memory key-value                    | cache",
                "backend    | memory                                 |",
                "function   | get                                    |",
            })
    void aRuleSpeaksOfWhatAllItsPartsSay(String part, String value, String denied) {
        UnaryOperator<LinkPolicy.Builder> deny = policy -> policy.deny(r -> {
            switch (part) {
                case "component" -> r.component(value);
                case "digest" -> r.component("sha256:" + value.repeat(8));
                case "name" -> r.name(value);
                case "interface" -> r.interfaceName(value);
                case "externalId" -> r.externalId(value);
                case "backend" -> r.backend(value);
                default -> r.functions(value);
            }
        });
        List<String> expected = denied == null ? List.of() : List.of(denied.split(" "));
        List<String> found = new ArrayList<>();
        try {
            planned(deny.apply(LinkPolicy.builder()));
        } catch (UnlinkableException e) {
            e.problems().forEach(problem -> found.add(problem.importName().orElseThrow()));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void theFirstRuleThatSpeaksOfItDecides() {
        LinkPlan plan = planned(LinkPolicy.builder()
                .allow(r -> r.name("cache"))
                .deny(r -> r.interfaceName("wasi:keyvalue/store").functions("get"))
                .deny(r -> r.name("cache"))
                .allow(r -> r.functions("get")));
        assertThat(plan.bindings()).extracting(each -> each.denied().size()).containsExactly(1, 0, 0);
        assertThat(plan.bindings().get(0).denied().get(0).function()).isEqualTo("get");
    }

    @Test
    void ofSeveralPoliciesEachMustAllow() {
        Linker.Builder linker = linker().policy(
                        LinkPolicy.builder().allow(r -> r.name("cache")).build())
                .policy(LinkPolicy.builder()
                        .deny(r -> r.name("cache").functions("get").declaredAt("bindings.yaml:4:5"))
                        .build())
                .policy(LinkPolicy.builder().allow(r -> r.name("cache")).build());
        assertThat(plan(linker, IMPORTS).bindings().get(1).denied())
                .containsExactly(new BoundImport.DeniedFunction("get", "bindings.yaml:4:5"));
    }

    @Test
    void readOnlyNeedsToKnowWhatWrites() {
        Golden golden = Golden.here();
        Linker.Builder audit = linkerOf("audit", functions("record"))
                .policy(LinkPolicy.builder().readOnly("audit").build());
        Need need = named("audit", "acme:audit/log@1.0.0", null, Shop.instance(Map.of("record", Shop.get())));
        golden.check("read-only-unknown", refused(audit, need).getMessage());
        LinkPlan plan = plan(
                linkerOf(
                                "cache",
                                functions(
                                        "open", "[method]bucket.get", "[method]bucket.set", "[method]bucket.list-keys"))
                        .policy(LinkPolicy.builder().readOnly("cache").build()),
                named("cache", STORE, null, store()));
        assertThat(plan.bindings().get(0).denied())
                .extracting(BoundImport.DeniedFunction::function)
                .containsExactly("[method]bucket.set");
    }

    private static Linker.Builder linkerOf(String name, Functions functions) {
        return Linker.builder().bind(name).to(functions);
    }

    @Test
    void theAuditIsToldEachDecisionOfAPlan() {
        List<AuditEvent> events = new ArrayList<>();
        Linker.Builder linker = linker().audit(events::add);
        plan(linker, IMPORTS);
        assertThat(events)
                .extracting(AuditEvent::toString)
                .containsExactly(
                        "shop.wasm (sha256 ab12cd34…): import \"sessions\", bound to redis: planned, allowed",
                        "shop.wasm (sha256 ab12cd34…): import \"cache\", bound to in-memory key-value: planned, allowed",
                        "shop.wasm (sha256 ab12cd34…): import \"" + CONFIG + "\", bound to map: planned, allowed");
        events.clear();
        linker.policy(LinkPolicy.builder()
                .deny(r -> r.name("sessions").functions("get").declaredAt("bindings.yaml:4:5"))
                .deny(r -> r.name("cache").declaredAt("bindings.yaml:5:5"))
                .allow(r -> r.backend("map").declaredAt("bindings.yaml:6:5"))
                .build());
        assertThatThrownBy(() -> plan(linker, IMPORTS)).isInstanceOf(UnlinkableException.class);
        assertThat(events)
                .extracting(AuditEvent::toString)
                .containsExactly(
                        "shop.wasm (sha256 ab12cd34…): import \"sessions\" get, bound to redis: planned, denied"
                                + " (bindings.yaml:4:5)",
                        "shop.wasm (sha256 ab12cd34…): import \"cache\", bound to in-memory key-value: planned, denied"
                                + " (bindings.yaml:5:5)",
                        "shop.wasm (sha256 ab12cd34…): import \"" + CONFIG + "\", bound to map: planned, allowed"
                                + " (bindings.yaml:6:5)");
    }
}

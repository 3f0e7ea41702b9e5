package dev.witloof.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LinkPolicyTest {

    private static final String SHA = "0123456789abcdef".repeat(4);

    private static void refused(String message, Consumer<PolicyRule.Builder> about) {
        assertThatThrownBy(() -> LinkPolicy.builder().deny(about))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void whatIsNoPartOfARuleIsRefused() {
        refused(
                "component \"sha256:0123\": expected sha256: and 64 lower-case hexadecimal digits",
                r -> r.component("sha256:0123"));
        refused(
                "component \"sha256:" + SHA.toUpperCase(java.util.Locale.ROOT)
                        + "\": expected sha256: and 64 lower-case hexadecimal digits",
                r -> r.component("sha256:" + SHA.toUpperCase(java.util.Locale.ROOT)));
        refused(
                "interfaceName \"keyvalue\": expected an interface with or without its version, or all of a package as in"
                        + " wasi:keyvalue/*",
                r -> r.interfaceName("keyvalue"));
        assertThatThrownBy(() -> LinkPolicy.builder().deny(r -> r.name("1cache")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("name \"1cache\": expected a plain name: ");
        assertThatThrownBy(() -> LinkPolicy.builder().deny(r -> r.functions("[resource-drop]bucket")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("functions \"[resource-drop]bucket\": expected a plain name: ");
    }

    @Test
    void aRulePrintsAsInAFile() {
        LinkPolicy policy = LinkPolicy.builder()
                .deny(r -> r.component("shop.wasm", "sha256:" + SHA)
                        .name("cache")
                        .interfaceName("wasi:keyvalue/*")
                        .externalId("a\nb")
                        .backend("redis")
                        .functions("open", "[method]bucket.set"))
                .readOnly("sessions", "more")
                .defaultDeny()
                .build();
        assertThat(policy)
                .hasToString(
                        "[deny: {component: [\"shop.wasm\", \"sha256:" + SHA + "\"], name: \"cache\", interface:"
                                + " \"wasi:keyvalue/*\", externalId: \"a\\nb\", backend: \"redis\", functions: [\"open\","
                                + " \"[method]bucket.set\"]}, deny: {name: [\"sessions\", \"more\"], functions: writes}], default: deny");
        assertThat(policy.rules().get(1).place()).matches("LinkPolicyTest.java:\\d+");
        assertThat(policy.otherwise().place().orElseThrow()).matches("LinkPolicyTest.java:\\d+");
        assertThat(LinkPolicy.allowingAll()).hasToString("[], default: allow");
    }

    @Test
    void whatAFunctionIsAllowedBeforeTheRestIsDeniedStays() {
        LinkPolicy policy = LinkPolicy.builder()
                .allow(r -> r.name("cache").functions("open", "missing"))
                .deny(r -> r.functions("get"))
                .deny(r -> r.name("cache"))
                .allow(r -> r.functions("set"))
                .build();
        PolicyDecision decision = policy.decide(subject("cache"), List.of("open", "get", "set"));
        assertThat(decision.isDenied()).isFalse();
        assertThat(decision.functions().values())
                .extracting(verdict -> verdict.allowed() + " "
                        + policy.rules().indexOf(verdict.rule().orElseThrow()))
                .containsExactly("true 0", "false 1", "false 2");
        assertThat(policy.decide(subject("cache"), List.of("get")).isDenied()).isTrue();
        assertThat(policy.decide(subject("other"), List.of("get")).isDenied()).isFalse();
    }

    private static PolicySubject subject(String name) {
        ImportRef ref = new ImportRef(name, "instance", NameAttributes.NONE);
        return new PolicySubject("shop.wasm", SHA, ref, Optional.empty(), "redis");
    }

    @Test
    void anEventIsOneLineWhateverTheComponentIsCalled() {
        ImportRef ref = new ImportRef("cache", "instance", NameAttributes.NONE);
        PolicySubject subject = new PolicySubject("a\nWARN b", SHA, ref, Optional.of("shop"), "redis");
        AuditEvent event =
                new AuditEvent(AuditEvent.Moment.CALL, subject, Optional.of("open"), false, Optional.of("b.yaml:1:2"));
        assertThat(event)
                .hasToString(
                        "a\\nWARN b (sha256 01234567…): import \"cache\" open of shop, bound to redis: called, denied"
                                + " (b.yaml:1:2)");
    }
}

package dev.witloof.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.HostFunction;
import dev.witloof.name.ExportRef;
import dev.witloof.name.ImportRef;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What went wrong in other hosts of named interfaces and must not go wrong here, on components as toolchains make them. */
class LearnedTest {

    private static final HostFunction NONE = (call, args) -> {
        throw new IllegalStateException("called");
    };

    private final List<ImportRef> asked = new ArrayList<>();
    private final List<ImportRef> started = new ArrayList<>();
    private final List<ImportRef> implemented = new ArrayList<>();

    /** A backend for any import of a component, whose functions throw. */
    private Backend backend(Component component) {
        return refs -> {
            started.addAll(refs);
            return ref -> {
                implemented.add(ref);
                ExternDecl need = component.type().imports().stream()
                        .filter(each -> each.name().equals(ref.name()))
                        .findFirst()
                        .orElseThrow();
                return Functions.of(f -> ((InstanceType) need.type())
                        .exports().stream()
                                .filter(export -> export.type() instanceof FuncType)
                                .forEach(export -> f.function(export.name(), NONE)));
            };
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dummies/d2.wasm",
                "wat-shop/shop.wasm",
                "c-outs/outs.wasm",
                "c-http/http.wasm",
                "rust-sessions/sessions.wasm32-wasip2.wasm"
            })
    void L9_resolversPlanAndBackendsSeeOneListOfImports(String guest) {
        Component component = Guests.shared(guest);
        Backend backend = backend(component);
        Linker linker = Linker.builder()
                .resolver(ref -> {
                    asked.add(ref);
                    return Optional.of(Binding.of(backend));
                })
                .build();
        LinkPlan plan = linker.plan(component);
        plan.start().close();

        assertThat(asked).isEqualTo(component.imports());
        assertThat(plan.bindings()).extracting(BoundImport::importRef).isEqualTo(component.imports());
        assertThat(started).isEqualTo(component.imports());
        assertThat(implemented).isEqualTo(component.imports());
        assertThat(component.imports())
                .extracting(ImportRef::name)
                .isEqualTo(component.type().imports().stream()
                        .map(ExternDecl::name)
                        .toList());
    }

    @Test
    void L5_L2_anUnnamedImportBesideANamedOneOfItsInterfaceNeedsItsOwnBinding() {
        Component both = Guests.shared("dummies/d2.wasm");
        assertThatThrownBy(() -> Linker.builder()
                        .bind("sessions")
                        .to(backend(both))
                        .build()
                        .plan(both))
                .isInstanceOf(UnlinkableException.class)
                .hasMessageContaining("1) unbound: import \"wasi:keyvalue/store@0.2.0-draft\"\n")
                .hasMessageContaining("1 problem in 2 imports");
        LinkPlan plan = Linker.builder()
                .bind("sessions")
                .to(backend(both))
                .bindInterface("wasi:keyvalue/store@0.2.0-draft")
                .to(backend(both))
                .build()
                .plan(both);
        assertThat(plan.bindings())
                .extracting(bound -> bound.importRef().name() + " by "
                        + bound.step().orElseThrow().words())
                .containsExactly("wasi:keyvalue/store@0.2.0-draft by interface", "sessions by name");
    }

    @Test
    void L19_exportsHaveNamesAsImportsHave() {
        Component plain = Guests.shared("c-plain/plain.wasm");
        assertThat(plain.exports())
                .extracting(
                        ExportRef::name,
                        ExportRef::isNamed,
                        ref -> ref.implementsName().map(Object::toString))
                .containsExactly(
                        tuple("left", true, Optional.of("demo:plain/kv@0.1.0")),
                        tuple("right", true, Optional.of("demo:plain/kv@0.1.0")));
        try (ComponentInstance app = Linker.builder()
                .bind("sessions", "cache")
                .to(backend(plain))
                .build()
                .plan(plain)
                .instantiate()) {
            assertThat(app.instance("left").name()).isEqualTo("left");
            assertThat(app.instance("right").name()).isEqualTo("right");
            assertThatThrownBy(() -> app.instance("demo:plain/kv@0.1.0"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith(
                            "no instance \"demo:plain/kv@0.1.0\" is exported; there is \"left\", \"right\"");
        }
    }
}

package dev.witloof.link;

import static dev.witloof.link.Shop.backend;
import static dev.witloof.link.Shop.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.Problem;
import dev.witloof.error.UnlinkableException;
import dev.witloof.name.ExportRef;
import dev.witloof.name.NameAttributes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportSelectionTest {

    private static final String HANDLER = "wasi:http/incoming-handler@0.2.2";

    private static ExportRef export(String name, String implemented) {
        return new ExportRef(
                name,
                "instance",
                new NameAttributes(Optional.ofNullable(implemented), Optional.empty(), Optional.empty()));
    }

    private static final List<ExportRef> EXPORTS = List.of(
            export("wasi:http/incoming-handler@0.2.0", null),
            export(HANDLER, null),
            export("admin", "acme:shop/desk@1.0.0"),
            export("front", HANDLER));

    private static LinkPlan plan(Linker.Builder linker, Need... imports) {
        Needs needs = new Needs("shop.wasm", Shop.SHA, List.of(imports), List.of(), EXPORTS, List.of());
        return linker.build().plan(needs, values -> {
            throw new AssertionError("no instance is made here");
        });
    }

    private static List<Problem> problems(Linker.Builder linker, Need... imports) {
        return catchThrowableOfType(UnlinkableException.class, () -> plan(linker, imports))
                .problems();
    }

    private static final String THERE = "the component exports \"wasi:http/incoming-handler@0.2.0\","
            + " \"wasi:http/incoming-handler@0.2.2\", \"admin\", \"front\"";

    private static String text(Problem problem) {
        return problem.kind().words() + ": " + problem.subject() + " | " + String.join(" | ", problem.lines()) + " | "
                + problem.fix().orElse("")
                + problem.place().map(place -> " (" + place + ")").orElse("");
    }

    private static List<String> selected(LinkPlan plan) {
        return plan.selectedExports().stream().map(SelectedExport::line).toList();
    }

    @Test
    void theDifferenceOfTwoPlansHasThem() {
        LinkPlan admin = plan(Linker.builder().selectExport("admin", "bindings.yaml:2:3"));
        LinkPlan front = plan(Linker.builder().selectExport("front", "bindings.yaml:2:3"));
        assertThat(admin.diff(front).toString().lines().skip(2))
                .containsExactly("~ selected: export \"admin\", implements acme:shop/desk@1.0.0 (bindings.yaml:2:3)"
                        + " -> export \"front\", implements " + HANDLER + " (bindings.yaml:2:3)");
        assertThat(admin.diff(plan(Linker.builder())).toString())
                .endsWith("\n~ selected: export \"admin\", implements acme:shop/desk@1.0.0 (bindings.yaml:2:3) -> -");
        assertThat(admin.diff(admin).hasOtherSelectedExports()).isFalse();
    }

    @Test
    void exportsAreChosenByNameOrInterface() {
        LinkPlan plan = plan(Linker.builder()
                .selectExport("admin", "bindings.yaml:2:3")
                .selectExport("wasi:http/incoming-handler@0.2.5", "bindings.yaml:3:3")
                .selectExport(HANDLER, "bindings.yaml:4:3"));
        assertThat(selected(plan))
                .containsExactly(
                        "export \"admin\", implements acme:shop/desk@1.0.0 (bindings.yaml:2:3)",
                        "export \"wasi:http/incoming-handler@0.2.2\" (bindings.yaml:3:3)");
        assertThat(plan)
                .hasToString("shop.wasm (sha256 ab12cd34…): 0 imports\n"
                        + "  selected: export \"admin\", implements acme:shop/desk@1.0.0 (bindings.yaml:2:3)\n"
                        + "  selected: export \"wasi:http/incoming-handler@0.2.2\" (bindings.yaml:3:3)");
        assertThat(plan.toJson())
                .endsWith(",\"imports\":[],\"selectedExports\":[{\"name\":\"admin\",\"kind\":\"instance\","
                        + "\"implements\":\"acme:shop/desk@1.0.0\",\"declaredAt\":\"bindings.yaml:2:3\"},"
                        + "{\"name\":\"wasi:http/incoming-handler@0.2.2\",\"kind\":\"instance\","
                        + "\"declaredAt\":\"bindings.yaml:3:3\"}]}");
        assertThat(plan.configurationDigest())
                .isNotEqualTo(plan(Linker.builder()).configurationDigest());
    }

    @Test
    void nothingIsChosenUnasked() {
        LinkPlan plan = plan(Linker.builder());
        assertThat(plan.selectedExports()).isEmpty();
        assertThat(plan.toJson()).endsWith(",\"imports\":[]}");
    }

    @Test
    void anExportThatIsNotThereIsAProblem() {
        assertThat(problems(Linker.builder()
                        .selectExport("admins", "bindings.yaml:2:3")
                        .selectExport("acme:shop/desk@1.0.0", "bindings.yaml:3:3")
                        .selectExport("wasi:http/incoming-handler@0.3.0", "bindings.yaml:4:3")))
                .extracting(ExportSelectionTest::text)
                .containsExactly(
                        "no such export: export \"admins\" | " + THERE + ". Did you mean \"admin\"?"
                                + " | choose \"admin\" (bindings.yaml:2:3)",
                        "no such export: export \"acme:shop/desk@1.0.0\" | " + THERE
                                + " | export \"admin\" implements acme:shop/desk@1.0.0, and is chosen by its name"
                                + " | choose another one, or none (bindings.yaml:3:3)",
                        "no such export: export \"wasi:http/incoming-handler@0.3.0\" | " + THERE
                                + ". Did you mean \"wasi:http/incoming-handler@0.2.0\"?"
                                + " | wasi:http/incoming-handler@0.2.0 is another version: 0.3 and 0.2 are two tracks"
                                + " | wasi:http/incoming-handler@0.2.2 is another version: 0.3 and 0.2 are two tracks"
                                + " | export \"front\" implements wasi:http/incoming-handler@0.2.2, and is chosen by its name"
                                + " | choose \"wasi:http/incoming-handler@0.2.0\" (bindings.yaml:4:3)");
    }

    @Test
    void aBindingThatNoImportTakesChoosesTheExport() {
        LinkPlan plan = plan(
                Linker.builder()
                        .bind("cache")
                        .orExport()
                        .to(backend("memory"))
                        .bind("admin")
                        .implementing("acme:shop/desk@1.0.3")
                        .declaredAt("bindings.yaml:5:3")
                        .orExport()
                        .to(backend("desk"))
                        .bindInterface("wasi:http/incoming-handler@0.2.0")
                        .declaredAt("bindings.yaml:6:3")
                        .orExport()
                        .to(backend("handler")),
                named("cache", null));
        assertThat(selected(plan))
                .containsExactly(
                        "export \"admin\", implements acme:shop/desk@1.0.0 (bindings.yaml:5:3)",
                        "export \"wasi:http/incoming-handler@0.2.0\" (bindings.yaml:6:3)");
    }

    @Test
    void aBindingThatServesNeitherIsUnused() {
        assertThat(problems(
                        Linker.builder()
                                .bind("cache")
                                .to(backend("memory"))
                                .bind("admins")
                                .declaredAt("bindings.yaml:5:3")
                                .orExport()
                                .to(backend("desk"))
                                .bind("admin")
                                .implementing("acme:shop/other@1.0.0")
                                .declaredAt("bindings.yaml:6:3")
                                .orExport()
                                .to(backend("desk")),
                        named("cache", null)))
                .extracting(ExportSelectionTest::text)
                .containsExactly(
                        "unused binding: name: admins (bindings.yaml:5:3, desk) | no import has this name; those with a"
                                + " name are \"cache\"; " + THERE
                                + " | remove it, or add optional: true (bindings.yaml:5:3)",
                        "unused binding: name: admin (bindings.yaml:6:3, desk) | no import has this name; those with a"
                                + " name are \"cache\"; " + THERE
                                + " | remove it, or add optional: true (bindings.yaml:6:3)");
    }

    @Test
    void whatIsNoNameIsRefused() {
        assertThatThrownBy(() -> Linker.builder().selectExport("1admin", "bindings.yaml:2:3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "selectExport: \"1admin\": expected a plain name: \"1admin\" is not a valid extern name: label"
                                + " \"1admin\" is not in kebab case");
        assertThatThrownBy(() -> Linker.builder().selectExport("wasi:http", "bindings.yaml:2:3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "selectExport: \"wasi:http\" is not a valid extern name: expected namespace:package/interface");
        assertThatThrownBy(() -> Linker.builder().selectExport(null, "bindings.yaml:2:3"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("name");
    }
}

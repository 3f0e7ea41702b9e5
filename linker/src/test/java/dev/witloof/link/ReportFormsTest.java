package dev.witloof.link;

import static dev.witloof.link.Shop.CONFIG;
import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.backend;
import static dev.witloof.link.Shop.functions;
import static dev.witloof.link.Shop.named;
import static dev.witloof.link.Shop.offer;
import static dev.witloof.link.Shop.plan;
import static dev.witloof.link.Shop.small;
import static dev.witloof.link.Shop.store;
import static dev.witloof.link.Shop.unnamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.ProblemReport;
import dev.witloof.error.UnlinkableException;
import dev.witloof.type.ModuleType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reports of bindings that a file declares, or that are for one interface only; reports for programs and terminals. */
class ReportFormsTest {

    private static UnlinkableException failure(Linker.Builder linker, Need... imports) {
        return catchThrowableOfType(UnlinkableException.class, () -> plan(linker, imports));
    }

    private static void check(Golden golden, String name, Linker.Builder linker, Need... imports) {
        golden.check(name, failure(linker, imports).getMessage());
    }

    @Test
    void declarationsOfAFileAreSpokenOfAsInTheFile() {
        Golden golden = Golden.here();
        Linker.Builder linker = Linker.builder();
        linker.bind("sesions")
                .implementing(STORE)
                .declaredAt("bindings.yaml:3:12")
                .to(backend("memory"));
        linker.bind("queue")
                .withExternalId("q:us")
                .declaredAt("bindings.yaml:4:12")
                .to(backend("queue"));
        linker.bindExternalId("mail-eu").declaredAt("bindings.yaml:5:18").to(backend("mail"));
        linker.bindInterface("wasi:clock/wall@0.2.0")
                .declaredAt("bindings.yaml:6:17")
                .to(backend("clock"));
        linker.bind("audit")
                .withExternalId("x")
                .declaredAt("bindings.yaml:7:12")
                .to(backend("audit"));
        linker.bind("nobody").declaredAt("bindings.yaml:8:12").to(backend("nobody's"));
        linker.bind("[method]a.b").declaredAt("bindings.yaml:9:12").to(backend("a"));
        linker.bind("[method]a.b").declaredAt("bindings.yaml:10:12").to(backend("b"));
        linker.bindInterface("a:b/c@1.0.0").declaredAt("bindings.yaml:11:17").to(backend("c"));
        linker.bind("tabel")
                .withExternalId("t")
                .declaredAt("bindings.yaml:12:12")
                .to(backend("table"));
        check(
                golden,
                "file",
                linker,
                named("sessions", STORE, "session-db:eu-west-1", store()),
                named("queue", null, "q:eu", small()),
                named("post", null, "mail-us", small()),
                unnamed("wasi:clocks/wall@0.2.0"),
                named("audit", null),
                named("[method]a.b", null, null, Shop.get()),
                unnamed("a:b/c@2.0.0"),
                named("table", STORE),
                named("nothing-near", STORE),
                unnamed(CONFIG),
                named("log", null, null, Shop.get()),
                named("code", null, null, new ModuleType(List.of(), List.of())));
    }

    @Test
    void aBindingForAnImportOfAnInterfaceIsForNoOther() {
        Golden golden = Golden.here();
        Linker.Builder linker = Linker.builder();
        String blobs = "wasi:blobstore/container@0.2.0";
        linker.bind("cache").implementing(blobs).to(backend("files"));
        linker.bind("queue").implementing(blobs, STORE).to(backend("several"));
        linker.bind("draft").implementing("wasi:keyvalue/store@0.2.0-draft2").to(backend("draft two"));
        linker.bind("offered").implementing(blobs).to(backend("offering", offer(blobs)));
        linker.bindExternalId("eu").implementing(STORE).to(backend("by id"));
        linker.bindExternalId("us").implementing(blobs).to(backend("other id"));
        linker.bindExternalId("us").implementing("a:b/c@1.0.0").to(backend("third id"));
        linker.resolver(
                ref -> ref.name().equals("served") ? Optional.of(Binding.of(backend("served"))) : Optional.empty());
        linker.bind("served").implementing(blobs).to(backend("not served"));
        linker.bind("in-file")
                .implementing(blobs)
                .declaredAt("bindings.yaml:3:12")
                .to(backend("in a file"));
        linker.bind("none").implementing(blobs).declaredAt("bindings.yaml:4:12").to(backend("in a file"));
        check(
                golden,
                "implementing",
                linker,
                named("cache", STORE),
                named("queue", null),
                named("draft", STORE),
                named("offered", STORE),
                named("by-id", null, "eu", small()),
                named("us", STORE, "us", small()),
                named("served", STORE),
                named("in-file", STORE),
                named("none", null));
    }

    @Test
    void theReportAsJsonAndInColours() {
        Golden golden = Golden.here();
        Linker.Builder linker = Linker.builder();
        linker.bind("sesions").to(backend("memory"));
        linker.bind("cache").withExternalId("eu \"1\"").to(backend("memory"));
        linker.bind("audit").to(functions("get"));
        linker.bind("audit").declaredAt("bindings.yaml:3:12").to(backend("log"));
        linker.bind("nobody").to(backend("nobody's"));
        ProblemReport report = failure(linker, named("sessions", STORE), named("cache", STORE), named("audit", null))
                .report();
        golden.check("json", report.toJson());
        golden.check("coloured", report.text(true).replace("\u001b", "<ESC>"));
        assertThat(report.text(true).replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(report.text(false));
        assertThat(report.component()).isEqualTo("shop.wasm");
        assertThat(report.sha256()).isEqualTo(Shop.SHA);
    }

    @Test
    void alsoAFileWithoutBindingsIsWhereTheReportSaysToWriteThem() {
        Linker.Builder linker = Linker.builder().declaredIn("bindings.yaml").declaredIn("second.yaml");
        linker.bind("cache").to(backend("redis"));

        assertThat(failure(linker, named("sessions", STORE), named("cache", STORE), unnamed(CONFIG)))
                .hasMessage("""
                        shop.wasm (sha256 ab12cd34…) cannot be linked: 2 problems in 3 imports

                        1) unbound: import "sessions", implements wasi:keyvalue/store@0.2.0-draft
                             needs get
                             nothing is bound to this name
                             fix: - {name: sessions, interface: "wasi:keyvalue/store@0.2.0-draft", backend: …}   (bindings.yaml)

                        2) unbound: import "wasi:config/store@0.2.0-rc.1"
                             needs get
                             nothing is bound to this interface
                             fix: - {interface: "wasi:config/store@0.2.0-rc.1", backend: …}   (bindings.yaml)\
                        """);
    }
}

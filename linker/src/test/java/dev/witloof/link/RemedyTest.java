package dev.witloof.link;

import static dev.witloof.link.Shop.CONFIG;
import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.named;
import static dev.witloof.link.Shop.plan;
import static dev.witloof.link.Shop.unnamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.UnlinkableException;
import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A backend that would serve an import if it were made otherwise says how. */
class RemedyTest {

    /** Serves one interface, and knows what would make it serve another. */
    private record Part(String description, String offered, String could) implements Backend {

        @Override
        public List<Offer> offers() {
            return List.of(new Offer(InterfaceName.parse(offered), Map.of("get", Shop.get())));
        }

        @Override
        public Optional<String> remedy(ImportRef importRef) {
            return importRef
                    .interfaceName()
                    .filter(name -> name.toString().equals(could))
                    .map(name -> "Parts.with(store)");
        }

        @Override
        public Started start(List<ImportRef> imports) {
            throw new AssertionError("nothing is started here");
        }
    }

    private static final Backend PART = new Part("parts", CONFIG, STORE);

    private static String report(Linker.Builder linker, Need... imports) {
        return catchThrowableOfType(UnlinkableException.class, () -> plan(linker, imports))
                .getMessage()
                .replaceAll("RemedyTest\\.java:\\d+", "RemedyTest.java:…");
    }

    @Test
    void theReportOfAnUnboundImportHasIt() {
        assertThat(report(Linker.builder().bindAll(PART), unnamed(CONFIG), unnamed(STORE)))
                .isEqualTo("""
                        shop.wasm (sha256 ab12cd34…) cannot be linked: 1 problem in 2 imports

                        1) unbound: import "wasi:keyvalue/store@0.2.0-draft"
                             needs get
                             nothing is bound to this interface
                             bindAll(…) (RemedyTest.java:…, parts) could serve it
                             fix: Parts.with(store)   (RemedyTest.java:…)""");
    }

    @Test
    void soDoesTheReportOfABackendThatWasBoundToTheName() {
        assertThat(report(Linker.builder().bind("cache").to(PART), named("cache", STORE)))
                .contains("fix: Parts.with(store)   (RemedyTest.java:…)");
    }

    @Test
    void aNamedImportIsNotLedToTheBackendOfUnnamedOnes() {
        assertThat(report(Linker.builder().bindAll(PART), unnamed(CONFIG), named("cache", STORE)))
                .contains("fix: .bind(\"cache\").to(…)")
                .doesNotContain("Parts.with(store)");
    }

    @Test
    void itIsKnownThroughWhateverStandsAroundTheBackend() {
        Backend other = new Part("others", "a:b/c", "a:b/d");
        ImportRef ref = unnamed(STORE).ref();
        Backend around = PART.around((call, args, next) -> next.call(call, args));
        assertThat(List.of(PART.shared(), around, other.and(PART), PART.and(other)))
                .allSatisfy(each -> assertThat(each.remedy(ref)).contains("Parts.with(store)"));
        assertThat(other.remedy(ref)).isEmpty();
    }
}

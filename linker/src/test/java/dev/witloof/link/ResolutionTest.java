package dev.witloof.link;

import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.backend;
import static dev.witloof.link.Shop.named;
import static dev.witloof.link.Shop.offer;
import static dev.witloof.link.Shop.plan;
import static dev.witloof.link.Shop.small;
import static dev.witloof.link.Shop.unnamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.Problem;
import dev.witloof.error.UnlinkableException;
import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResolutionTest {

    /** The ways in which one import could be served; each combination of them is tried. */
    private static final List<Step> WAYS =
            List.of(Step.NAME_AND_EXTERNAL_ID, Step.NAME, Step.EXTERNAL_ID, Step.RESOLVER, Step.INTERFACE);

    static Stream<Arguments> combinations() {
        List<Arguments> all = new ArrayList<>();
        for (int mask = 0; mask < 1 << WAYS.size(); mask++) {
            for (boolean named : new boolean[] {true, false}) {
                for (boolean allowed : new boolean[] {true, false}) {
                    all.add(Arguments.of(mask, named, allowed));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void L24_firstStepWithAnAnswerDecidesAndTheInterfaceIsNeverFallenToUnasked(
            int mask, boolean isNamed, boolean allowed) {
        Linker.Builder linker = Linker.builder();
        Optional<Step> expected = Optional.empty();
        for (int i = 0; i < WAYS.size(); i++) {
            Step step = WAYS.get(i);
            if ((mask & 1 << i) != 0) {
                bind(linker, step);
                boolean applies = switch (step) {
                    case NAME_AND_EXTERNAL_ID, NAME -> isNamed;
                    case INTERFACE -> !isNamed || allowed;
                    case EXTERNAL_ID, RESOLVER -> true;
                    case COMPOSITION -> throw new AssertionError();
                };
                if (applies && expected.isEmpty()) {
                    expected = Optional.of(step);
                }
            }
        }
        if (allowed) {
            linker.allowInterfaceForNamed();
        }
        Need need = isNamed
                ? named("cache", STORE, "eu", small())
                : new Need(
                        new ImportRef(
                                STORE,
                                "instance",
                                new NameAttributes(Optional.empty(), Optional.empty(), Optional.of("eu"))),
                        small());
        if (expected.isPresent()) {
            BoundImport bound = plan(linker, need).bindings().get(0);
            assertThat(bound.step()).isEqualTo(expected);
            assertThat(bound.boundTo()).isEqualTo(expected.get().words());
        } else {
            assertThatThrownBy(() -> plan(linker, need))
                    .isInstanceOfSatisfying(
                            UnlinkableException.class,
                            failure -> assertThat(failure.problems())
                                    .extracting(Problem::kind)
                                    .containsExactly(Problem.Kind.UNBOUND));
        }
    }

    private static void bind(Linker.Builder linker, Step step) {
        Backend backend = backend(step.words());
        switch (step) {
            case NAME_AND_EXTERNAL_ID ->
                linker.bind("cache").withExternalId("eu").optional().to(backend);
            case NAME -> linker.bind("cache").optional().to(backend);
            case EXTERNAL_ID -> linker.bindExternalId("eu").optional().to(backend);
            case RESOLVER -> linker.resolver(ref -> Optional.of(Binding.of(backend)));
            case INTERFACE -> linker.bindInterface(STORE).optional().to(backend);
            case COMPOSITION -> throw new AssertionError();
        }
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void twoAnswersOnTheDecidingStepAreAConflict(int mask, boolean isNamed, boolean allowed) {
        if (!isNamed || !allowed || mask == 0) {
            return;
        }
        Linker.Builder linker = Linker.builder().allowInterfaceForNamed();
        for (int i = 0; i < WAYS.size(); i++) {
            if ((mask & 1 << i) != 0) {
                bind(linker, WAYS.get(i));
                bind(linker, WAYS.get(i));
            }
        }
        Step deciding = WAYS.get(Integer.numberOfTrailingZeros(mask));
        assertThatThrownBy(() -> plan(linker, named("cache", STORE, "eu", small())))
                .isInstanceOfSatisfying(UnlinkableException.class, failure -> {
                    assertThat(failure.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.CONFLICT);
                    assertThat(failure.problems().get(0).lines())
                            .hasSize(3)
                            .first()
                            .isEqualTo("2 answers by " + deciding.words() + ":");
                });
    }

    @Test
    void L2_L5_plainAndNamedImportsOfOneInterfaceHaveEachTheirOwn() {
        LinkPlan plan = plan(
                Linker.builder()
                        .bind("cache")
                        .to(backend("for cache"))
                        .bind("sessions")
                        .to(backend("for sessions"))
                        .bindInterface(STORE)
                        .to(backend("for the interface")),
                unnamed(STORE),
                named("sessions", STORE),
                named("cache", STORE));
        assertThat(plan.bindings())
                .extracting(BoundImport::boundTo)
                .containsExactly("for the interface", "for sessions", "for cache");
    }

    @Test
    void L18_aNameThatEqualsABackendsDescriptionIsNotRoutedToIt() {
        LinkPlan plan = plan(
                Linker.builder()
                        .bind("redis")
                        .to(backend("memory"))
                        .bind("memory")
                        .to(backend("redis")),
                named("memory", STORE),
                named("redis", STORE));
        assertThat(plan.bindings()).extracting(BoundImport::boundTo).containsExactly("redis", "memory");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    # needed | bound, in order | which answers
                    0.2.3          | 0.2.3           | 0.2.3
                    0.2.3          | 0.2.1           | 0.2.1
                    0.2.3          | 0.2.1 0.2.9     | 0.2.9
                    0.2.3          | 0.2.9 0.2.10    | 0.2.10
                    0.2.3          | 0.2.9 0.2.3     | 0.2.3
                    0.2.3          | 0.3.0           | -
                    1.4.0          | 1.0.0 2.0.0     | 1.0.0
                    0.2.0-draft    | 0.2.0-draft2    | -
                    0.2.0-draft    | 0.2.0           | -
                    0.2.0          | 0.2.0-draft     | -
                    0.0.1          | 0.0.2           | -
                    0.2            | 0.2.7           | 0.2.7
                    0.2.7          | 0.2             | 0.2
                    0.2            | 0.2.0-rc.1      | -
                    """, delimiter = '|')
    void L25_L6_versionsMatchExactlyOrOnTheTrack(String needed, String bound, String expected) {
        Linker.Builder linker = Linker.builder();
        for (String version : bound.split(" ")) {
            linker.bindInterface("a:b/c@" + version).optional().to(backend(version));
        }
        if (expected != null) {
            assertThat(plan(linker, unnamed("a:b/c@" + needed)).bindings())
                    .extracting(BoundImport::boundTo)
                    .containsExactly(expected);
        } else {
            assertThatThrownBy(() -> plan(linker, unnamed("a:b/c@" + needed)))
                    .isInstanceOfSatisfying(
                            UnlinkableException.class,
                            failure -> assertThat(failure.problems())
                                    .extracting(Problem::kind)
                                    .containsExactly(Problem.Kind.VERSION));
        }
    }

    @Test
    void aVersionSuffixGivesTheFullVersionThatDecides() {
        Need need = new Need(
                new ImportRef(
                        "a:b/c@0.2",
                        "instance",
                        new NameAttributes(Optional.empty(), Optional.of(".4"), Optional.empty())),
                small());
        Linker.Builder linker = Linker.builder()
                .bindInterface("a:b/c@0.2.9")
                .optional()
                .to(backend("0.2.9"))
                .bindInterface("a:b/c@0.2.4")
                .to(backend("0.2.4"));
        assertThat(plan(linker, need).bindings())
                .extracting(BoundImport::boundTo)
                .containsExactly("0.2.4");
    }

    @Test
    void noVersionMatchesOnlyNoVersion() {
        assertThat(plan(Linker.builder().bindInterface("a:b/c").to(backend("plain")), unnamed("a:b/c"))
                        .bindings())
                .extracting(BoundImport::boundTo)
                .containsExactly("plain");
        assertThatThrownBy(() ->
                        plan(Linker.builder().bindInterface("a:b/c").to(backend("plain")), unnamed("a:b/c@1.0.0")))
                .isInstanceOf(UnlinkableException.class)
                .hasMessageContaining("no version matches only no version");
    }

    @Test
    void bindAllServesEveryUnnamedImportThatItOffersAndNoNamedOne() {
        Backend both = backend("both", offer("a:b/c@0.2.1"), offer("a:b/d@0.2.1"));
        LinkPlan plan = plan(
                Linker.builder().bindAll(both).bind("c").to(backend("for c")),
                unnamed("a:b/d@0.2.0"),
                named("c", "a:b/c@0.2.1"),
                unnamed("a:b/c@0.2.1"));
        assertThat(plan.bindings()).extracting(BoundImport::boundTo).containsExactly("both", "for c", "both");
        assertThatThrownBy(() -> plan(Linker.builder().bindAll(both), named("c", "a:b/c@0.2.1")))
                .isInstanceOf(UnlinkableException.class)
                .hasMessageContaining("unbound: import \"c\"");
    }

    @Test
    void bindAllAndBindInterfaceOfTheSameVersionAreAConflictAndOfAnotherAreNot() {
        Backend all = backend("all", offer("a:b/c@0.2.1"));
        assertThatThrownBy(() -> plan(
                        Linker.builder()
                                .bindAll(all)
                                .bindInterface("a:b/c@0.2.1")
                                .to(backend("one")),
                        unnamed("a:b/c@0.2.1")))
                .isInstanceOf(UnlinkableException.class)
                .hasMessageContaining("conflict: import \"a:b/c@0.2.1\"");
        assertThat(plan(
                                Linker.builder()
                                        .bindAll(all)
                                        .bindInterface("a:b/c@0.2.0")
                                        .optional()
                                        .to(backend("one")),
                                unnamed("a:b/c@0.2.1"))
                        .bindings())
                .extracting(BoundImport::boundTo)
                .containsExactly("all");
    }

    @Test
    void allowInterfaceForLetsOneNamedImportTakeTheInterfacesBinding() {
        Linker.Builder linker =
                Linker.builder().allowInterfaceFor("cache").bindInterface(STORE).to(backend("shared"));
        assertThatThrownBy(() -> plan(linker, named("cache", STORE), named("sessions", STORE)))
                .isInstanceOfSatisfying(
                        UnlinkableException.class,
                        failure -> assertThat(failure.problems())
                                .extracting(Problem::subject)
                                .containsExactly("import \"sessions\", implements " + STORE));
    }

    @Test
    void aFactoryIsCalledOnceForEachNameWithItsImport() {
        List<String> made = new ArrayList<>();
        LinkPlan plan = plan(
                Linker.builder().bind("cache", "sessions").toFactory(ref -> {
                    made.add(ref.name());
                    return backend("made for " + ref.name());
                }),
                named("sessions", STORE),
                named("cache", STORE));
        assertThat(made).containsExactly("sessions", "cache");
        assertThat(plan.bindings())
                .extracting(BoundImport::boundTo)
                .containsExactly("made for sessions", "made for cache");
    }

    @Test
    void aResolverIsAskedOnlyWhereNoBindingForTheImportAnswersAndGivesItsReason() {
        List<String> asked = new ArrayList<>();
        LinkPlan plan = plan(
                Linker.builder().bind("cache").to(backend("memory")).resolver(ref -> {
                    asked.add(ref.name());
                    return Optional.of(Binding.of(backend("tenant")).because("tenant directory"));
                }),
                named("cache", STORE),
                named("sessions", STORE));
        assertThat(asked).containsExactly("sessions");
        assertThat(plan.bindings().get(1).reason()).contains("tenant directory");
    }
}

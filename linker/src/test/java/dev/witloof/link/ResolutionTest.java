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
import dev.witloof.instance.Beginning;
import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolutionTest {

    /** The imports of the table: with a name or without, with an external-id or without. */
    private static final List<Need> IMPORTS = List.of(
            named("cache", STORE, "eu", small()),
            named("cache", STORE),
            new Need(
                    new ImportRef(
                            STORE,
                            "instance",
                            new NameAttributes(Optional.empty(), Optional.empty(), Optional.of("eu"))),
                    small()),
            unnamed(STORE));

    /**
     * Each import with no answer, one or two on each step, and with its interface allowed to it or not: the first step that
     * answers decides, two answers on it are a conflict, and nothing is fallen back to unasked.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void L24_L7_theFirstStepWithAnAnswerDecidesAndTwoAnswersOnItAreAConflict(int index) {
        Need need = IMPORTS.get(index);
        int rows = (int) Math.pow(3, Step.values().length);
        for (int row = 0; row < rows; row++) {
            for (boolean allowed : new boolean[] {false, true}) {
                Map<Step, Integer> answers = new EnumMap<>(Step.class);
                int rest = row;
                for (Step step : Step.values()) {
                    answers.put(step, rest % 3);
                    rest /= 3;
                }
                check(need, answers, allowed);
            }
        }
    }

    private static void check(Need need, Map<Step, Integer> answers, boolean allowed) {
        List<String> asked = new ArrayList<>();
        Linker.Builder linker = Linker.builder();
        answers.forEach((step, count) -> {
            for (int i = 0; i < count; i++) {
                bind(linker, step, asked);
            }
        });
        if (allowed) {
            linker.allowInterfaceForNamed();
        }
        Optional<Step> expected = Stream.of(Step.values())
                .filter(step -> answers.get(step) > 0 && applies(step, need.ref(), allowed))
                .findFirst();
        String table = need.subject() + " " + answers + (allowed ? " allowed" : "");
        String outcome;
        try {
            BoundImport bound = planAmong(linker, siblings(answers.get(Step.COMPOSITION)), need)
                    .bindings()
                    .get(0);
            outcome = "found by " + bound.step().orElseThrow().words() + ", " + bound.boundTo();
        } catch (UnlinkableException failure) {
            Problem problem = failure.problems().get(0);
            outcome = failure.problems().size() + " " + problem.kind().words() + ": "
                    + problem.lines().get(problem.kind() == Problem.Kind.CONFLICT ? 0 : 1);
        }
        String wanted = expected.map(step -> answers.get(step) == 1
                        ? "found by " + step.words() + ", " + step.words()
                        : "1 conflict: 2 answers by " + step.words() + ":")
                .orElse("1 unbound: nothing is bound to this " + (need.ref().isNamed() ? "name" : "interface"));
        assertThat(outcome).as(table).isEqualTo(wanted);
        boolean late =
                expected.filter(step -> step.compareTo(Step.RESOLVER) < 0).isPresent();
        assertThat(asked).as(table).hasSize(late ? 0 : answers.get(Step.RESOLVER));
    }

    private static boolean applies(Step step, ImportRef ref, boolean allowed) {
        return switch (step) {
            case NAME_AND_EXTERNAL_ID -> ref.isNamed() && ref.externalId().isPresent();
            case NAME -> ref.isNamed();
            case EXTERNAL_ID -> ref.externalId().isPresent();
            case COMPOSITION, RESOLVER -> true;
            case INTERFACE -> !ref.isNamed() || allowed;
        };
    }

    private static void bind(Linker.Builder linker, Step step, List<String> asked) {
        Backend backend = backend(step.words());
        switch (step) {
            case NAME_AND_EXTERNAL_ID ->
                linker.bind("cache").withExternalId("eu").optional().to(backend);
            case NAME -> linker.bind("cache").optional().to(backend);
            case EXTERNAL_ID -> linker.bindExternalId("eu").optional().to(backend);
            case COMPOSITION -> {}
            case RESOLVER ->
                linker.resolver(ref -> {
                    asked.add(ref.name());
                    return Optional.of(Binding.of(backend));
                });
            case INTERFACE -> linker.bindInterface(STORE).optional().to(backend);
        }
    }

    /** Members of a composition of which so many export what is asked for; what real ones do stands in CompositionTest. */
    private static Siblings siblings(int count) {
        return new Siblings() {
            @Override
            public List<Answer.Found> serving(Need need) {
                Target target = new Target.OfBackend(backend(Step.COMPOSITION.words()));
                Answer.Found found =
                        new Answer.Found(target, Step.COMPOSITION, "Composition", Optional.empty(), List.of(), null);
                return Collections.nCopies(count, found);
            }
        };
    }

    private static LinkPlan planAmong(Linker.Builder linker, Siblings siblings, Need need) {
        return linker.build().plan(Shop.component(need), siblings, () -> Beginning.NOTHING, planned -> values -> {
            throw new AssertionError("no instance is made here");
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
    void ofSeveralVersionsThePlanSaysWhichServes() {
        Golden golden = Golden.here();
        Need suffixed = new Need(
                new ImportRef(
                        "a:b/d@0.2",
                        "instance",
                        new NameAttributes(Optional.empty(), Optional.of(".4"), Optional.empty())),
                small());
        LinkPlan plan = plan(
                Linker.builder()
                        .bindInterface("a:b/c@0.2.9")
                        .to(backend("declared"))
                        .bindInterface("a:b/c@0.2.4")
                        .to(backend("lower"))
                        .optional()
                        .bind("offered")
                        .to(backend("offering", offer("a:b/c@0.2.5"), offer("a:b/c@0.2.7")))
                        .bind("exact")
                        .to(backend("exact", offer("a:b/c@0.2.5"), offer("a:b/c@0.2.3")))
                        .bind("implementing")
                        .implementing("a:b/c@0.2.1", "a:b/e")
                        .to(backend("implementing"))
                        .bindInterface("a:b/d@0.2")
                        .to(backend("canonical")),
                unnamed("a:b/c@0.2.3"),
                named("offered", "a:b/c@0.2.3"),
                named("exact", "a:b/c@0.2.3"),
                named("implementing", "a:b/c@0.2.3"),
                suffixed);
        golden.check("plan-versions", plan.toString());
        assertThat(plan.toJson())
                .contains("\"boundTo\":\"declared\",\"as\":\"a:b/c@0.2.9\",\"step\":\"interface\"")
                .contains("\"boundTo\":\"exact\",\"step\":\"name\"");
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

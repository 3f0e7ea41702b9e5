package dev.witloof.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.UnlinkableException;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

/** Policy and limits of a file are those of the linker, and say where they stand. */
final class RulesAndLimitsTest {

    private static final String FILE = """
            version: 1
            bindings:
              - {name: [sessions, cache], backend: in-memory}
            """;

    private static Linker.Builder linker(String more) {
        return Backends.load(FILE + more).applyTo(Linker.builder());
    }

    private static LinkPlan plan(Linker.Builder linker) {
        return linker.build().plan(Backends.component("c-sessions/sessions.wasm"));
    }

    private static String report(String more) {
        return catchThrowableOfType(UnlinkableException.class, () -> plan(linker(more)))
                .getMessage();
    }

    @Test
    void aRuleThatDeniesAnImportIsAProblemOfThePlan() {
        assertThat(report("policy: [{deny: {name: cache, backend: [in-memory, other]}}]\n"))
                .isEqualTo("""
                        component (sha256 39883078…) cannot be linked: 1 problem in 2 imports

                        1) denied by policy: import "cache", bound to in-memory (bindings.yaml:3:23)
                             needs [method]bucket.get, [method]bucket.set, [method]bucket.delete, open
                             denied by the rule deny: {name: "cache", backend: ["in-memory", "other"]} (bindings.yaml:4:10)
                             fix: - {allow: {name: "cache"}} before it   (bindings.yaml:4:10)""");
    }

    @Test
    void whatNoRuleSpeaksOfIsDeniedByDefault() {
        assertThat(report("""
                policy:
                  - {allow: {name: sessions, interface: "wasi:keyvalue/*"}}
                  - default: deny
                """)).isEqualTo("""
                        component (sha256 39883078…) cannot be linked: 1 problem in 2 imports

                        1) denied by policy: import "cache", bound to in-memory (bindings.yaml:3:23)
                             needs [method]bucket.get, [method]bucket.set, [method]bucket.delete, open
                             denied by default, for no rule allows it (bindings.yaml:6:14)
                             fix: - {allow: {name: "cache"}}   (bindings.yaml:6:14)""");
    }

    @Test
    void rulesOnFunctionsStandInThePlan() {
        assertThat(plan(linker("""
                                policy:
                                  - {deny: {name: cache, functions: ["[method]bucket.set"]}}
                                  - {deny: {name: sessions, functions: writes, audited: true}}
                                  - {default: allow}
                                """)).toString()).isEqualTo("""
                        component (sha256 39883078…): 2 imports
                          import    implements                       bound to   by    declared at
                          sessions  wasi:keyvalue/store@0.2.0-draft  in-memory  name  bindings.yaml:3:13
                            denied: [method]bucket.set (bindings.yaml:6:5), [method]bucket.delete (bindings.yaml:6:5)
                          cache     wasi:keyvalue/store@0.2.0-draft  in-memory  name  bindings.yaml:3:23
                            denied: [method]bucket.set (bindings.yaml:5:5)""");
    }

    @Test
    void limitsStandInThePlan() {
        assertThat(plan(linker("limits: {memoryPages: 1024, handles: 10000}\n")).toString())
                .isEqualTo("""
                        component (sha256 39883078…): 2 imports
                          import    implements                       bound to   by    declared at
                          sessions  wasi:keyvalue/store@0.2.0-draft  in-memory  name  bindings.yaml:3:13
                          cache     wasi:keyvalue/store@0.2.0-draft  in-memory  name  bindings.yaml:3:23
                          limits: memoryPages 1024, handles 10000""");
    }

    @Test
    void L28_aDeadlineNeedsTheProgramsScheduler() {
        assertThat(report("limits: {deadline: 5s}\n")).isEqualTo("""
                        component (sha256 39883078…) cannot be linked: 1 problem in 2 imports

                        1) limit: deadline
                             calls may take 5s
                             nothing would end them: there is no scheduler
                             fix: .scheduler(…), in the program   (bindings.yaml:4:9)""");
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        try {
            LinkPlan plan = plan(linker("limits: {deadline: 5s}\n").scheduler(scheduler));
            assertThat(plan.limits().deadline()).contains(Duration.ofSeconds(5));
        } finally {
            scheduler.shutdownNow();
        }
    }
}

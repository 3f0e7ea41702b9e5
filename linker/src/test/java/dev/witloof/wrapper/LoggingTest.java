package dev.witloof.wrapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.core.Log;
import dev.witloof.error.TrapException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.LinkPlan;
import dev.witloof.policy.Audit;
import dev.witloof.policy.LinkPolicy;
import dev.witloof.value.RecordValue;
import dev.witloof.value.Result;
import dev.witloof.value.TupleValue;
import dev.witloof.value.VariantValue;
import dev.witloof.wrapper.Sessions.Kind;
import dev.witloof.wrapper.Sessions.MapStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;

/** What is logged of calls and of policies. */
class LoggingTest {

    private static final String SECRET = "s3cr3t";

    private final MapStore sessions = new MapStore();
    private final MapStore cache = new MapStore();

    private static List<String> of(String logger, List<String> lines) {
        String mark = " " + logger + " - ";
        return lines.stream()
                .filter(line -> line.contains(mark))
                .map(line -> line.replace(mark, " "))
                .toList();
    }

    private List<String> logged(Kind kind, Logging logging) throws Exception {
        List<String> lines = Log.of(() -> {
            try (ComponentInstance app = Sessions.plan(kind, sessions, cache, linker -> linker.wrap(logging))
                    .instantiate()) {
                Sessions.login(app, "ada", SECRET.getBytes(UTF_8));
                cache.meanwhile = () -> {
                    throw new IllegalStateException(SECRET);
                };
                assertThatThrownBy(() -> Sessions.lookup(app, "ada")).isInstanceOf(TrapException.class);
            }
        });
        return of(Logging.LOGGER, lines).stream()
                .map(line -> line.replaceAll("\\d+ us", "9 us"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void L20_sizesAndNoValues(Kind kind) throws Exception {
        assertThat(logged(kind, Logging.at(Level.INFO)))
                .containsExactly(
                        "INFO \"cache\" open: 3 bytes in, ok, 0 bytes out, 9 us",
                        "INFO \"cache\" [method]bucket.set: 9 bytes in, ok, 0 bytes out, 9 us",
                        "INFO \"cache\" [resource-drop]bucket: 0 bytes in, ok, 0 bytes out, 9 us",
                        "INFO \"cache\" open: 3 bytes in, thrown, java.lang.IllegalStateException, 9 us");
    }

    @Test
    void valuesWhereTheyAreAskedFor() throws Exception {
        assertThat(logged(Kind.TYPED, Logging.at(Level.WARN).withValues()))
                .containsExactly(
                        "WARN \"cache\" open: (\"hot\"), ok, ok(<handle 1>), 9 us",
                        "WARN \"cache\" [method]bucket.set: (<handle 1>, \"ada\", [115, 51, 99, 114, 51, 116]), ok, ok, 9 us",
                        "WARN \"cache\" [resource-drop]bucket: (<handle 1>), ok, nothing, 9 us",
                        "WARN \"cache\" open: (\"hot\"), thrown, java.lang.IllegalStateException, 9 us");
    }

    @Test
    void nothingWhereTheLevelIsOff() throws Exception {
        assertThat(logged(Kind.TYPED, Logging.at(Level.TRACE))).isEmpty();
    }

    @Test
    void L20_theAuditWarnsOnceOfWhatAnInstanceMayNotDo() throws Exception {
        LinkPolicy policy = LinkPolicy.builder()
                .deny(r -> r.name("sessions").functions("[method]bucket.set").declaredAt("b.yaml:1:2"))
                .build();
        List<LinkPlan> plans = new ArrayList<>();
        List<String> planned =
                Log.of(() -> plans.add(Sessions.plan(Kind.TYPED, sessions, cache, linker -> linker.policy(policy))));
        assertThat(of(Audit.LOGGER, planned))
                .filteredOn(line -> line.startsWith("WARN"))
                .singleElement()
                .asString()
                .matches("WARN component \\(sha256 39883078…\\): import \"sessions\" \\[method]bucket.set, bound to .*:"
                        + " planned, denied \\(b.yaml:1:2\\)");
        List<String> called = Log.of(() -> {
            try (ComponentInstance app = plans.get(0).instantiate()) {
                Sessions.login(app, SECRET, SECRET.getBytes(UTF_8));
                Sessions.login(app, SECRET, SECRET.getBytes(UTF_8));
            }
        });
        assertThat(of(Audit.LOGGER, called))
                .noneMatch(line -> line.contains(SECRET))
                .extracting(line -> line.substring(0, line.indexOf(' ')) + line.substring(line.lastIndexOf(": called")))
                .containsExactly("WARN: called, denied (b.yaml:1:2)", "DEBUG: called, denied (b.yaml:1:2)");
    }

    @Test
    void sizesAreThoseOfContent() {
        assertThat(Sizes.of("aé€😀")).isEqualTo(1 + 2 + 3 + 4);
        assertThat(Sizes.of(new byte[3], new short[3], new int[3], new long[3], new float[1], new double[1]))
                .isEqualTo(3 + 6 + 12 + 24 + 4 + 8);
        assertThat(Sizes.of((byte) 1, (short) 1, 1, 1L, 1f, 1d, true)).isEqualTo(1 + 2 + 4 + 8 + 4 + 8 + 1);
        assertThat(Sizes.of(
                        List.of("ab", "c"),
                        Optional.of("d"),
                        Optional.empty(),
                        Result.ok("e"),
                        Result.err("fg"),
                        Result.ok(null),
                        VariantValue.of("case", "h"),
                        TupleValue.of("i", 1L),
                        RecordValue.of("field", "jk"),
                        Map.of("l", "m"),
                        new Object[] {"n"},
                        new Object()))
                .isEqualTo(3 + 1 + 0 + 1 + 2 + 0 + 1 + 9 + 2 + 2 + 1);
    }
}

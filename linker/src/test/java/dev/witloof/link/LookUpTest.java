package dev.witloof.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.name.ImportRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What serves an import is looked up when planning and starting, and never when calling. */
class LookUpTest {

    /** A map that counts who asks it. */
    private static final class CountingNames extends HashMap<String, Backend> {

        private static final long serialVersionUID = 1;

        private int asked;

        @Override
        public Backend get(Object key) {
            asked++;
            return super.get(key);
        }
    }

    private final CountingNames names = new CountingNames();
    private int resolved;
    private int started;
    private int implementations;
    private long calls;

    @Test
    void aMillionCallsThroughANamedImportLookNothingUp() throws IOException {
        names.put("sessions", this::start);
        names.put("bench:micro/kv@0.1.0", this::start);
        Linker linker = Linker.builder().resolver(this::resolve).build();
        try (InputStream in = LookUpTest.class.getResourceAsStream("/guests/bench-micro/micro.wasm")) {
            LinkPlan plan = linker.plan(Component.load(Objects.requireNonNull(in)));
            try (Deployment deployment = plan.start();
                    ComponentInstance app = deployment.instantiate()) {
                String before = counts();
                assertThat(before).isEqualTo("resolver 2, names 2, started 2, implementations 2");
                assertThat(app.function("named-gets").call(1_000_000L)).isEqualTo(3_000_000L);
                assertThat(calls).isEqualTo(1_000_000);
                assertThat(counts()).isEqualTo(before);
                deployment.instantiate().close();
                assertThat(counts()).isEqualTo(before);
            }
        }
    }

    private String counts() {
        return "resolver " + resolved + ", names " + names.asked + ", started " + started + ", implementations "
                + implementations;
    }

    private Optional<Binding> resolve(ImportRef ref) {
        resolved++;
        return Optional.ofNullable(names.get(ref.name())).map(Binding::of);
    }

    private Backend.Started start(List<ImportRef> imports) {
        started++;
        Optional<byte[]> value = Optional.of(new byte[] {1, 2, 3});
        Functions functions = Functions.of(f -> f.function("get", (call, args) -> {
            calls++;
            return value;
        }));
        return ref -> {
            implementations++;
            return functions;
        };
    }
}

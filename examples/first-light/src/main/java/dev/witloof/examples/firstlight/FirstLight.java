package dev.witloof.examples.firstlight;

import dev.witloof.host.ResultException;
import dev.witloof.instance.Call;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.HostFunction;
import dev.witloof.keyvalue.BoundedKeyValue;
import dev.witloof.keyvalue.InMemoryKeyValue;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.name.ImportRef;
import dev.witloof.value.Result;
import dev.witloof.value.VariantValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session service, written in C, that keeps the truth in one key-value store and a cache in another. To the component both
 * are {@code wasi:keyvalue/store}; their names tell them apart.
 */
public final class FirstLight {

    private final PrintStream out;
    private final AskedLog asked = new AskedLog();

    private FirstLight(PrintStream out) {
        this.out = out;
    }

    /** Runs the example; takes no arguments. */
    public static void main(String[] args) throws IOException {
        run(System.out);
    }

    static void run(PrintStream out) throws IOException {
        try (InputStream in = FirstLight.class.getResourceAsStream("/guests/c-sessions/sessions.wasm")) {
            if (in == null) {
                throw new IOException("the class path has no guests/c-sessions/sessions.wasm");
            }
            new FirstLight(out).show(Component.load(in));
        }
    }

    private void show(Component component) {
        out.println("imports");
        for (ImportRef need : component.imports()) {
            out.printf(
                    "  %-8s  implements %s  external-id %s%n",
                    need.name(),
                    need.implementsName().map(Object::toString).orElse("-"),
                    need.externalId().orElse("-"));
        }

        InMemoryKeyValue truth = KeyValue.inMemory();
        BoundedKeyValue near = KeyValue.bounded().maximumEntries(1_000).build();
        Linker linker = Linker.builder()
                .bind("sessions")
                .to(truth.around(FirstLight::refuseBad).around(asked))
                .bind("cache")
                .to(near.around(asked))
                .build();
        LinkPlan plan = linker.plan(component);
        out.printf("%nplan%n%s%n", plan.toString().indent(2).stripTrailing());

        out.printf("%ncalls, and what each backend was asked%n");
        try (ComponentInstance app = plan.instantiate()) {
            SessionService service = app.export("demo:named/session-service@0.1.0", SessionService.class);
            byte[] profile = "Ada Lovelace".getBytes(StandardCharsets.UTF_8);
            show("login ada", () -> login(service, "ada", profile));
            show("lookup ada", () -> inWords(service.lookup("ada")));
            near.clear();
            out.println("  (the cache is cleared)");
            show("lookup ada", () -> inWords(service.lookup("ada")));
            show("lookup ada", () -> inWords(service.lookup("ada")));
            show("login bad", () -> login(service, "bad", profile));
            show("logout ada", () -> service.logout("ada") ? "done" : "nobody");
            show("lookup ada", () -> inWords(service.lookup("ada")));
        }
    }

    /** A call of the service. */
    private interface Asking {
        String answer() throws ResultException;
    }

    private void show(String call, Asking service) {
        String answer;
        try {
            answer = service.answer();
        } catch (ResultException e) {
            answer = "error: " + e.error();
        }
        out.printf("  %-12s -> %s%n", call, answer);
        for (String backend : List.of("sessions", "cache")) {
            List<String> lines = asked.take(backend);
            out.printf("      %-8s  %s%n", backend, lines.isEmpty() ? "nothing" : String.join(", ", lines));
        }
    }

    private static String login(SessionService service, String user, byte[] profile) throws ResultException {
        service.login(user, profile);
        return "done";
    }

    private static String inWords(Optional<SessionService.Hit> found) {
        return found.map(hit -> new String(hit.value(), StandardCharsets.UTF_8) + ", from the "
                        + hit.origin().name().toLowerCase(Locale.ROOT))
                .orElse("nobody");
    }

    /** A store that fails for one key, to show how the error comes back through the component. */
    private static @Nullable Object refuseBad(Call call, Object[] args, HostFunction next) throws Exception {
        return call.function().equals("[method]bucket.set") && args[1].equals("bad")
                ? Result.err(VariantValue.of("access-denied"))
                : next.call(call, args);
    }
}

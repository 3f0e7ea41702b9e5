package dev.witloof.examples.stores;

import dev.witloof.config.BackendRegistry;
import dev.witloof.config.Bindings;
import dev.witloof.error.WitloofException;
import dev.witloof.files.FilesFactory;
import dev.witloof.host.ResultException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.jdbc.JdbcFactory;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Deployment;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.memcached.MemcachedFactory;
import dev.witloof.nats.NatsFactory;
import dev.witloof.redis.RedisFactory;
import dev.witloof.wrapper.CallCounts;
import dev.witloof.wrapper.Timing;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A session service, written in C, that keeps the truth in one key-value store and a cache in another. Which stores these are
 * stands in a file: the component, and this program, are the same for all.
 */
public final class Stores {

    private static final String EMBEDDED = "files-memory.yaml";

    private final PrintStream out;

    private Stores(PrintStream out) {
        this.out = out;
    }

    /** Takes {@code --bindings FILE}; without it sessions are kept in files and the cache in memory. */
    public static void main(String[] args) throws IOException {
        if (args.length != 0 && !(args.length == 2 && args[0].equals("--bindings"))) {
            System.err.println("expected --bindings FILE, or nothing");
            return;
        }
        try {
            run(args, System.out);
        } catch (WitloofException refused) {
            System.err.println(refused.getMessage());
        }
    }

    static void run(String[] args, PrintStream out) throws IOException {
        try (InputStream wasm = resource("/guests/c-sessions/sessions.wasm")) {
            new Stores(out).show(Component.load(wasm), bindings(args));
        }
    }

    private static Bindings bindings(String[] args) throws IOException {
        if (args.length == 2) {
            return Bindings.load(Path.of(args[1]), registry(), Stores::fromEnvironment);
        }
        try (Reader reader = new InputStreamReader(resource(EMBEDDED), StandardCharsets.UTF_8)) {
            return Bindings.load(EMBEDDED, reader, registry(), Stores::fromEnvironment);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Stores.class.getResourceAsStream(name), name + ": not on the class path");
    }

    /** What a file asks for, such as {@code ${env:PGPASSWORD}}. */
    private static Optional<String> fromEnvironment(String scheme, String name) {
        return scheme.equals("env") ? Optional.ofNullable(System.getenv(name)) : Optional.empty();
    }

    /** What a file may name. */
    private static BackendRegistry registry() {
        return BackendRegistry.builder()
                .register("files", new FilesFactory())
                .register(
                        "bounded",
                        settings -> KeyValue.bounded()
                                .maximumEntries(settings.integer("maximumEntries"))
                                .expireAfterWrite(settings.duration("expireAfterWrite"))
                                .build())
                .register("redis", new RedisFactory())
                .register("memcached", new MemcachedFactory())
                .register("nats", new NatsFactory())
                .register("jdbc", new JdbcFactory())
                .build();
    }

    private void show(Component component, Bindings bindings) {
        CallCounts counts = new CallCounts();
        Linker linker =
                bindings.applyTo(Linker.builder()).wrapAll(Timing.to(counts)).build();
        LinkPlan plan = linker.plan(component);
        out.printf("plan%n%s%n", plan.toString().indent(2).stripTrailing());

        try (Deployment deployment = plan.start();
                ComponentInstance app = deployment.instantiate()) {
            out.printf("%nstores%n");
            deployment.check().forEach(health -> out.println("  " + health));

            out.printf("%ncalls%n");
            SessionService service = app.export("demo:named/session-service@0.1.0", SessionService.class);
            byte[] profile = "Ada Lovelace".getBytes(StandardCharsets.UTF_8);
            show("login ada", () -> login(service, profile));
            show("lookup ada", () -> inWords(service.lookup("ada")));
            show("lookup ada", () -> inWords(service.lookup("ada")));
            show("logout ada", () -> service.logout("ada") ? "done" : "nobody");
            show("lookup ada", () -> inWords(service.lookup("ada")));
        }

        out.printf("%nwhat each store was asked%n");
        counts.byName()
                .forEach((name, sums) -> out.printf(
                        "  %-8s  %d calls, %d errors, %d µs%n",
                        name, sums.calls(), sums.errors(), sums.nanos() / 1_000));
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
        out.printf("  %-10s -> %s%n", call, answer);
    }

    private static String login(SessionService service, byte[] profile) throws ResultException {
        service.login("ada", profile);
        return "done";
    }

    private static String inWords(Optional<SessionService.Hit> found) {
        return found.map(hit -> new String(hit.value(), StandardCharsets.UTF_8) + ", from the "
                        + hit.origin().name().toLowerCase(Locale.ROOT))
                .orElse("nobody");
    }
}

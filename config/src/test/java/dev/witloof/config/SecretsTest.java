package dev.witloof.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.witloof.link.Backend;
import dev.witloof.link.Linker;
import dev.witloof.name.ImportRef;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No output has a secret in it. */
final class SecretsTest {

    private static final String PASSWORD = "hunter-2-hunter";

    private static final SecretResolver RESOLVER = new SecretResolver() {
        @Override
        public Optional<String> resolve(String scheme, String name) {
            if (name.equals("broken")) {
                throw new IllegalStateException("no entry for " + PASSWORD);
            }
            return Optional.of(PASSWORD);
        }

        @Override
        public Optional<Map<String, String>> resolveAll(String list, String name) {
            return Optional.of(Map.of("password", PASSWORD));
        }
    };

    /** Has a password, and starts or does not. */
    private static final class Server implements Backend {

        private final Secret password;
        private final boolean starts;

        Server(Secret password, boolean starts) {
            this.password = password;
            this.starts = starts;
        }

        @Override
        public Started start(List<ImportRef> imports) {
            if (!starts) {
                throw new IllegalStateException("refused by " + password);
            }
            return new Backends.Anything().start(imports);
        }

        @Override
        public String toString() {
            return "a server with " + password.reveal();
        }
    }

    private final List<String> outputs = new ArrayList<>();

    private void shown(Object output) {
        outputs.add(String.valueOf(output));
    }

    /** A failure as a log has it: with its stack, its causes and what it suppressed. */
    private void failure(Throwable failure) {
        assertThat(failure).isNotNull();
        StringWriter out = new StringWriter();
        failure.printStackTrace(new PrintWriter(out, true));
        outputs.add(out.toString());
    }

    private Bindings load(String text) {
        BackendRegistry registry = Backends.builder()
                .register("redis", settings -> {
                    shown(settings);
                    shown(settings.keys());
                    boolean starts = settings.optionalBool("starts").orElse(true);
                    Secret password = settings.secret("password");
                    shown(password);
                    return new Server(password, starts);
                })
                .register("careless", settings -> {
                    throw new IllegalArgumentException(
                            settings.secret("password").reveal());
                })
                .build();
        return Bindings.load("secrets.yaml", text, registry, RESOLVER);
    }

    private static String file(String cache, String more) {
        return "version: 1\nbindings:\n"
                + "  - {name: sessions, backend: redis, config: {password: \"${secret:password}\"}}\n"
                + "  - {name: cache, backend: " + cache + ", config: {password: \"a ${secret:password} z\"" + more
                + "}}\n";
    }

    @Test
    void L20_noOutputHasASecretInIt() {
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        PrintStream err = System.err;
        PrintStream out = System.out;
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        System.setOut(System.err);
        try {
            everything();
        } finally {
            System.setErr(err);
            System.setOut(out);
        }
        shown(logged.toString(StandardCharsets.UTF_8));
        assertThat(outputs)
                .hasSizeGreaterThan(20)
                .allSatisfy(output -> assertThat(output).doesNotContain("hunter"));
    }

    private void everything() {
        var component = Backends.component("c-sessions/sessions.wasm");
        Bindings bindings = load(file("redis", ""));
        shown(bindings);
        var plan = bindings.applyTo(Linker.builder()).build().plan(component);
        shown(plan);
        shown(plan.toJson());
        shown(plan.bindings());
        // A plan that fails, a start that fails, and files that are wrong in each way that comes upon a resolved value.
        failure(catchThrowable(
                () -> bindings.applyTo(Linker.builder()).build().plan(Backends.component("wat-shop/shop.wasm"))));
        var failing = load(file("redis", ", starts: false"))
                .applyTo(Linker.builder())
                .build()
                .plan(component);
        failure(catchThrowable(failing::start));
        for (String wrong : List.of(
                file("careless", ""),
                file("redis", ", starts: \"${secret:password}\""),
                file("redis", ", starts: \"${env:password}\""),
                file("redis", ", unread: \"${secret:password}\""),
                file("redis", ", unread: \"${secret:broken}\""),
                file(
                        "server",
                        ", address: \"${secret:password}\", pool: \"${env:password}\", tls: \"${file:password}\""),
                file(
                        "bounded",
                        ", age: \"${env:password}\", bytes: \"${file:password}\", entries: \"${env:password}\""),
                file("map", ""),
                file("\"${secret:password}\"", ""),
                file("redis", ": ["),
                "hostInterfaces: [{namespace: wasi, package: keyvalue, name: sessions, interfaces: [store],"
                        + " config: {backend: careless}, secretFrom: [{name: x}]}]",
                "hostInterfaces: [{namespace: wasi, package: keyvalue, name: sessions, interfaces: [store],"
                        + " config: {backend: map}, secretFrom: [{name: x}]}]",
                "hostInterfaces: [{namespace: wasi, package: keyvalue, name: sessions, interfaces: [store],"
                        + " config: {backend: \"${secret:password}\"}}]")) {
            failure(catchThrowable(() -> load(wrong)));
        }
    }
}

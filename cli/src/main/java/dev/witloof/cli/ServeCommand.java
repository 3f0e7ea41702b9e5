package dev.witloof.cli;

import dev.witloof.error.TrapException;
import dev.witloof.instance.Component;
import dev.witloof.limit.Limits;
import dev.witloof.link.Deployment;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.PoolLimits;
import dev.witloof.name.Printable;
import dev.witloof.wasi.http.HttpService;
import dev.witloof.wasi.http.RequestHead;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers HTTP requests by a component. */
@Command(
        name = "serve",
        description = "Link a component that exports wasi:http/incoming-handler, and have it answer HTTP requests.",
        footer = {
            "",
            "It prints where it listens, and a line on standard error for each request that fails. SIGTERM and",
            "SIGINT end it once the requests on the way are answered.",
            "",
            "Examples:",
            "  witloof serve http.wasm --bindings bindings.yaml",
            "  witloof serve http.wasm --bindings bindings.yaml --host 0.0.0.0 --port 80 --instances 8",
            "",
            "Exit status: 0 it was ended, by a signal what a shell says of that (143 for SIGTERM); 126 the",
            "component is not linked or a backend did not start, 125 bad input or an address that is not to be",
            "had, 64 wrong arguments."
        })
final class ServeCommand implements Operation {

    private static final int MOST_PORT = 65_535;
    private static final int MOST = 1_000_000;

    @Parameters(index = "0", paramLabel = "FILE", description = "A component, or - for standard input.")
    private String file = "";

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address to listen on; 127.0.0.1 unless it is said, 0.0.0.0 for all.")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "The port; 8080 unless it is said, 0 for a free one.")
    private int port = 8080;

    @Option(
            names = "--instances",
            paramLabel = "NUMBER",
            description = "Use so many instances again and again, instead of a new one for each request.")
    private @Nullable Integer instances;

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            description = "How many requests are answered at once; 16 unless it is said.")
    private int threads = 16;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long one request may take; 60 unless it is said, 0 for as long as it likes.")
    private int timeout = 60;

    @Option(
            names = "--grace",
            paramLabel = "SECONDS",
            description = "How long requests may go on when it is ended; 10 unless it is said.")
    private int grace = 10;

    @Mixin
    private final BindingOptions bindings = new BindingOptions();

    @Mixin
    private final WasiOptions guest = new WasiOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final Console console;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitStatus statuses() {
        return ExitStatus.RUNNING;
    }

    @Override
    public Optional<String> advice(Exception failure) {
        return bindings.advice(file, failure);
    }

    @Override
    public Integer call() throws IOException {
        InetSocketAddress address = address();
        require("--instances", instances == null ? 1 : instances, 1, MOST);
        require("--threads", threads, 1, MOST);
        require("--timeout", timeout, 0, MOST);
        require("--grace", grace, 0, MOST);
        Component component = bindings.component(file, console);
        if (HttpService.export(component).isEmpty()) {
            throw wrong("expected a component that exports wasi:http/incoming-handler, found another");
        }
        LinkPlan plan = bindings.plan(component, console, guest.wasi(file, List.of(), console), limits(), "--timeout");
        tellTheServer();
        CountDownLatch ended = new CountDownLatch(1);
        Thread signal = onSignal(Thread.currentThread(), ended);
        try (Deployment deployment = plan.start()) {
            HttpService service = service(deployment).listener(this::failed);
            try (Served served = serving(service, address)) {
                console.out().println("listening on http://" + shown(address) + ":" + served.port() + "/");
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException end) {
            // By a signal, or whoever runs this in a thread of theirs; all is closed.
        } finally {
            ended.countDown();
            forget(signal);
        }
        return ExitStatus.OK;
    }

    private HttpService service(Deployment deployment) throws InterruptedException {
        return instances == null
                ? HttpService.of(deployment)
                : HttpService.of(
                        deployment.pool(PoolLimits.builder().size(instances).build()));
    }

    private Served serving(HttpService service, InetSocketAddress address) throws IOException {
        try {
            return Served.start(service, address, threads, Duration.ofSeconds(grace));
        } catch (BindException e) {
            throw Failure.badInput(
                    "expected to listen on " + shown(address) + ":" + port + ", found: " + e.getMessage(), e);
        }
    }

    private InetSocketAddress address() {
        require("--port", port, 0, MOST_PORT);
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw wrong("--host: expected an address of this machine, found " + Printable.quoted(host));
        }
        return address;
    }

    private static String shown(InetSocketAddress address) {
        String text = address.getAddress().getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }

    private Limits limits() {
        Limits.Builder limits = Limits.builder();
        return timeout == 0
                ? limits.build()
                : limits.deadline(Duration.ofSeconds(timeout)).build();
    }

    /** The server reads these once, when it is loaded; what the user said holds. */
    private void tellTheServer() {
        tell("sun.net.httpserver.nodelay", "true");
        if (timeout > 0) {
            // The guest's deadline does not hold for the head of a request, for which a thread waits too.
            tell("sun.net.httpserver.maxReqTime", Integer.toString(timeout));
        }
    }

    private static void tell(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** A signal ends the main thread's wait, and the process when that thread has closed everything. */
    private Thread onSignal(Thread main, CountDownLatch ended) {
        Thread thread = new Thread(
                () -> {
                    main.interrupt();
                    try {
                        ended.await(grace + 10L, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "witloof-signal");
        Runtime.getRuntime().addShutdownHook(thread);
        return thread;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // It is what ends this.
        }
    }

    /** One line for each request, whatever a guest or client put into it. */
    private void failed(RequestHead request, Exception why) {
        String reason = why instanceof TrapException trap
                ? trap.importOnTheWay().map(name -> "import " + name + ": ").orElse("") + trap.reason()
                : String.valueOf(why.getMessage());
        console.err().println("witloof serve: " + Printable.plain(request + ": " + reason));
    }

    private void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw wrong(option + ": expected " + least + " to " + most + ", found " + value);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}

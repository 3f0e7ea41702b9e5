package dev.witloof.cli;

import dev.witloof.link.Backend;
import dev.witloof.name.Printable;
import dev.witloof.wasi.Wasi;
import dev.witloof.wasi.WasiBuilder;
import dev.witloof.wasi.filesystem.Access;
import dev.witloof.wasi.http.client.OutgoingHttp;
import dev.witloof.wasi.io.Source;
import dev.witloof.wasi.sockets.NetworkPolicy;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a guest has of this process: arguments, standard streams, clocks and random numbers, and of the rest what is asked for. */
final class WasiOptions {

    @Option(
            names = "--env",
            paramLabel = "NAME=VALUE",
            description = "An environment variable of the guest, which has no others; may be repeated.")
    private final Map<String, String> environment = new LinkedHashMap<>();

    @Option(
            names = "--dir",
            paramLabel = "HOST::GUEST[::ro]",
            description =
                    "A folder of the guest, which has no others, and the path that it has there; may be repeated.")
    private final List<String> directories = new ArrayList<>();

    @Option(
            names = "--net",
            paramLabel = "POLICY",
            description =
                    "What the guest may reach on the network, by sockets and by HTTP, such as loopback or example.com:443,bind=127.0.0.1:8080; without it, nothing.")
    private String network = "none";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /**
     * WASI for one guest, whose own name is the file's, and the requests that it may send.
     *
     * @throws ParameterException if an option is not what it has to be
     */
    List<Backend> wasi(String file, List<String> arguments, Console console) {
        try {
            return given(file, arguments, console);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private List<Backend> given(String file, List<String> arguments, Console console) {
        List<String> all = new ArrayList<>(arguments);
        all.add(
                0,
                Inputs.isStandardInput(file)
                        ? file
                        : Path.of(file).getFileName().toString());
        WasiBuilder builder = Wasi.builder()
                .arguments(all)
                .environment(environment)
                .stdin(stdin(console.in()))
                .stdout(new GuestOutput(console.stdout()))
                .stderr(new GuestOutput(console.stderr()))
                .systemClocks()
                .random(new SecureRandom())
                .noDirectories();
        NetworkPolicy policy = policy();
        builder.network(policy, Executors.newCachedThreadPool(work -> daemon(work, "witloof-names")));
        terminals(console.terminals(), builder);
        directories.forEach(each -> directory(each, builder));
        return List.of(builder.build(), OutgoingHttp.builder().allow(policy).build());
    }

    private NetworkPolicy policy() {
        try {
            return NetworkPolicy.parse(network);
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException("--net: " + none.getMessage(), none);
        }
    }

    private static void terminals(Terminals terminals, WasiBuilder builder) {
        if (terminals.in()) {
            builder.stdinIsTerminal();
        }
        if (terminals.out()) {
            builder.stdoutIsTerminal();
        }
        if (terminals.err()) {
            builder.stderrIsTerminal();
        }
    }

    private static void directory(String text, WasiBuilder builder) {
        String[] parts = text.split("::", -1);
        boolean readOnly = parts.length == 3 && parts[2].equals("ro");
        if (parts.length != 2 && !readOnly || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new IllegalArgumentException(
                    "--dir: expected HOST::GUEST or HOST::GUEST::ro, found " + Printable.quoted(text));
        }
        Path folder = Path.of(parts[0]);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--dir: expected a folder, found " + Printable.quoted(parts[0])
                    + (Files.exists(folder) ? ", which is none" : ", which is not there"));
        }
        builder.directory(folder, parts[1], readOnly ? Access.READ : Access.READ_WRITE);
    }

    /** Read by a thread of its own, so that guests can wait for it and for clocks at once; it has none until one reads. */
    private static Source stdin(InputStream in) {
        return Source.of(in, Executors.newSingleThreadExecutor(work -> daemon(work, "witloof-stdin")));
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}

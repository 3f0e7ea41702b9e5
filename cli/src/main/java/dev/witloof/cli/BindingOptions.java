package dev.witloof.cli;

import dev.witloof.config.Bindings;
import dev.witloof.core.CompilationCache;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.limit.Limits;
import dev.witloof.link.Backend;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a component is linked: bound to what a file says and to nothing else, its compiled code kept where that is wanted. */
final class BindingOptions {

    @Option(
            names = "--bindings",
            paramLabel = "FILE",
            description = "What each import is bound to; without it, nothing.")
    private @Nullable Path file;

    @Option(
            names = "--secret",
            paramLabel = "NAME=FILE",
            description = "The file with a secret that the bindings name as $${secret:NAME}; may be repeated.")
    private final Map<String, Path> secret = new LinkedHashMap<>();

    @Option(
            names = "--secrets",
            paramLabel = "DIR",
            description = "A folder of secrets: a file for each $${secret:NAME}, a folder for each name in secretFrom.")
    private @Nullable Path secrets;

    @Option(
            names = "--configs",
            paramLabel = "DIR",
            description = "A folder with a folder for each name in configFrom.")
    private @Nullable Path configs;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "A folder that keeps compiled code for the next time; who can write to it can run code here.")
    private @Nullable Path cache;

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    /** Loads the component whose imports they are. */
    Component component(String file, Console console) throws IOException {
        return Inputs.component(file, console, cache == null ? CompilationCache.none() : CompilationCache.in(cache));
    }

    /** Who binds nothing is told how to. */
    Optional<String> advice(String component, Exception failure) {
        return file == null && failure instanceof UnlinkableException
                ? Optional.of(
                        "\n`witloof scaffold " + component + "` writes a file of bindings to fill in, for --bindings")
                : Optional.empty();
    }

    /** Plans; the linker throws its report. */
    LinkPlan plan(Component component, Console console) {
        return plan(component, console, List.of());
    }

    /** Plans, with backends for what the file binds to nothing. */
    LinkPlan plan(Component component, Console console, List<Backend> others) {
        return plan(component, console, others, Limits.NONE, "");
    }

    /**
     * The same within limits of the command's own, beside those of the file.
     *
     * @param declaredAt the option that says them
     */
    LinkPlan plan(Component component, Console console, List<Backend> others, Limits own, String declaredAt) {
        Linker.Builder builder = Linker.builder().scheduler(scheduler());
        if (!own.isEmpty()) {
            builder.limits(own, declaredAt);
        }
        if (file != null) {
            Bindings.load(file, Backends.registry(), resolver(file, console)).applyTo(builder);
        } else {
            builder.declaredIn("--bindings FILE");
        }
        limits.applyTo(builder);
        others.forEach(each -> builder.bindAll(each).optional());
        Linker linker = builder.build();
        return Progress.during(console, "compiling " + component.name(), () -> linker.plan(component));
    }

    /** For deadlines; it has no thread until one is set. */
    private static ScheduledExecutorService scheduler() {
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "witloof-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        // Instances that come and go leave none of their tasks behind.
        scheduler.setRemoveOnCancelPolicy(true);
        return scheduler;
    }

    private Secrets resolver(Path bindings, Console console) {
        Map<String, Path> folders = new LinkedHashMap<>();
        if (secrets != null) {
            folders.put(Secrets.SECRET_FROM, secrets);
        }
        if (configs != null) {
            folders.put(Secrets.CONFIG_FROM, configs);
        }
        return new Secrets(console.environment(), bindings.toAbsolutePath().getParent(), Map.copyOf(secret), folders);
    }
}

package dev.witloof.wasi;

import dev.witloof.wasi.cli.EndingExit;
import dev.witloof.wasi.cli.Environment;
import dev.witloof.wasi.cli.Exit;
import dev.witloof.wasi.cli.ProgramEnvironment;
import dev.witloof.wasi.cli.StandardError;
import dev.witloof.wasi.cli.StandardInput;
import dev.witloof.wasi.cli.StandardOutput;
import dev.witloof.wasi.cli.Stderr;
import dev.witloof.wasi.cli.Stdin;
import dev.witloof.wasi.cli.Stdout;
import dev.witloof.wasi.cli.TerminalInput;
import dev.witloof.wasi.cli.TerminalOutput;
import dev.witloof.wasi.cli.TerminalStderr;
import dev.witloof.wasi.cli.TerminalStdin;
import dev.witloof.wasi.cli.TerminalStdout;
import dev.witloof.wasi.clocks.InstantClock;
import dev.witloof.wasi.clocks.MonotonicClock;
import dev.witloof.wasi.clocks.MonotonicTime;
import dev.witloof.wasi.clocks.TimerClock;
import dev.witloof.wasi.clocks.WallClock;
import dev.witloof.wasi.filesystem.Access;
import dev.witloof.wasi.filesystem.EmptyFileSystem;
import dev.witloof.wasi.filesystem.GivenDirectories;
import dev.witloof.wasi.filesystem.Preopens;
import dev.witloof.wasi.filesystem.Types;
import dev.witloof.wasi.io.Error;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.io.Polling;
import dev.witloof.wasi.io.Sink;
import dev.witloof.wasi.io.Source;
import dev.witloof.wasi.io.Streams;
import dev.witloof.wasi.random.GeneratedRandom;
import dev.witloof.wasi.random.Insecure;
import dev.witloof.wasi.random.InsecureSeed;
import dev.witloof.wasi.random.Random;
import dev.witloof.wasi.sockets.GivenNetwork;
import dev.witloof.wasi.sockets.NameResolver;
import dev.witloof.wasi.sockets.NetworkPolicy;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Collects what guests are given of WASI, a capability with each method. What was given last holds. */
public final class WasiBuilder {

    private final Map<Class<?>, Function<InstanceResources, Object>> given = new LinkedHashMap<>();
    private boolean environmentGiven;
    private List<String> arguments = List.of();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private @Nullable String workingDirectory;
    private @Nullable Source stdin;
    private @Nullable Sink stdout;
    private @Nullable Sink stderr;
    private final List<GivenDirectories.Given> directories = new ArrayList<>();
    private @Nullable NetworkPolicy policy;
    private NameResolver resolver = NameResolver.system();
    private Executor resolving = Runnable::run;
    private InstanceLimits limits = InstanceLimits.USUAL;
    private boolean stdinIsTerminal;
    private boolean stdoutIsTerminal;
    private boolean stderrIsTerminal;

    WasiBuilder() {
        give(Error.class, new Error() {});
        give(Streams.class, new Streams() {});
        given.put(Poll.class, own -> new Polling(own.ended(), own.time()));
        give(Exit.class, new EndingExit());
        give(TerminalInput.class, new TerminalInput() {});
        give(TerminalOutput.class, new TerminalOutput() {});
    }

    /** For all instances, because it holds nothing of any. */
    private <T> void give(Class<T> type, T implementation) {
        given.put(type, new Shared(implementation));
    }

    /** Gives {@code wasi:cli/environment} with these arguments, the program's own name first; none are an empty list. */
    public WasiBuilder arguments(String... all) {
        return arguments(List.of(all));
    }

    /** Gives {@code wasi:cli/environment} with these arguments, the program's own name first. */
    public WasiBuilder arguments(List<String> all) {
        arguments = List.copyOf(all);
        environmentGiven = true;
        return this;
    }

    /** Gives {@code wasi:cli/environment} with these variables, in their order, beside those that were given before. */
    public WasiBuilder environment(Map<String, String> more) {
        more.forEach(this::environment);
        environmentGiven = true;
        return this;
    }

    /** Gives {@code wasi:cli/environment} with this variable beside those that were given before. */
    public WasiBuilder environment(String name, String value) {
        variables.put(name, value);
        environmentGiven = true;
        return this;
    }

    /** Gives {@code wasi:cli/environment} with the path at which relative paths of the guest begin. */
    public WasiBuilder workingDirectory(String path) {
        workingDirectory = path;
        environmentGiven = true;
        return this;
    }

    /** Gives {@code wasi:cli/stdin}, read in the guest's thread as {@link Source#of(InputStream)} has it. */
    public WasiBuilder stdin(InputStream stream) {
        return stdin(Source.of(stream));
    }

    /** Gives {@code wasi:cli/stdin}, read by this executor as {@link Source#of(InputStream, Executor)} has it. */
    public WasiBuilder stdin(InputStream stream, Executor executor) {
        return stdin(Source.of(stream, executor));
    }

    /** Gives {@code wasi:cli/stdin}; all instances read one source, which stays open. */
    public WasiBuilder stdin(Source source) {
        stdin = source;
        return this;
    }

    /** Gives {@code wasi:cli/stdout}, written in the guest's thread as {@link Sink#of(OutputStream)} has it. */
    public WasiBuilder stdout(OutputStream stream) {
        return stdout(Sink.of(stream));
    }

    /** Gives {@code wasi:cli/stdout}; all instances write to one sink, which stays open. */
    public WasiBuilder stdout(Sink sink) {
        stdout = sink;
        return this;
    }

    /** Gives {@code wasi:cli/stderr}, written in the guest's thread as {@link Sink#of(OutputStream)} has it. */
    public WasiBuilder stderr(OutputStream stream) {
        return stderr(Sink.of(stream));
    }

    /** Gives {@code wasi:cli/stderr}; all instances write to one sink, which stays open. */
    public WasiBuilder stderr(Sink sink) {
        stderr = sink;
        return this;
    }

    /** Tells guests that the standard input they are given is a terminal. */
    public WasiBuilder stdinIsTerminal() {
        stdinIsTerminal = true;
        return this;
    }

    /** Tells guests that the standard output they are given is a terminal. */
    public WasiBuilder stdoutIsTerminal() {
        stdoutIsTerminal = true;
        return this;
    }

    /** Tells guests that the standard error they are given is a terminal. */
    public WasiBuilder stderrIsTerminal() {
        stderrIsTerminal = true;
        return this;
    }

    /** Gives both clocks of {@code wasi:clocks} as the system has them. */
    public WasiBuilder systemClocks() {
        return monotonicClock(MonotonicTime.system()).wallClock(InstantSource.system());
    }

    /** Gives {@code wasi:clocks/monotonic-clock}, by which guests also wait. */
    public WasiBuilder monotonicClock(MonotonicTime time) {
        given.put(MonotonicClock.class, own -> new TimerClock(time, own.ended(), own.time()));
        return this;
    }

    /** Gives {@code wasi:clocks/wall-clock}. */
    public WasiBuilder wallClock(InstantSource source) {
        give(WallClock.class, new InstantClock(source));
        return this;
    }

    /**
     * Gives all of {@code wasi:random}, for secrets too.
     *
     * @param generator used by one thread at a time; a {@link java.security.SecureRandom} unless nothing is to be secret
     */
    public WasiBuilder random(RandomGenerator generator) {
        GeneratedRandom random = new GeneratedRandom(generator);
        given.put(Random.class, own -> random.within(own.time()));
        return insecureRandom(random);
    }

    /**
     * Gives {@code wasi:random/insecure} and {@code insecure-seed}.
     *
     * @param generator used by one thread at a time
     */
    public WasiBuilder insecureRandom(RandomGenerator generator) {
        return insecureRandom(new GeneratedRandom(generator));
    }

    private WasiBuilder insecureRandom(GeneratedRandom random) {
        given.put(Insecure.class, own -> random.within(own.time()));
        give(InsecureSeed.class, random);
        return this;
    }

    /**
     * Gives {@code wasi:filesystem} with this directory beside those that were given before. Guests reach what is in it, and by no
     * path anything else.
     *
     * @param path a directory of any file system; it is opened with each deployment
     * @param name the path under which guests know it, such as {@code /data}
     * @param access what they may do in it
     */
    public WasiBuilder directory(Path path, String name, Access access) {
        given.put(Preopens.class, InstanceResources::directories);
        given.put(Types.class, InstanceResources::directories);
        directories.add(new GivenDirectories.Given(path, name, access));
        return this;
    }

    /**
     * How many files and folders each instance may have open at once, beside the directories that it is given; 256 unless this is
     * said. One more fails with {@code insufficient-memory}.
     */
    public WasiBuilder openFiles(int most) {
        limits = limits.withOpenFiles(most);
        return this;
    }

    /** How many sockets each instance may have at once, 256 unless this is said. One more fails with {@code new-socket-limit}. */
    public WasiBuilder sockets(int most) {
        limits = limits.withSockets(most);
        return this;
    }

    /**
     * How many bytes each instance may write to standard output and standard error together; as many as it likes unless this is
     * said. What fits arrives; then the stream fails with an error, and is closed.
     */
    public WasiBuilder outputBytes(long most) {
        limits = limits.withOutputBytes(most);
        return this;
    }

    /**
     * How many bytes each instance may write to files, what it makes files longer by included; as many as it likes unless this
     * is said. What fits arrives; then a write fails with {@code quota}.
     */
    public WasiBuilder fileBytes(long most) {
        limits = limits.withFileBytes(most);
        return this;
    }

    /**
     * How long each instance may be in the calls of what is given here, all of them together and what it waits for included; as
     * long as it likes unless this is said. Then its call traps, and so does every later one that takes time.
     *
     * @throws IllegalArgumentException if it is not more than nothing
     */
    public WasiBuilder hostTime(Duration most) {
        limits = limits.withHostTime(most);
        return this;
    }

    /** Gives {@code wasi:filesystem} with no folder in it, for programs that import it whether they use files or not. */
    public WasiBuilder noDirectories() {
        directories.clear();
        EmptyFileSystem empty = new EmptyFileSystem();
        give(Preopens.class, empty);
        give(Types.class, empty);
        return this;
    }

    /**
     * Gives {@code wasi:sockets} within a policy. Names are looked up in the guest's thread, when it first waits for their
     * addresses or asks for one; {@link #network(NetworkPolicy, Executor)} lets it wait for other things meanwhile.
     */
    public WasiBuilder network(NetworkPolicy allowed) {
        return network(allowed, Runnable::run);
    }

    /**
     * Gives {@code wasi:sockets} within a policy.
     *
     * @param executor looks up names; each look-up is a task that waits for the resolver
     */
    public WasiBuilder network(NetworkPolicy allowed, Executor executor) {
        policy = allowed;
        resolving = executor;
        return this;
    }

    /** Who looks up names for guests that are given a network: the system unless this is said. */
    public WasiBuilder nameResolver(NameResolver names) {
        resolver = names;
        return this;
    }

    /**
     * What was given.
     *
     * @throws IllegalArgumentException if an argument or a variable cannot be one
     */
    public Wasi build() {
        if (environmentGiven) {
            give(Environment.class, new ProgramEnvironment(arguments, variables, workingDirectory));
        }
        if (stdin != null) {
            Source source = stdin;
            given.put(Stdin.class, own -> new StandardInput(own.input(source), stdinIsTerminal));
            give(TerminalStdin.class, new StandardInput(source, stdinIsTerminal));
        }
        if (stdout != null) {
            Sink sink = stdout;
            given.put(Stdout.class, own -> new StandardOutput(own.output(sink), stdoutIsTerminal));
            give(TerminalStdout.class, new StandardOutput(sink, stdoutIsTerminal));
        }
        if (stderr != null) {
            Sink sink = stderr;
            given.put(Stderr.class, own -> new StandardError(own.output(sink), stderrIsTerminal));
            give(TerminalStderr.class, new StandardError(sink, stderrIsTerminal));
        }
        if (policy != null) {
            GivenNetwork.Given network = new GivenNetwork.Given(policy, resolver, resolving);
            GivenNetwork.INTERFACES.forEach(each -> given.put(each, own -> own.network(network)));
        }
        return new Wasi(given, directories, limits);
    }
}

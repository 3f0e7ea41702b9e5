package dev.witloof.testkit.wasi;

import dev.witloof.error.TrapException;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import dev.witloof.wasi.Command;
import dev.witloof.wasi.Wasi;
import dev.witloof.wasi.WasiBuilder;
import dev.witloof.wasi.filesystem.Access;
import dev.witloof.wasi.io.Source;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * WASI for a test, which is the same in every run: both clocks are a {@link TestClock}, random numbers have a seed, standard
 * input is what the test says and otherwise empty, and what is written to standard output and error is kept. There are no
 * directories and no variables but those that are given.
 *
 * <pre>{@code
 * TestWasi wasi = TestWasi.create().stdin("one\ntwo\n").environment("LANG", "C");
 * Files.writeString(wasi.directory("/data").resolve("greeting"), "hello");
 * ProgramResult result = wasi.run(Component.load(Path.of("prog.wasm")), "--verbose");
 * assertThat(result.exitCode()).isZero();
 * assertThat(result.stdout()).isEqualTo("hello\n");
 * }</pre>
 *
 * <p>It is a backend as well, for unnamed imports ({@code bindAll}, or a field of a test marked {@link
 * dev.witloof.testkit.Bind}) and for names. Settings hold for what is started afterwards; each start has its input and its
 * random numbers from the beginning. One thread at a time sets it up; any number of guests may use it.
 */
public final class TestWasi implements Backend {

    private final TestClock clock;
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<Consumer<WasiBuilder>> more = new ArrayList<>();
    private List<String> arguments = List.of("program");
    private Supplier<Source> stdin = () -> Source.of(new byte[0]);
    private long seed;

    private TestWasi(TestClock clock) {
        this.clock = clock;
    }

    /** With a clock that {@linkplain TestClock#skipping skips} what guests sleep. */
    public static TestWasi create() {
        return with(TestClock.skipping());
    }

    /** With this clock, which others may have too. */
    public static TestWasi with(TestClock clock) {
        return new TestWasi(clock);
    }

    /** Its clock. */
    public TestClock clock() {
        return clock;
    }

    /** The arguments, the program's own name first; without this they are that name alone, {@code program}. */
    public TestWasi arguments(String... all) {
        arguments = List.of(all);
        return this;
    }

    /** One more environment variable. */
    public TestWasi environment(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** What can be read from standard input, in UTF-8. */
    public TestWasi stdin(String text) {
        return stdin(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What can be read from standard input. */
    public TestWasi stdin(byte[] bytes) {
        byte[] kept = bytes.clone();
        stdin = () -> Source.of(kept);
        return this;
    }

    /** Where random numbers begin, 0 unless this is said. */
    public TestWasi seed(long number) {
        seed = number;
        return this;
    }

    /**
     * Gives guests a directory in memory, to read and to write; times of files are those of the clock. Needs jimfs.
     *
     * @param name the path under which guests know it
     * @return the directory, empty, for the test to put files in and to look at them
     */
    public Path directory(String name) {
        return directory(name, Access.READ_WRITE);
    }

    /**
     * Gives guests a directory in memory. Needs jimfs.
     *
     * @param name the path under which guests know it
     * @param access what they may do in it
     * @return the directory, empty, for the test to put files in and to look at them
     */
    public Path directory(String name, Access access) {
        Path directory = MemoryDirectory.create(clock);
        give(wasi -> wasi.directory(directory, name, access));
        return directory;
    }

    /** Gives what else the test needs, or in place of what is given here; asked with each start. */
    public TestWasi give(Consumer<WasiBuilder> givingMore) {
        more.add(givingMore);
        return this;
    }

    private Wasi given(List<String> started) {
        WasiBuilder builder = Wasi.builder()
                .arguments(started)
                .environment(variables)
                .stdin(stdin.get())
                .stdout(stdout)
                .stderr(stderr)
                .monotonicClock(clock)
                .wallClock(clock)
                .random(new Random(seed))
                .noDirectories();
        more.forEach(each -> each.accept(builder));
        return builder.build();
    }

    private Wasi given() {
        return given(arguments);
    }

    /**
     * Runs a program whose imports are all WASI's.
     *
     * @param after the arguments after the program's name
     * @return its end, and what was written meanwhile
     * @throws UnlinkableException if it imports what it is not given
     * @throws TrapException if it traps; what it wrote until then is {@link #stdout} and {@link #stderr}
     * @throws IllegalArgumentException if it is no program
     */
    public ProgramResult run(Component program, String... after) {
        List<String> all = new ArrayList<>(arguments.isEmpty() ? List.of("program") : arguments.subList(0, 1));
        all.addAll(List.of(after));
        return result(() -> Command.run(program, given(all)));
    }

    /**
     * Runs an instance of a program that was linked with this as its standard output and error.
     *
     * @return its end, and what was written meanwhile
     * @throws TrapException if it traps
     * @throws IllegalArgumentException if it is no program
     */
    public ProgramResult run(ComponentInstance program) {
        return result(() -> Command.run(program));
    }

    private ProgramResult result(IntSupplier run) {
        int out = stdout.size();
        int err = stderr.size();
        int code = run.getAsInt();
        return new ProgramResult(code, since(out, stdout), since(err, stderr));
    }

    private static byte[] since(int begin, ByteArrayOutputStream stream) {
        byte[] all = stream.toByteArray();
        return Arrays.copyOfRange(all, begin, all.length);
    }

    /** All that was written to standard output until now, as UTF-8. */
    public String stdout() {
        return stdout.toString(StandardCharsets.UTF_8);
    }

    /** All that was written to standard output until now. */
    public byte[] stdoutBytes() {
        return stdout.toByteArray();
    }

    /** All that was written to standard error until now, as UTF-8. */
    public String stderr() {
        return stderr.toString(StandardCharsets.UTF_8);
    }

    /** All that was written to standard error until now. */
    public byte[] stderrBytes() {
        return stderr.toByteArray();
    }

    /** {@code WASI for tests}. */
    @Override
    public String description() {
        return "WASI for tests";
    }

    @Override
    public List<Class<?>> serves() {
        return given().serves();
    }

    @Override
    public List<Class<?>> sharedResources() {
        return given().sharedResources();
    }

    @Override
    public Optional<String> remedy(ImportRef importRef) {
        return given().remedy(importRef);
    }

    @Override
    public Started start(List<ImportRef> imports) throws Exception {
        return given().start(imports);
    }
}

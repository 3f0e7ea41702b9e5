package dev.witloof.wasi;

import dev.witloof.error.ExitException;
import dev.witloof.error.TrapException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.error.UnlinkableException;
import dev.witloof.host.ResultException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Backend;
import dev.witloof.link.Linker;
import dev.witloof.name.ExportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.wasi.cli.Run;
import java.util.Optional;

/**
 * Components that are programs: they export {@code wasi:cli/run}, and are run once.
 *
 * <pre>{@code
 * int code = Command.run(Component.load(path), Wasi.builder().stdout(System.out).build());
 * }</pre>
 *
 * @see <a href="https://github.com/WebAssembly/wasi-cli/blob/e922fd7bd137cd284a5e6c4815a5a630d32fdd01/wit/run.wit">wasi:cli/run</a>
 */
public final class Command {

    private static final InterfaceName RUN = InterfaceName.parse("wasi:cli/run@0.2.12");

    private Command() {}

    /**
     * Runs a program whose imports are all WASI's.
     *
     * @param wasi what it is given; joined with other backends ({@link Backend#and}) if it imports more
     * @return its exit code: 0 for success; 1 if {@code run} returned an error; else what it gave {@code exit}
     * @throws UnlinkableException if it imports what it is not given
     * @throws UninstantiableException if no instance can be made of it
     * @throws TrapException if it traps
     * @throws IllegalArgumentException if it is no program
     */
    public static int run(Component component, Backend wasi) {
        required(component);
        Linker linker = Linker.builder().bindAll(wasi).optional().build();
        try (ComponentInstance instance = linker.plan(component).instantiate()) {
            return run(instance);
        }
    }

    /**
     * Runs an instance of a program, which takes no more calls if it exits.
     *
     * @return its exit code: 0 for success; 1 if {@code run} returned an error; else what it gave {@code exit}
     * @throws TrapException if it traps
     * @throws IllegalArgumentException if it is no program
     */
    public static int run(ComponentInstance instance) {
        String name = required(instance.component());
        try {
            instance.export(name, Run.class).run();
            return 0;
        } catch (ResultException error) {
            return 1;
        } catch (ExitException exit) {
            return exit.code();
        }
    }

    /** The name of the export that makes a component a program; empty if it is none. */
    public static Optional<String> export(Component component) {
        return component.exports().stream()
                .filter(export -> export.interfaceName().filter(RUN::matches).isPresent())
                .map(ExportRef::name)
                .findFirst();
    }

    private static String required(Component component) {
        return export(component)
                .orElseThrow(() -> new IllegalArgumentException(
                        component.name() + ": expected an export of wasi:cli/run@0.2, found none"));
    }
}

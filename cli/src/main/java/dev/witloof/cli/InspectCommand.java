package dev.witloof.cli;

import dev.witloof.cli.OutlineJson.Members;
import dev.witloof.instance.Component;
import dev.witloof.name.Printable;
import dev.witloof.wit.WitPackage;
import dev.witloof.wit.WitPackages;
import dev.witloof.wit.WitWorld;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a component, or each world of a WIT package, imports and exports. */
@Command(
        name = "inspect",
        description = "Show what a component, or each world of a WIT package, imports and exports.",
        footer = {
            "",
            "A component needs no native code; WIT does.",
            "",
            "Examples:",
            "  witloof inspect shop.wasm",
            "  witloof inspect --json shop.wasm",
            "  witloof inspect src/main/wit",
            "",
            "Exit status: 0 it is shown, 3 bad input, 64 wrong arguments."
        })
final class InspectCommand implements Operation {

    @Parameters(
            paramLabel = "FILE",
            description = "A component, WIT text or binary, a folder of WIT, or - for standard input.")
    private String file = "";

    @Option(names = "--json", description = "For programs: one object, in one line.")
    private boolean json;

    @Mixin
    private final WitOptions wit = new WitOptions();

    private final Console console;

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (Inputs.isWitText(file)) {
            print(wit.packages(file, console));
            return ExitStatus.OK;
        }
        Component component = Inputs.component(file, console);
        if (Inputs.isWitPackage(component) && !Inputs.isStandardInput(file)) {
            print(wit.packages(file, console));
        } else {
            print(component);
        }
        return ExitStatus.OK;
    }

    private void print(Component component) throws IOException {
        Outline outline = ComponentOutline.of(component);
        if (json) {
            printJson(out -> out.open("component")
                    .member("name", component.name())
                    .member("sha256", component.sha256())
                    .close()
                    .add(outline)
                    .strings("unsupported", component.unsupported()));
            return;
        }
        OutlineText text = new OutlineText()
                .title("component " + Printable.plain(component.name()) + ", sha256 " + component.sha256())
                .add(outline);
        if (!component.unsupported().isEmpty()) {
            text.title("").title("cannot run here: " + String.join(", ", component.unsupported()));
        }
        console.out().print(text.toString());
    }

    private void print(WitPackages packages) throws IOException {
        WitPackage main = packages.main();
        if (json) {
            printJson(out -> writePackage(out, main));
            return;
        }
        OutlineText text = new OutlineText().title("package " + main);
        for (WitWorld world : main.worlds()) {
            text.title("").title("world " + world.fullName()).add(WorldOutline.of(world));
        }
        text.list("interface ", main.interfaces().stream().map(WorldOutline::of).toList());
        console.out().print(text.toString());
    }

    private static void writePackage(OutlineJson out, WitPackage main) throws IOException {
        out.member("package", main.toString()).openList("worlds");
        for (WitWorld world : main.worlds()) {
            out.openElement()
                    .member("name", world.fullName().toString())
                    .add(WorldOutline.of(world))
                    .close();
        }
        out.closeList()
                .items(
                        "interfaces",
                        main.interfaces().stream().map(WorldOutline::of).toList());
    }

    private void printJson(Members members) throws IOException {
        console.out().println(OutlineJson.object(members));
    }
}

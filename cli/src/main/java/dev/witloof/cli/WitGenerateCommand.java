package dev.witloof.cli;

import dev.witloof.bindings.Generator;
import dev.witloof.bindings.GeneratorException;
import dev.witloof.bindings.GeneratorSettings;
import dev.witloof.bindings.OptionStyle;
import dev.witloof.bindings.SourceFile;
import dev.witloof.bindings.UnsignedStyle;
import dev.witloof.bindings.WitPlaces;
import dev.witloof.instance.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes Java source for WIT, or for what a component imports and exports. */
@Command(
        name = "generate",
        description = "Write Java source for WIT, or for what a component imports and exports.",
        footer = {
            "",
            "A component needs no native code. Files that are right already are left alone.",
            "",
            "Examples:",
            "  witloof wit generate src/main/wit -o target/generated-sources/witloof",
            "  witloof wit generate shop.wasm --world acme:shop/shop@1.0.0 -o src/main/java",
            "",
            "Exit status: 0 all is written, 3 bad input, 64 wrong arguments."
        })
final class WitGenerateCommand implements Operation {

    @Parameters(
            paramLabel = "FILE",
            description = "A component, WIT text or binary, a folder of WIT, or - for standard input.")
    private String file = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            required = true,
            description = "The source root beneath which files are written.")
    private Path output = Path.of("");

    @Option(
            names = "--world",
            paramLabel = "NAME",
            description = "Only this world, and what it needs; of a component, the full name of its world.")
    private @Nullable String world;

    @Option(
            names = "--interface",
            paramLabel = "NAME",
            description = "Only this interface, and those whose types it uses; may be repeated.")
    private final List<String> interfaces = new ArrayList<>();

    @Option(
            names = "--package",
            paramLabel = "WIT=JAVA",
            description = "The Java package of a WIT package, acme:shop or acme:shop@1.2.0; may be repeated.")
    private final Map<String, String> packages = new LinkedHashMap<>();

    @Option(
            names = "--provided",
            paramLabel = "NAME",
            description = "A WIT package or interface whose Java is there already; may be repeated.")
    private final List<String> provided = new ArrayList<>();

    @Option(
            names = "--options",
            paramLabel = "STYLE",
            defaultValue = "optional",
            description = "option<T> as Optional<T>, by 'optional', or as @Nullable T, by 'nullable'.")
    private String options = "";

    @Option(
            names = "--unsigned",
            paramLabel = "STYLE",
            defaultValue = "wide",
            description = "u8, u16 and u32 as int, int and long, by 'wide', or as byte, short and int, by 'raw-bits'.")
    private String unsigned = "";

    @Option(names = "--adapters", description = "Adapters too, for programs that cannot make classes at run time.")
    private boolean adapters;

    @Mixin
    private final WitOptions wit = new WitOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final Console console;

    WitGenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Generator generator = Generator.of(settings());
        List<SourceFile> files;
        try {
            files = generate(generator);
        } catch (GeneratorException e) {
            throw Failure.badInput(new WitPlaces(Path.of(Inputs.shown(file))).text(e), e);
        }
        int written = 0;
        for (SourceFile source : files) {
            written += source.writeTo(output) ? 1 : 0;
        }
        console.err().println(files.size() + " files, " + written + " of them written");
        return ExitStatus.OK;
    }

    private List<SourceFile> generate(Generator generator) throws IOException {
        if (!Inputs.isWitText(file) && !Inputs.isStandardInput(file)) {
            Component component = Inputs.component(file, console);
            if (!Inputs.isWitPackage(component)) {
                return generator.generate(component);
            }
        }
        return generator.generate(wit.packages(file, console));
    }

    private GeneratorSettings settings() {
        try {
            GeneratorSettings.Builder settings = GeneratorSettings.builder()
                    .interfaces(interfaces)
                    .javaPackages(packages)
                    .provided(provided)
                    .features(wit.features)
                    .optionStyle(OptionStyle.of(options))
                    .unsignedStyle(UnsignedStyle.of(unsigned))
                    .adapters(adapters);
            if (world != null) {
                settings.world(world);
            }
            return (wit.allFeatures ? settings.allFeatures() : settings).build();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}

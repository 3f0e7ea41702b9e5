package dev.witloof.bindings;

import dev.witloof.instance.Component;
import dev.witloof.wit.WitPackages;
import java.util.List;

/**
 * Writes Java for WIT: an interface for each interface, with its types nested in it; for a world a builder for its imports and an
 * interface for its exports. The same input and settings give the same files, byte for byte, whatever the order of maps, the place
 * or the time.
 *
 * <pre>{@code
 * Generator generator = Generator.of(GeneratorSettings.builder().world("shop").build());
 * for (SourceFile file : generator.generate(WitParser.create().parse(Path.of("wit")))) {
 *     file.writeTo(Path.of("target/generated-sources/witloof"));
 * }
 * }</pre>
 *
 * <p>Immutable; any number of threads may use one.
 */
public final class Generator {

    private final GeneratorSettings settings;

    private Generator(GeneratorSettings settings) {
        this.settings = settings;
    }

    /** A generator with these settings. */
    public static Generator of(GeneratorSettings settings) {
        return new Generator(settings);
    }

    /**
     * The source for packages that were parsed from text or binary. Of unstable items there are those whose features both the
     * parser and the settings have.
     *
     * @return the files, by path
     * @throws GeneratorException with every problem, if there is one
     */
    public List<SourceFile> generate(WitPackages wit) {
        Problems problems = new Problems();
        return generate(PackagesModel.read(wit, problems), problems);
    }

    /**
     * The source for what a component imports and exports, from the types that it carries; no native code is needed. A binary has no
     * documentation, and its world is called {@code root:component/root} unless the settings name it.
     *
     * @return the files, by path
     * @throws GeneratorException with every problem, if there is one
     */
    public List<SourceFile> generate(Component component) {
        Problems problems = new Problems();
        return generate(ComponentModel.read(component, settings.world(), problems), problems);
    }

    private List<SourceFile> generate(Model model, Problems problems) {
        problems.throwIfAny();
        Choosing.Chosen chosen = Choosing.choose(model, settings, problems);
        problems.throwIfAny();
        Ordering.Ordered ordered = Ordering.order(chosen, settings);
        Names names = Naming.name(ordered, settings, problems);
        Limits.check(ordered, names, problems);
        problems.throwIfAny();
        return Writing.write(ordered, names, settings);
    }
}

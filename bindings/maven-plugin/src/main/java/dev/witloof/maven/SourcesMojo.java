package dev.witloof.maven;

import dev.witloof.bindings.Generator;
import dev.witloof.bindings.GeneratorException;
import dev.witloof.bindings.GeneratorSettings;
import dev.witloof.bindings.SourceFile;
import dev.witloof.bindings.WitPlaces;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that make Java source from WIT: its settings, and what a build sees when it fails. */
abstract class SourcesMojo extends AbstractMojo {

    /** A component, from whose own types the source is made instead of from WIT text. It needs no native library. */
    @Parameter(property = "witloof.component")
    private @Nullable File component;

    /**
     * Only this world and the interfaces that it needs, by its name in the main package or its full name. Of a
     * component, which does not know its world's name, the full name that the world is to have. Without it, all of the
     * main package.
     */
    @Parameter(property = "witloof.world")
    private @Nullable String world;

    /** Only these interfaces, by full name with or without a version, and those whose types they use. */
    @Parameter(property = "witloof.interfaces")
    private List<String> interfaces = List.of();

    /**
     * Java packages instead of those that the naming rule gives, each as {@code acme:shop=com.acme.shop}, for all
     * versions, or {@code acme:shop@1.2.0=com.acme.shop}.
     */
    @Parameter(property = "witloof.javaPackages")
    private List<String> javaPackages = List.of();

    /**
     * WIT packages and interfaces, with or without a version, whose Java types are on the class path already: they are
     * used and not written.
     */
    @Parameter(property = "witloof.provided")
    private List<String> provided = List.of();

    /** Features whose {@code @unstable} items are wanted. */
    @Parameter(property = "witloof.features")
    private List<String> features = List.of();

    /** Whether every {@code @unstable} item is wanted. */
    @Parameter(property = "witloof.allFeatures", defaultValue = "false")
    private boolean allFeatures;

    /** How {@code option<T>} looks: {@code optional} for {@code Optional<T>}, or {@code nullable} for {@code @Nullable T}. */
    @Parameter(property = "witloof.optionStyle", defaultValue = "optional")
    private String optionStyle = "optional";

    /**
     * How {@code u8}, {@code u16} and {@code u32} look: {@code wide} for the next wider type, whose range is checked, or
     * {@code raw-bits} for {@code byte}, {@code short} and {@code int}.
     */
    @Parameter(property = "witloof.unsignedStyle", defaultValue = "wide")
    private String unsignedStyle = "wide";

    /** Whether adapters are written too, for programs that cannot make classes at run time. */
    @Parameter(property = "witloof.adapters", defaultValue = "false")
    private boolean adapters;

    /** Whether nothing is to be done. */
    @Parameter(property = "witloof.skip", defaultValue = "false")
    private boolean skip;

    /** The folder of WIT, with {@code deps/} beneath it, or one WIT file. */
    abstract Path wit();

    /** The source root that the Java files belong to. */
    abstract OutputFolder output();

    /** Whether it is known already that nothing changed. */
    boolean isUpToDate() {
        return false;
    }

    /** Does with the source what the goal is for. */
    abstract void take(List<SourceFile> sources) throws IOException, MojoExecutionException, MojoFailureException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Witloof: skipped");
            return;
        }
        try {
            if (!isUpToDate()) {
                take(sources(settings()));
            }
        } catch (IOException e) {
            throw new MojoExecutionException(e.toString(), e);
        }
    }

    /** What the source is made from. */
    final Path input() {
        return component == null ? wit() : component.toPath();
    }

    private List<SourceFile> sources(GeneratorSettings settings) throws MojoExecutionException, MojoFailureException {
        Generator generator = Generator.of(settings);
        try {
            return component == null
                    ? generator.generate(Inputs.wit(wit(), features, allFeatures))
                    : generator.generate(Inputs.component(component.toPath()));
        } catch (GeneratorException e) {
            throw new MojoFailureException(new WitPlaces(input()).text(e), e);
        }
    }

    private GeneratorSettings settings() throws MojoExecutionException {
        try {
            GeneratorSettings.Builder settings = GeneratorSettings.builder()
                    .interfaces(interfaces)
                    .javaPackages(Styles.javaPackages(javaPackages))
                    .provided(provided)
                    .features(features)
                    .optionStyle(Styles.optionStyle(optionStyle))
                    .unsignedStyle(Styles.unsignedStyle(unsignedStyle))
                    .adapters(adapters);
            if (world != null) {
                settings.world(world);
            }
            return (allFeatures ? settings.allFeatures() : settings).build();
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}

package dev.witloof.maven;

import dev.witloof.instance.Component;
import dev.witloof.name.ExportRef;
import dev.witloof.name.ImportRef;
import dev.witloof.wit.WitWorld;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Prints the imports and exports of a component, or of each world of a WIT package. Works without a project too. */
@Mojo(name = "inspect", requiresProject = false, threadSafe = true)
public final class InspectMojo extends AbstractMojo {

    /** The component; it needs no native library. Without it, the WIT is shown. */
    @Parameter(property = "witloof.component")
    private @Nullable File component;

    /** The folder of WIT, with the packages that it needs beneath {@code deps/}, or one WIT file. */
    @Parameter(property = "witloof.wit", defaultValue = "${basedir}/src/main/wit", required = true)
    private File wit;

    /** Features whose {@code @unstable} items are shown. */
    @Parameter(property = "witloof.features")
    private List<String> features = List.of();

    /** Whether every {@code @unstable} item is shown. */
    @Parameter(property = "witloof.allFeatures", defaultValue = "false")
    private boolean allFeatures;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (component == null) {
            for (WitWorld world :
                    Inputs.wit(wit.toPath(), features, allFeatures).main().worlds()) {
                print("world " + world.fullName(), world.importRefs(), world.exportRefs());
            }
        } else {
            Component loaded = Inputs.component(component.toPath());
            print("component " + loaded.name() + ", sha256 " + loaded.sha256(), loaded.imports(), loaded.exports());
        }
    }

    private void print(String title, List<ImportRef> imports, List<ExportRef> exports) {
        getLog().info(title);
        imports.forEach(each -> getLog().info("  " + each + kind(each.kind())));
        exports.forEach(each -> getLog().info("  " + each + kind(each.kind())));
    }

    /** Most are instances; that is not worth a word. */
    private static String kind(String kind) {
        return kind.equals("instance") ? "" : ", " + kind;
    }
}

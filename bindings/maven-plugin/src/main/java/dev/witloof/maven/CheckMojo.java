package dev.witloof.maven;

import dev.witloof.bindings.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails if the Java source that was generated before is not what would be generated now. For source that is checked in,
 * so that a build needs no native library, and this goal runs where there is one.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends SourcesMojo {

    /** The folder of WIT, with the packages that it needs beneath {@code deps/}, or one WIT file. */
    @Parameter(property = "witloof.wit", defaultValue = "${project.basedir}/src/main/wit", required = true)
    private File wit;

    /** The source root with the Java files. */
    @Parameter(
            property = "witloof.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/witloof",
            required = true)
    private File outputDirectory;

    @Override
    Path wit() {
        return wit.toPath();
    }

    @Override
    OutputFolder output() {
        return new OutputFolder(outputDirectory.toPath());
    }

    @Override
    void take(List<SourceFile> sources) throws IOException, MojoFailureException {
        List<String> differences = output().differences(sources);
        if (!differences.isEmpty()) {
            throw new MojoFailureException(output().root() + ": expected what is generated from " + input()
                    + ", found differences; the goal witloof:generate writes it anew:\n"
                    + String.join("\n", differences));
        }
        getLog().info(sources.size() + " files in " + output().root() + " are what is generated from " + input());
    }
}

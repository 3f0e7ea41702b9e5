package dev.witloof.maven;

import java.io.File;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;

/**
 * Writes Java source from WIT, or from a component's own types, and adds it to what is compiled. Files that would not
 * change are not touched, and those that are generated no more are removed.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends WritingMojo {

    /** The folder of WIT, with the packages that it needs beneath {@code deps/}, or one WIT file. */
    @Parameter(property = "witloof.wit", defaultValue = "${project.basedir}/src/main/wit", required = true)
    private File wit;

    /** The source root for the Java files. Each execution needs one of its own; other source in it is left alone. */
    @Parameter(
            property = "witloof.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/witloof",
            required = true)
    private File outputDirectory;

    /** Made by Maven. */
    @Inject
    public GenerateMojo(BuildContext buildContext) {
        super(buildContext);
    }

    @Override
    Path wit() {
        return wit.toPath();
    }

    @Override
    OutputFolder output() {
        return new OutputFolder(outputDirectory.toPath());
    }

    @Override
    void addTo(MavenProject project, String sourceRoot) {
        project.addCompileSourceRoot(sourceRoot);
    }
}

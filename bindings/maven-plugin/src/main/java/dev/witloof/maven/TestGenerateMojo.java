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
 * As {@code generate}, for tests: reads {@code src/test/wit} and adds what it writes to the test sources.
 */
@Mojo(name = "test-generate", defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES, threadSafe = true)
public final class TestGenerateMojo extends WritingMojo {

    /** The folder of WIT, with the packages that it needs beneath {@code deps/}, or one WIT file. */
    @Parameter(property = "witloof.testWit", defaultValue = "${project.basedir}/src/test/wit", required = true)
    private File wit;

    /** The source root for the Java files. Each execution needs one of its own; other source in it is left alone. */
    @Parameter(
            property = "witloof.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/witloof",
            required = true)
    private File outputDirectory;

    /** Made by Maven. */
    @Inject
    public TestGenerateMojo(BuildContext buildContext) {
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
        project.addTestCompileSourceRoot(sourceRoot);
    }
}

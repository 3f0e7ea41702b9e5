package dev.witloof.maven;

import dev.witloof.bindings.SourceFile;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;

/** What the two goals do that write source. */
abstract class WritingMojo extends SourcesMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final BuildContext buildContext;

    WritingMojo(BuildContext buildContext) {
        this.buildContext = buildContext;
    }

    /** Adds the source root to those that are compiled. */
    abstract void addTo(MavenProject project, String sourceRoot);

    /** In an IDE, which runs the goal for every file that is saved. */
    @Override
    final boolean isUpToDate() {
        boolean upToDate = buildContext.isIncremental() && !buildContext.hasDelta(input().toFile());
        if (upToDate) {
            addTo(project, output().root().toString());
        }
        return upToDate;
    }

    @Override
    final void take(List<SourceFile> sources) throws IOException, MojoExecutionException {
        OutputFolder output = output();
        claim(output);
        OutputFolder.Changes changes = output.write(sources);
        addTo(project, output.root().toString());
        if (changes.any()) {
            buildContext.refresh(output.root().toFile());
        }
        getLog().info(sources.size() + " files from " + input() + ": " + changes.written() + " written, "
                + changes.removed() + " removed");
    }

    /** Two executions with one folder would each remove what the other wrote. */
    private void claim(OutputFolder output) throws MojoExecutionException {
        String key = "dev.witloof.maven:" + output.root();
        Object owner = project.getContextValue(key);
        if (owner != null && !owner.equals(execution.getExecutionId())) {
            throw new MojoExecutionException(output.root() + ": expected a folder for the execution \""
                    + execution.getExecutionId() + "\" alone, found files of the execution \"" + owner
                    + "\"; give one of them another outputDirectory");
        }
        project.setContextValue(key, execution.getExecutionId());
    }
}

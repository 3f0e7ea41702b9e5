package dev.witloof.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an IDE and the rest of the build see of the goals that write. */
final class WritingMojoTest {

    @TempDir
    private Path folder;

    private final MavenProject project = new MavenProject();
    private final List<File> refreshed = new ArrayList<>();
    private boolean incremental;
    private boolean changed;

    @BeforeEach
    void aPackageOfOneInterface() throws IOException {
        Files.writeString(folder.resolve("shop.wit"), "package a:b;\ninterface i { f: func(); }\n");
    }

    private BuildContext ide() {
        return (BuildContext) Proxy.newProxyInstance(
                BuildContext.class.getClassLoader(),
                new Class<?>[] {BuildContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isIncremental" -> incremental;
                    case "hasDelta" -> changed && arguments[0].equals(folder.toFile());
                    case "refresh" -> refreshed.add((File) arguments[0]) ? null : null;
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    private <T extends WritingMojo> T configured(T mojo, Path out) throws ReflectiveOperationException {
        return Configured.with(
                mojo,
                Map.of(
                        "wit",
                        folder.toFile(),
                        "outputDirectory",
                        out.toFile(),
                        "project",
                        project,
                        "execution",
                        new MojoExecution(new Plugin(), "generate", "default")));
    }

    @Test
    void theFolderIsCompiledAndRefreshedOnceItChanged() throws Exception {
        Path out = folder.resolve("out");

        configured(new GenerateMojo(ide()), out).execute();
        configured(new GenerateMojo(ide()), out).execute();

        assertThat(out.resolve("a/b/I.java")).exists();
        assertThat(project.getCompileSourceRoots()).containsExactly(out.toString());
        assertThat(project.getTestCompileSourceRoots()).isEmpty();
        assertThat(refreshed).containsExactly(out.toFile());
    }

    @Test
    void testsHaveTheirOwn() throws Exception {
        Path out = folder.resolve("out");

        configured(new TestGenerateMojo(ide()), out).execute();

        assertThat(project.getCompileSourceRoots()).isEmpty();
        assertThat(project.getTestCompileSourceRoots()).containsExactly(out.toString());
    }

    @Test
    void anIdeRunsItOnlyWhereWitChanged() throws Exception {
        Path out = folder.resolve("out");
        incremental = true;

        configured(new GenerateMojo(ide()), out).execute();
        assertThat(out).doesNotExist();
        assertThat(project.getCompileSourceRoots()).containsExactly(out.toString());

        changed = true;
        configured(new GenerateMojo(ide()), out).execute();
        assertThat(out.resolve("a/b/I.java")).exists();
    }
}

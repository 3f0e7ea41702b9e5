package dev.witloof.maven;

import dev.witloof.bindings.WitPlaces;
import dev.witloof.error.NativeLibraryException;
import dev.witloof.error.WitException;
import dev.witloof.error.WitloofException;
import dev.witloof.instance.Component;
import dev.witloof.wit.WitPackages;
import dev.witloof.wit.parser.WitParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Reads what the goals are given. A wrong input is a {@link MojoFailureException}, as a failed test is; what keeps the
 * goal from looking at it at all is a {@link MojoExecutionException}.
 */
final class Inputs {

    private Inputs() {}

    static WitPackages wit(Path path, List<String> features, boolean allFeatures)
            throws MojoExecutionException, MojoFailureException {
        expect(path, "a folder of WIT or a WIT file");
        try {
            WitParser.Builder parser = WitParser.builder().features(features);
            return (allFeatures ? parser.allFeatures() : parser).build().parse(path);
        } catch (WitException e) {
            throw new MojoFailureException(new WitPlaces(path).text(e), e);
        } catch (NativeLibraryException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (WitloofException e) {
            throw new MojoFailureException(path + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(e.toString(), e);
        }
    }

    static Component component(Path path) throws MojoExecutionException, MojoFailureException {
        expect(path, "the file of a component");
        try {
            return Component.load(path);
        } catch (WitloofException e) {
            throw new MojoFailureException(path + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(e.toString(), e);
        }
    }

    private static void expect(Path path, String what) throws MojoExecutionException {
        if (!Files.exists(path)) {
            throw new MojoExecutionException(path + ": expected " + what + ", found nothing");
        }
    }
}

package dev.witloof.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The modules of this build for sample builds: what was packaged lies in a repository of its own under {@code target},
 * so that nothing is installed into the user's, from which the samples take all else. What neither has is downloaded
 * once into the samples' own local repository.
 */
final class Reactor {

    private static final List<String> MODULES =
            List.of("wit-model", "wit-parser", "linker", "bindings/generator", "bindings/maven-plugin");
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path LOCAL = TARGET.resolve("local-repository");
    private static final Path PACKAGED = TARGET.resolve("reactor-repository/dev/witloof");

    private Reactor() {}

    /** The checkout's root; tests run in the module's folder. */
    static Path root() {
        return TARGET.getParent().getParent().getParent();
    }

    static String version() {
        return property("witloof.version");
    }

    static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(name + ": expected a system property, found none; run mvn verify");
        }
        return value;
    }

    /** Lays the modules out as they are now, and forgets what sample builds took from them earlier. */
    static void layOut() throws IOException {
        delete(PACKAGED);
        delete(LOCAL.resolve("dev/witloof"));
        Files.createDirectories(LOCAL);
        put(root().resolve("pom.xml"), "witloof-parent", "pom");
        for (String module : MODULES) {
            Path folder = root().resolve(module);
            String artifact = artifact(folder);
            put(folder.resolve("pom.xml"), artifact, "pom");
            put(folder.resolve("target/" + artifact + "-" + version() + ".jar"), artifact, "jar");
        }
        Files.writeString(settings(), settingsText());
    }

    private static String artifact(Path module) throws IOException {
        String pom = Files.readString(module.resolve("pom.xml"));
        return pom.substring(pom.indexOf("</parent>")).split("</?artifactId>", 3)[1];
    }

    private static void put(Path file, String artifact, String type) throws IOException {
        if (!Files.exists(file)) {
            throw new IllegalStateException(file + ": expected what was packaged, found nothing; run mvn verify");
        }
        Path folder = Files.createDirectories(PACKAGED.resolve(artifact).resolve(version()));
        Files.copy(file, folder.resolve(artifact + "-" + version() + "." + type), StandardCopyOption.REPLACE_EXISTING);
    }

    static Path settings() {
        return TARGET.resolve("sample-settings.xml");
    }

    private static String settingsText() {
        Path packaged = PACKAGED.getParent().getParent();
        String repositories = repository("reactor", packaged, false)
                + repository("user", Path.of(property("maven.repository")), true);
        return """
                <settings>
                  <localRepository>%s</localRepository>
                  <mirrors>
                    <mirror>
                      <id>reactor</id>
                      <name>instead of the repositories that the POMs of libraries name</name>
                      <mirrorOf>external:*,!central</mirrorOf>
                      <url>%s</url>
                    </mirror>
                  </mirrors>
                  <profiles>
                    <profile>
                      <id>samples</id>
                      <repositories>%s</repositories>
                      <pluginRepositories>%s</pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>samples</activeProfile></activeProfiles>
                </settings>
                """.formatted(
                LOCAL, packaged.toUri(), repositories, repositories.replace("repository>", "pluginRepository>"));
    }

    private static String repository(String id, Path folder, boolean releases) {
        return """
                <repository>
                  <id>%s</id>
                  <url>%s</url>
                  <releases><enabled>%s</enabled><checksumPolicy>ignore</checksumPolicy></releases>
                  <snapshots><enabled>%s</enabled><checksumPolicy>ignore</checksumPolicy></snapshots>
                </repository>
                """.formatted(id, folder.toUri(), releases, !releases);
    }

    /** The same for a Gradle build, as an init script. */
    static String gradleRepositories() {
        return """
                allprojects {
                    repositories {
                        maven { url '%s' }
                        maven { url '%s' }
                    }
                }
                """.formatted(
                        PACKAGED.getParent().getParent().toUri(),
                        Path.of(property("maven.repository")).toUri());
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Reactor::deleteOne);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

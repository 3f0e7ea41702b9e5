package dev.witloof.maven;

import java.nio.file.Path;

/** A Maven that sample builds run in; the build unpacks each into {@code target/mavens}. */
enum Maven {
    OLDEST("maven.oldest"),
    CURRENT("maven.current"),
    NEXT("maven.next");

    private final String property;

    Maven(String property) {
        this.property = property;
    }

    String version() {
        return Reactor.property(property);
    }

    Path executable() {
        return Path.of("target/mavens/apache-maven-" + version() + "/bin/mvn").toAbsolutePath();
    }
}

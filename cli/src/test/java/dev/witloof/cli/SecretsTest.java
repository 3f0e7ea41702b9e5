package dev.witloof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void eachSchemeHasItsPlace() throws IOException {
        Files.writeString(folder.resolve("here.txt"), "relative\n");
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("url"), "of the folder");
        Files.writeString(secrets.resolve("key"), "of the folder");
        Path key = Files.writeString(folder.resolve("key"), "of its own\n\n");
        Secrets resolver =
                new Secrets(Map.of("HOST", "h"), folder, Map.of("key", key), Map.of(Secrets.SECRET_FROM, secrets));

        assertThat(resolver.resolve("env", "HOST")).contains("h");
        assertThat(resolver.resolve("env", "NONE")).isEmpty();
        assertThat(resolver.resolve("file", "here.txt")).contains("relative");
        assertThat(resolver.resolve("file", folder.resolve("here.txt").toString()))
                .contains("relative");
        assertThat(resolver.resolve("file", "none")).isEmpty();
        assertThat(resolver.resolve("secret", "url")).contains("of the folder");
        assertThat(resolver.resolve("secret", "key")).contains("of its own\n");
        assertThat(resolver.resolve("secret", "none")).isEmpty();
        assertThat(resolver.resolve("other", "key")).isEmpty();
    }

    @Test
    void aNameDoesNotLeadOutOfTheFolder() throws IOException {
        Files.writeString(folder.resolve("outside"), "x");
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        Secrets resolver = new Secrets(Map.of(), folder, Map.of(), Map.of(Secrets.SECRET_FROM, secrets));

        for (String name : new String[] {"../outside", "..", ".", "", "/etc/hostname", "a/../../outside"}) {
            assertThat(resolver.resolve("secret", name)).as(name).isEmpty();
            assertThat(resolver.resolveAll(Secrets.SECRET_FROM, name)).as(name).isEmpty();
        }
    }

    @Test
    void aFolderIsASourceOfSettings() throws IOException {
        Path configs = Files.createDirectories(folder.resolve("configs/shop"));
        Files.writeString(configs.resolve("host"), "h\n");
        Files.writeString(configs.resolve("port"), "1");
        Files.createDirectory(configs.resolve("..2026"));
        Secrets resolver =
                new Secrets(Map.of(), folder, Map.of(), Map.of(Secrets.CONFIG_FROM, folder.resolve("configs")));

        assertThat(resolver.resolveAll(Secrets.CONFIG_FROM, "shop")).contains(Map.of("host", "h", "port", "1"));
        assertThat(resolver.resolveAll(Secrets.CONFIG_FROM, "none")).isEmpty();
        assertThat(resolver.resolveAll(Secrets.SECRET_FROM, "shop")).isEmpty();
    }

    @Test
    void L20_itsTextHasNoSecret() throws IOException {
        Secrets resolver =
                new Secrets(Map.of("PASSWORD", "hunter2"), folder, Map.of("key", folder.resolve("key")), Map.of());

        assertThat(resolver).asString().isEqualTo("Secrets[key]{}");
    }
}

package dev.witloof.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import dev.witloof.secrets.v1_0_0.Reveal;
import dev.witloof.secrets.v1_0_0.Store;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretsTest {

    private static final String VALUE = "geheim-4711";

    private static GuestSecrets of(Secrets secrets) throws Exception {
        ImportRef ref = new ImportRef(
                "wasmcloud:secrets/store@1.0.0",
                "instance",
                new NameAttributes(Optional.empty(), Optional.empty(), Optional.empty()));
        try (Backend.Started started = secrets.start(List.of(ref))) {
            return (GuestSecrets) started.implementation(ref);
        }
    }

    private static GuestSecrets of(SecretSource source) throws Exception {
        return of(Secrets.builder(source).revealing().build());
    }

    private static String error(GuestSecrets secrets, String key) {
        try {
            return "a secret: " + secrets.get(key);
        } catch (Store.SecretsErrorException failure) {
            return failure.error().toString();
        }
    }

    @Test
    void revealIsServedWhereItIsSaid() {
        assertThat(Secrets.builder(SecretSource.of(Map.of())).build().serves()).containsExactly(Store.class);
        assertThat(Secrets.builder(SecretSource.of(Map.of()))
                        .revealing()
                        .build()
                        .serves())
                .containsExactly(Store.class, Reveal.class);
    }

    @Test
    void aSecretIsSeenByRevealAlone() throws Exception {
        GuestSecrets secrets = of(SecretSource.of(Map.of("db", VALUE)));
        Store.Secret secret = secrets.get("db");

        assertThat(secret).hasToString("secret");
        assertThat(secrets.toString() + Secrets.builder(secrets.source()).build() + SecretValue.text(VALUE))
                .doesNotContain(VALUE)
                .endsWith("***");
        assertThat(secrets.reveal(secret)).isEqualTo(new Store.SecretValue.String(VALUE));
        assertThat(secrets.reveal(secret)).isEqualTo(new Store.SecretValue.String(VALUE));
    }

    @Test
    void whatIsDroppedIsGone() throws Exception {
        GuestSecrets secrets = of(SecretSource.of(Map.of("db", VALUE)));
        Store.Secret secret = secrets.get("db");
        secret.close();

        assertThatThrownBy(() -> secrets.reveal(secret))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("secret: expected one that is held, found one that was dropped");
        assertThatThrownBy(() -> secrets.reveal(new Store.Secret() {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reveal: expected a secret of this backend, found another's");
    }

    @Test
    void errorsAreTheInterfacesAndQuoteNothing() throws Exception {
        GuestSecrets secrets = of(key -> {
            switch (key) {
                case "io" -> throw new FileNotFoundException("/run/" + VALUE);
                case "vault" -> throw new IllegalStateException("token " + VALUE);
                default -> {
                    return Optional.empty();
                }
            }
        });

        assertThat(error(secrets, "none")).isEqualTo("NotFound[]");
        assertThat(error(secrets, "io")).isEqualTo("Io[value=reading failed: java.io.FileNotFoundException]");
        assertThat(error(secrets, "vault"))
                .isEqualTo("Upstream[value=the source failed: java.lang.IllegalStateException]");
    }

    @Test
    void anInterruptStays() throws Exception {
        GuestSecrets secrets = of(key -> {
            throw new InterruptedException();
        });

        assertThat(error(secrets, "db")).isEqualTo("Upstream[value=the source failed: java.lang.InterruptedException]");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void onlyTheKeysThatAreSaid() throws Exception {
        GuestSecrets secrets = of(Secrets.builder(SecretSource.of(Map.of("db", VALUE, "root", VALUE)))
                .keys("db", "later")
                .build());

        assertThat(error(secrets, "db")).isEqualTo("a secret: secret");
        assertThat(error(secrets, "root")).isEqualTo("NotFound[]");
        assertThat(error(secrets, "later")).isEqualTo("NotFound[]");
    }

    @Test
    void filesAreTextOrBytes(@TempDir Path folder) throws Exception {
        GuestSecrets secrets = of(SecretSource.files(folder));
        Files.writeString(folder.resolve("text"), "größe\n");
        Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, 0});
        Files.write(folder.resolve("large"), new byte[(1 << 20) + 1]);

        assertThat(secrets.reveal(secrets.get("text"))).isEqualTo(new Store.SecretValue.String("größe\n"));
        assertThat(secrets.reveal(secrets.get("bytes")))
                .isInstanceOfSatisfying(
                        Store.SecretValue.Bytes.class,
                        bytes -> assertThat(bytes.value()).isEqualTo(new byte[] {(byte) 0xff, 0}));
        assertThat(error(secrets, "large")).isEqualTo("Io[value=reading failed: java.io.IOException]");
        Files.write(folder.resolve("text"), "new".getBytes(UTF_8));
        assertThat(secrets.reveal(secrets.get("text"))).isEqualTo(new Store.SecretValue.String("new"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../outside",
                "sub/inside",
                "sub",
                "link",
                "a\0b",
                "none",
                "/etc/passwd",
                "sub\\inside"
            })
    void noOtherFiles(String key, @TempDir Path above) throws Exception {
        Path folder = Files.createDirectories(above.resolve("secrets"));
        Files.writeString(above.resolve("outside"), VALUE);
        Files.writeString(Files.createDirectories(folder.resolve("sub")).resolve("inside"), VALUE);
        Files.createSymbolicLink(folder.resolve("link"), above.resolve("outside"));

        assertThat(error(of(SecretSource.files(folder)), key)).isEqualTo("NotFound[]");
    }

    @Test
    void linksWithinTheFolderAreFollowed(@TempDir Path folder) throws Exception {
        Path version = Files.createDirectories(folder.resolve("..2026"));
        Files.writeString(version.resolve("db"), VALUE);
        Files.createSymbolicLink(folder.resolve("..data"), version);
        Files.createSymbolicLink(folder.resolve("db"), Path.of("..data", "db"));
        GuestSecrets secrets = of(SecretSource.files(folder));

        assertThat(secrets.reveal(secrets.get("db"))).isEqualTo(new Store.SecretValue.String(VALUE));
    }
}

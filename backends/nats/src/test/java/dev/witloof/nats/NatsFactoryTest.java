package dev.witloof.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.blobstore.v0_2_0_draft.Blobstore;
import dev.witloof.config.BackendRegistry;
import dev.witloof.config.Bindings;
import dev.witloof.config.SecretResolver;
import dev.witloof.error.ConfigurationException;
import dev.witloof.keyvalue.v0_2_0_draft2.Atomics;
import dev.witloof.link.Backend;
import dev.witloof.messaging.v0_2_0_draft.RequestReply;
import dev.witloof.messaging.wasmcloud.v0_2_0.Consumer;
import io.nats.client.NKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a file of bindings may say of NATS. */
final class NatsFactoryTest {

    private static final SecretResolver SECRETS = new SecretResolver() {
        @Override
        public Optional<String> resolve(String scheme, String name) {
            return Optional.of(
                    switch (name) {
                        case "url" -> "tls://u:hunter-2-hunter@nats.example:7000";
                        case "seed" -> seed();
                        default -> "hunter-2-hunter";
                    });
        }

        @Override
        public Optional<Map<String, String>> resolveAll(String list, String name) {
            return Optional.empty();
        }
    };

    private static Backend made(String config) {
        List<Backend> made = new ArrayList<>();
        BackendRegistry registry = BackendRegistry.builder()
                .register("nats", settings -> {
                    made.add(new NatsFactory().create(settings));
                    return made.get(0);
                })
                .build();
        Bindings.load(
                "bindings.yaml",
                "version: 1\nbindings: [{name: a, backend: nats, config: " + config + "}]",
                registry,
                SECRETS);
        return made.get(0);
    }

    @Test
    void itIsKeyValueAndBlobsAndMessaging() {
        assertThat(made("{}").serves()).contains(Atomics.class, Blobstore.class, Consumer.class, RequestReply.class);
    }

    @Test
    void everythingIsRead() {
        assertThat(
                        made("{address: ['a.example:7000', 'b.example'], user: u, password: '${secret:p}', tls: true, prefix: 'a-',"
                                        + " buckets: [x, y], containers: [z], connectTimeout: 250ms, callTimeout: 1s,"
                                        + " storage: memory, replicas: 3, timeToLive: 1h, pageSize: 10}")
                                .description())
                .contains("NATS key-value at a.example:7000,b.example:4222")
                .doesNotContain("hunter");
        assertThat(made("{url: '${secret:url}'}").description())
                .contains("NATS key-value at nats.example:7000")
                .doesNotContain("hunter");
        assertThat(made("{token: '${secret:p}'}").description()).doesNotContain("hunter");
        assertThat(made("{credentials: '${secret:seed}'}").description()).doesNotContain("SU");
    }

    private static void refused(String config, String... problems) {
        assertThatThrownBy(() -> made(config))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .contains(problems);
    }

    private static String seed() {
        try {
            return new String(NKey.createUser(null).getSeed());
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsNoSeedIsToldWithoutIt() {
        String expected =
                "setting \"credentials\" of backend \"nats\": expected the seed of an nkey or the text of a file of"
                        + " credentials, found something else";
        refused("{credentials: '${secret:p}'}", expected);
        assertThatThrownBy(() -> made("{credentials: '${secret:p}'}")).message().doesNotContain("hunter");
        for (String broken :
                List.of("", "SU", seed().substring(1), "-----BEGIN NATS USER JWT-----", seed().replace('U', 'A'))) {
            assertThatThrownBy(() -> Nats.keyValue().credentials(broken))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("credentials: expected the seed of an nkey or the text of a file of credentials, found"
                            + " something else")
                    .hasNoCause();
        }
        String file = "-----BEGIN NATS USER JWT-----\nabc\n------END NATS USER JWT------\n\n"
                + "-----BEGIN USER NKEY SEED-----\n" + seed() + "\n------END USER NKEY SEED------\n";
        assertThat(Nats.keyValue().credentials(file).build().description()).contains("NATS");
    }

    @Test
    void aColonInANameIsWrittenAsItsCode() {
        NatsSettings settings =
                Nats.keyValue().url("nats://a%3Ab+c:p%40:q@nats.example").settings();
        assertThat(settings.user()).isEqualTo("a:b+c");
        assertThat(settings.password()).isEqualTo("p@:q");
        assertThat(Nats.keyValue().url("nats://t%3A@nats.example").settings().token())
                .isEqualTo("t:");
    }

    @Test
    void whatMakesNoSenseIsToldAtItsPlace() {
        refused(
                "{address: 'a b'}",
                "setting \"address\" of backend \"nats\": expected host:port, found something else");
        refused(
                "{url: 'http://x'}",
                "setting \"url\" of backend \"nats\": expected nats://user:password@host:port or tls://…, found");
        refused(
                "{url: 'nats://x', address: y}",
                "setting \"address\" of backend \"nats\": expected url or address, found both");
        refused(
                "{storage: disk, replicas: 0, timeToLive: 0s, pageSize: 0, prefix: 'a.', hosts: x}",
                "setting \"storage\" of backend \"nats\": expected file or memory, found another",
                "setting \"replicas\" of backend \"nats\": expected 1 to 5, found 0",
                "setting \"timeToLive\" of backend \"nats\": expected longer than nothing, found PT0S",
                "setting \"pageSize\" of backend \"nats\": expected 1 or more, found 0",
                "setting \"prefix\" of backend \"nats\": expected letters, digits, - and _, found others",
                "expected a setting that backend \"nats\" reads, found \"hosts\"");
        for (String address : List.of("h:0", "h?x", "h#x", "::1", "u@h")) {
            refused(
                    "{address: '" + address + "'}",
                    "setting \"address\" of backend \"nats\": expected host:port, found something else");
        }
        refused(
                "{callTimeout: 200000000d}",
                "setting \"callTimeout\" of backend \"nats\": expected 36500 days or less, found 200000000");
        assertThat(made("{buckets: [x, x]}").description()).contains("127.0.0.1");
        refused("{address: '${secret:p}'}", "expected a value without a secret");
    }
}

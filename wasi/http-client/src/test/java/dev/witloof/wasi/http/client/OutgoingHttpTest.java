package dev.witloof.wasi.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.config.BackendRegistry;
import dev.witloof.config.Bindings;
import dev.witloof.config.SecretResolver;
import dev.witloof.error.ConfigurationException;
import dev.witloof.link.Backend;
import dev.witloof.wasi.http.OutgoingHandler;
import dev.witloof.wasi.http.Types;
import dev.witloof.wasi.sockets.NetworkPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** What is said of outgoing requests, in Java and in files of bindings. */
final class OutgoingHttpTest {

    @Test
    void itSaysWhatIsAllowed() {
        assertThat(OutgoingHttp.builder().build().description()).isEqualTo("outgoing HTTP to nothing");
        assertThat(OutgoingHttp.builder()
                        .allow("https://api.example.com", "http://10.1.0.0/16:8080")
                        .allow(NetworkPolicy.loopback())
                        .build()
                        .description())
                .isEqualTo("outgoing HTTP to https://api.example.com, http://10.1.0.0/16:8080, loopback");
    }

    @Test
    void itServesTheTypesAndSendsWhatOthersMade() {
        OutgoingHttp http = OutgoingHttp.builder().build();
        assertThat(http.serves()).containsExactly(Types.class, OutgoingHandler.class);
        assertThat(http.sharedResources()).isEqualTo(http.serves());
    }

    @Test
    void equalSettingsAreOneClient() throws Exception {
        SSLContext tls = SSLContext.getDefault();
        assertThat(OutgoingHttp.builder().allow("https://a.example").tls(tls).settings())
                .isEqualTo(OutgoingHttp.builder()
                        .allow("https://a.example")
                        .tls(tls)
                        .settings())
                .hasSameHashCodeAs(OutgoingHttp.builder()
                        .allow("https://a.example")
                        .tls(tls)
                        .settings())
                .isNotEqualTo(OutgoingHttp.builder()
                        .allow("https://b.example")
                        .tls(tls)
                        .settings())
                .isNotEqualTo(OutgoingHttp.builder()
                        .allow("https://a.example")
                        .tls(tls)
                        .maximumConnections(7)
                        .settings());
    }

    private static OutgoingHttp made(String config) {
        List<Backend> made = new ArrayList<>();
        BackendRegistry registry = BackendRegistry.builder()
                .register("http-client", settings -> {
                    made.add(new OutgoingHttpFactory().create(settings));
                    return made.get(0);
                })
                .build();
        Bindings.load(
                "bindings.yaml",
                "version: 1\nbindings: [{name: a, backend: http-client, config: " + config + "}]",
                registry,
                SecretResolver.none());
        return (OutgoingHttp) made.get(0);
    }

    @Test
    void everySettingOfAFileIsRead() {
        assertThat(
                        made("{allow: ['https://a.example', 'http://10.0.0.0/8'], connectTimeout: 250ms, firstByteTimeout: 1s,"
                                        + " betweenBytesTimeout: 2s, idleTimeout: 3s, maximumConnections: 4,"
                                        + " maximumConnectionsPerDestination: 2, maximumHeaderBytes: 8KiB, openRequests: 5, fieldBytes: 16KiB}")
                                .settings())
                .isEqualTo(new ClientSettings(
                        new HttpRules(List.of(
                                HttpRules.Rule.of("https://a.example"), HttpRules.Rule.of("http://10.0.0.0/8"))),
                        null,
                        null,
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        4,
                        2,
                        8192));
        assertThat(made("{}").settings()).isEqualTo(OutgoingHttp.builder().settings());
    }

    @Test
    void whatMakesNoSenseIsToldAtItsPlace() {
        assertThatThrownBy(() -> made("{allow: ['a.example'], connectTimeout: 0s, firstByteTimeout: 200000000d,"
                        + " maximumConnections: 0, maximumHeaderBytes: 1000GiB, openRequests: -1, proxy: x}"))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .contains(
                        "setting \"allow\" of backend \"http-client\": expected http:// or https://, a name or addresses,",
                        "setting \"connectTimeout\" of backend \"http-client\": expected longer than nothing, found PT0S",
                        "setting \"firstByteTimeout\" of backend \"http-client\": expected 36500 days or less, found 200000000",
                        "setting \"maximumConnections\" of backend \"http-client\": expected 1 or more, found 0",
                        "setting \"openRequests\" of backend \"http-client\": expected 0 or more, found -1",
                        "expected a setting that backend \"http-client\" reads, found \"proxy\"");
    }
}

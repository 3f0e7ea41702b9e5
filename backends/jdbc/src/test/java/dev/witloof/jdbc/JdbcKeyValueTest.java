package dev.witloof.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.config.BackendRegistry;
import dev.witloof.config.Bindings;
import dev.witloof.config.SecretResolver;
import dev.witloof.error.ConfigurationException;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.link.Backend;
import dev.witloof.link.Connections;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settings, tables that are there or are not, pools that are shared, connections of the embedder's. */
@SuppressWarnings("try") // close may well be interrupted
final class JdbcKeyValueTest {

    private static final String URL = "jdbc:h2:mem:settings;DB_CLOSE_DELAY=-1";

    @AfterEach
    void shutDown() throws Exception {
        try (Connection connection = DriverManager.getConnection(URL)) {
            Dialect.execute(connection, "SHUTDOWN");
        }
    }

    /** A pool's thread comes and goes a moment after it. */
    private static void pools(long expected) throws InterruptedException {
        for (int i = 0; i < 500 && pools() != expected; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(pools()).isEqualTo(expected);
    }

    private static long pools() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("witloof jdbc:h2:mem:settings:housekeeper"))
                .count();
    }

    @Test
    void equalSettingsShareAPoolWhichGoesWithTheLast() throws Exception {
        Connections connections = new Connections();
        KeyValueService first = Jdbc.keyValue().url(URL).build().open(connections);
        KeyValueService second =
                Jdbc.keyValue().url(URL).prefix("other_").build().open(connections);
        var blobs = Jdbc.blobs().url(URL).build().open(connections);
        pools(1);
        KeyValueService wider =
                Jdbc.keyValue().url(URL).maximumConnections(9).build().open(connections);
        pools(2);
        wider.close();
        first.close();
        second.close();
        second.close();
        pools(1);
        blobs.createContainer("main");
        blobs.close();
        pools(0);
    }

    @Test
    void aTableThatMayNotBeMadeHasToBeThere() throws Exception {
        assertThatThrownBy(() ->
                        Jdbc.keyValue().url(URL).createTables(false).build().open(new Connections()))
                .hasMessage("table witloof_keyvalue: expected it to be there as made by CREATE TABLE witloof_keyvalue"
                        + " (bucket VARBINARY(255) NOT NULL, id VARBINARY(32) NOT NULL, name BLOB NOT NULL,"
                        + " content BLOB NOT NULL, version BIGINT NOT NULL, PRIMARY KEY (bucket, id)),"
                        + " found none or another in jdbc:h2:mem:settings");
        pools(0);
        Jdbc.keyValue().url(URL).build().open(new Connections()).close();
        Jdbc.keyValue()
                .url(URL)
                .createTables(false)
                .build()
                .open(new Connections())
                .close();
    }

    @Test
    void theTablesAreAsDocumented() throws Exception {
        List<String> documented = Files.readString(Path.of("../../docs/stores.md"))
                .lines()
                .filter(line -> line.startsWith("CREATE "))
                .toList();
        PostgresDialect postgres = new PostgresDialect();
        List<String> made =
                new ArrayList<>(List.of(KeyValueSql.of(postgres, "witloof_", 1).create()));
        new BlobSql(postgres, "witloof_").tables().forEach(table -> made.addAll(table.create()));
        assertThat(documented).isEqualTo(made);
    }

    @Test
    void aTableInASchemaIsMade() throws Exception {
        try (Connection connection = DriverManager.getConnection(URL)) {
            Dialect.execute(connection, "CREATE SCHEMA app");
        }
        try (KeyValueService service =
                        Jdbc.keyValue().url(URL).prefix("app.w_").build().open(new Connections());
                var blobs = Jdbc.blobs().url(URL).prefix("app.w_").build().open(new Connections());
                Connection connection = DriverManager.getConnection(URL)) {
            service.open("main").set("key", new byte[] {1});
            blobs.createContainer("main");
            Dialect.execute(connection, "SELECT * FROM app.w_keyvalue JOIN app.w_containers ON TRUE");
        }
    }

    @Test
    void connectionsOfTheEmbeddersStayTheEmbedders() throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(URL);
        try (KeyValueService service =
                Jdbc.keyValue().dataSource(source).build().open(new Connections())) {
            service.open("main").set("key", new byte[] {1});
            service.check();
            pools(0);
        }
        try (KeyValueService service = Jdbc.keyValue().url(URL).build().open(new Connections())) {
            assertThat(service.open("main").get("key")).containsExactly(1);
        }
        assertThat(Jdbc.keyValue().dataSource(source).build().description())
                .isEqualTo("JDBC key-value at a given data source");
    }

    @Test
    void bucketsHaveTheirBounds() throws Exception {
        try (KeyValueService service =
                Jdbc.keyValue().url(URL).buckets("main").build().open(new Connections())) {
            service.open("main");
            assertThatThrownBy(() -> service.open("other"))
                    .isInstanceOfSatisfying(
                            KeyValueException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(KeyValueException.Kind.NO_SUCH_STORE));
        }
        try (KeyValueService service = Jdbc.keyValue().url(URL).build().open(new Connections())) {
            assertThatThrownBy(() -> service.open("é".repeat(128)))
                    .hasMessage("bucket: expected a name of at most 255 bytes in UTF-8, found 256");
        }
    }

    @Test
    void whatHasTheCursorOfThePagesLastIsLeftToTheNext() {
        byte[] a = {0, 0, 0, 0, 0, 0, 0, 1, 1};
        byte[] b = {0, 0, 0, 0, 0, 0, 0, 2, 1};
        byte[] c = {0, 0, 0, 0, 0, 0, 0, 2, 2};
        assertThat(KeyHash.endOfPage(List.of(a, b, b))).isEqualTo(1);
        assertThat(KeyHash.endOfPage(List.of(a, a, b))).isEqualTo(2);
        assertThat(KeyHash.endOfPage(List.of(b, c, b))).isZero();
    }

    @Test
    void whatCannotBeIsRefusedWhenItIsBuilt() {
        assertThatThrownBy(() -> Jdbc.keyValue().build())
                .hasMessage("JDBC: expected a url or a dataSource, found neither");
        assertThatThrownBy(() -> Jdbc.keyValue()
                        .dataSource(new JdbcDataSource())
                        .url(URL)
                        .build())
                .hasMessage("JDBC: expected a url, or a dataSource alone, found both");
        assertThatThrownBy(() ->
                        Jdbc.keyValue().url("jdbc:none://host/x?password=y").build())
                .hasMessage("jdbc:none://host/x: expected a driver for it on the class path, found none");
        assertThatThrownBy(() -> Jdbc.keyValue().url("jdbc:sqlite::memory:").build())
                .hasMessage("jdbc:sqlite::memory:: expected a file, found memory that each connection has for itself;"
                        + " H2 has memory for all");
        assertThatThrownBy(() -> Jdbc.keyValue().prefix("a;b"))
                .hasMessage(
                        "prefix: expected ASCII letters, digits and _, perhaps after a schema and a dot, found another");
        assertThatThrownBy(() -> Jdbc.keyValue().connectTimeout(Duration.ofMillis(249)))
                .hasMessage("connectTimeout: expected 250ms or longer, found 249ms");
        assertThatThrownBy(() -> Jdbc.keyValue().callTimeout(Duration.ofMillis(499)))
                .hasMessage("callTimeout: expected 500ms or longer, found 499ms");
        assertThatThrownBy(() -> Jdbc.keyValue().connectTimeout(Duration.ofDays(25)))
                .hasMessage("connectTimeout: expected 20 days or less, found 25");
        assertThatThrownBy(() -> Jdbc.keyValue().callTimeout(Duration.ofDays(200_000_000)))
                .hasMessage("callTimeout: expected 20 days or less, found 200000000");
        assertThatThrownBy(() -> Jdbc.keyValue().maximumConnections(0))
                .hasMessage("maximumConnections: expected 1 or more, found 0");
        assertThatThrownBy(() -> Jdbc.keyValue().pageSize(0)).hasMessage("pageSize: expected 1 or more, found 0");
        assertThatThrownBy(() -> Jdbc.blobs().keepRemoved(Duration.ZERO))
                .hasMessage("keepRemoved: expected 1000ms or longer, found 0ms");
    }

    private static Backend made(String config) {
        List<Backend> made = new ArrayList<>();
        BackendRegistry registry = BackendRegistry.builder()
                .register("jdbc", settings -> {
                    made.add(new JdbcFactory().create(settings));
                    return made.get(0);
                })
                .build();
        Bindings.load(
                "bindings.yaml",
                "version: 1\nbindings: [{name: a, backend: jdbc, config: " + config + "}]",
                registry,
                new SecretResolver() {
                    @Override
                    public Optional<String> resolve(String scheme, String name) {
                        return Optional.of(URL + ";PASSWORD=hunter-2-hunter");
                    }

                    @Override
                    public Optional<Map<String, String>> resolveAll(String list, String name) {
                        return Optional.empty();
                    }
                });
        return made.get(0);
    }

    private static void refused(String config, String... problems) {
        assertThatThrownBy(() -> made(config))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .contains(problems);
    }

    @Test
    void aFileOfBindingsMayHaveAllSettings() {
        Backend made = made(
                "{url: '${secret:db}', user: sa, password: '${secret:p}', prefix: a_, createTables: false,"
                        + " connectTimeout: 1s, callTimeout: 3s, maximumConnections: 2, buckets: [x], pageSize: 10, keepRemoved: 2h}");
        assertThat(made.serves())
                .contains(
                        dev.witloof.keyvalue.v0_2_0_draft2.Atomics.class,
                        dev.witloof.blobstore.v0_2_0_draft.Blobstore.class);
        assertThat(made.description())
                .contains("JDBC key-value at jdbc:h2:mem:settings")
                .doesNotContain("hunter");
        refused("{}", "\"url\"");
        refused(
                "{url: 'jdbc:none:x'}",
                "setting \"url\" of backend \"jdbc\": jdbc:none:x: expected a driver for it on the class path, found none");
        refused(
                "{url: '${secret:db}', prefix: 'a b', callTimeout: 1ms, maximumConnections: 0, pageSize: 0, host: x}",
                "\"callTimeout\" of backend \"jdbc\": expected 500ms or longer, found 1ms",
                "\"maximumConnections\" of backend \"jdbc\": expected 1 or more, found 0",
                "\"pageSize\" of backend \"jdbc\": expected 1 or more, found 0",
                "expected a setting that backend \"jdbc\" reads, found \"host\"");
    }
}

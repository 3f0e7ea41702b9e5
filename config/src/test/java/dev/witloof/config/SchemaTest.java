package dev.witloof.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.witloof.error.ConfigurationException;
import dev.witloof.error.ConfigurationProblem;
import dev.witloof.name.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schema says what the loader checks; a validator of others reads it. */
final class SchemaTest {

    private static final Path CHECKED_IN = Path.of("src/main/resources/dev/witloof/config/bindings.schema.json");
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Bindings.schema());

    /** Problems that no schema can know of, because they are about what an embedder registered, or about the text itself. */
    private static final List<String> BEYOND = List.of(
            "expected the id of a registered backend",
            "expected a setting that",
            "expected the setting ",
            "expected settings for ",
            "expected a value for ",
            "expected a value without a secret",
            "expected ${",
            "expected } after",
            "expected each key once",
            "expected one entry for",
            "expected an entry with the key version, because",
            "expected one document",
            "expected YAML",
            "setting ");

    static List<ValidationMessage> violations(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setAllowDuplicateKeys(true).build();
        JsonNode json = new ObjectMapper().valueToTree(new Load(settings).loadFromString(yaml));
        return List.copyOf(SCHEMA.validate(json));
    }

    @Test
    void theFileThatIsCheckedInIsTheOneThatIsGenerated() throws IOException {
        if ("write".equals(System.getProperty("witloof.golden"))) {
            Files.writeString(CHECKED_IN, Bindings.schema());
        }
        assertThat(Bindings.schema()).isEqualTo(Files.readString(CHECKED_IN));
    }

    static Stream<Path> good() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/good"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void whatIsFineIsFineForBoth(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(violations(text)).isEmpty();
        assertThat(Bindings.load(file, ErrorsTest.REGISTRY, ErrorsTest.RESOLVER))
                .isNotNull();
    }

    /** Files whose mistakes the schema knows of, as one file for each line with a mistake. */
    static Stream<String> bad() throws IOException {
        return Stream.of(
                "version: 2",
                "{}",
                "[]",
                "version: 1\nbindigs: []",
                "version: 1\nbindings: {}",
                "version: 1\nbindings: [text]",
                "version: 1\nbindings: [{backend: in-memory}]",
                "version: 1\nbindings: [{name: a}]",
                "version: 1\nbindings: [{nmae: a, backend: in-memory}]",
                "version: 1\nbindings: [{name: [], backend: in-memory}]",
                "version: 1\nbindings: [{name: [a, a], backend: in-memory}]",
                "version: 1\nbindings: [{name: [a, [b]], backend: in-memory}]",
                "version: 1\nbindings: [{name: true, backend: in-memory}]",
                "version: 1\nbindings: [{name: 1cache, backend: in-memory}]",
                "version: 1\nbindings: [{name: userDB, backend: in-memory}]",
                "version: 1\nbindings: [{name: a, interface: 'wasi:keyvalue/store', backend: in-memory}]",
                "version: 1\nbindings: [{name: a, interface: 'wasi:Keyvalue/store@1.0.0', backend: in-memory}]",
                "version: 1\nbindings: [{name: a, interface: 'wasi:keyvalue/store@1.0', backend: in-memory}]",
                "version: 1\nbindings: [{name: a, interface: 'wasi:keyvalue/store@1.0.0-01', backend: in-memory}]",
                "version: 1\nbindings: [{name: a, externalId: 5, backend: in-memory}]",
                "version: 1\nbindings: [{name: a, backend: ''}]",
                "version: 1\nbindings: [{name: a, backend: in-memory, optional: maybe}]",
                "version: 1\nbindings: [{name: a, backend: map, config: [a]}]",
                "version: 1\nbindings: [{name: a, backend: map, config: {a: {b: c}}}]",
                "version: 1\nbindings: [{name: a, backend: map, config: {a: }}]",
                "version: 1\nlimits: {memoryPages: lots}",
                "version: 1\nlimits: {memoryPages: -1}",
                "version: 1\nlimits: {handles: 12.5}",
                "version: 1\nlimits: {deadline: 5}",
                "version: 1\nlimits: {memory: 5}",
                "version: 1\npolicy: [{}]",
                "version: 1\npolicy: [{deny: {}}]",
                "version: 1\npolicy: [{deny: {name: a}, allow: {name: b}}]",
                "version: 1\npolicy: [{deny: {functions: ['[method]bucket']}}]",
                "version: 1\npolicy: [{default: perhaps}]",
                "hostInterfaces: [{namespace: wasi, package: keyvalue}]",
                "hostInterfaces: [{namespace: wasi, package: keyvalue, interfaces: []}]",
                "hostInterfaces: [{namespace: Wasi, package: keyvalue, interfaces: [store]}]",
                "hostInterfaces: [{namespace: wasi, package: keyvalue, interfaces: [store], version: 0.2}]",
                "hostInterfaces: [{namespace: wasi, package: keyvalue, interfaces: [store], backend: x}]",
                "hostInterfaces: [{namespace: wasi, package: keyvalue, interfaces: [store], secretFrom: [{nme: x}]}]",
                "dev: {}",
                "dev: {hostInterfaces: {}}",
                "kind: Deployment\nspec: {template: {spec: {hostInterfaces: []}}}",
                "kind: WorkloadDeployment\nspec: {template: {spec: {}}}");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsWrongIsWrongForBoth(String text) {
        assertThat(violations(text)).isNotEmpty();
        ConfigurationException failure = org.assertj.core.api.Assertions.catchThrowableOfType(
                ConfigurationException.class,
                () -> Bindings.load("bad.yaml", text, ErrorsTest.REGISTRY, ErrorsTest.RESOLVER));
        assertThat(failure.problems())
                .extracting(ConfigurationProblem::reason)
                .filteredOn(reason -> BEYOND.stream().noneMatch(reason::startsWith))
                .isNotEmpty();
    }

    @Test
    void L17_namesAreLabelsForBoth() {
        Random random = new Random(17);
        String alphabet = "aZ09-b_";
        int labels = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int length = 1 + random.nextInt(6); length > 0; length--) {
                name.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            boolean isLabel = Label.isLabel(name.toString());
            assertThat(name.toString().matches(Format.NAME.pattern()))
                    .as(name.toString())
                    .isEqualTo(isLabel);
            labels += isLabel ? 1 : 0;
        }
        assertThat(labels).isGreaterThan(1000);
        assertThat(Label.isLabel("users-DB")).isTrue();
        assertThat(Label.isLabel("1cache")).isFalse();
    }
}

package dev.witloof.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredCodeTest {

    private static final CodeKey KEY = CodeKey.of("1.0 writers", "ab12", Execution.AUTOMATIC);
    private static final StoredCode CODE = new StoredCode(
            3, Set.of(4, 9), Set.of(7), "", "m.Main", Map.of("m.Main", new byte[] {1, 2, 3}, "m.More", new byte[0]));

    @Test
    void theKeyHasAllThatTheCodeDependsOn() {
        assertThat(KEY.text())
                .isEqualTo("witloof compiled code, form 1\n"
                        + "engine 1.0 writers\n"
                        + "functions of a class 100\n"
                        + "execution AUTOMATIC\n"
                        + "module ab12\n");
        assertThat(CodeKey.engine()).matches("1\\.7\\.5 [0-9a-f]{64}");
        assertThat(Set.of(
                        KEY.fileName(),
                        CodeKey.of("1.1 writers", "ab12", Execution.AUTOMATIC).fileName(),
                        CodeKey.of("1.0 writers", "ab13", Execution.AUTOMATIC).fileName(),
                        CodeKey.of("1.0 writers", "ab12", Execution.COMPILED).fileName()))
                .hasSize(4)
                .allMatch(name -> name.matches("[0-9a-f]{64}\\.code"));
    }

    @Test
    void comesBackAsItWas() {
        StoredCode back = StoredCode.decode(CODE.encode(KEY), KEY).orElseThrow();
        assertThat(back).usingRecursiveComparison().isEqualTo(CODE);
        assertThat(back.interpreted()).containsExactlyInAnyOrder(4, 7, 9);
        assertThat(back.bodies()).containsExactlyInAnyOrder(1, 4, 6);
        StoredCode refused = StoredCode.refused(2, "x".repeat(100_000));
        assertThat(StoredCode.decode(refused.encode(KEY), KEY).orElseThrow().refusal())
                .isEqualTo("x".repeat(16_384));
    }

    @Test
    void everyChangedBitIsNoticed() {
        byte[] entry = CODE.encode(KEY);
        for (int bit = 0; bit < entry.length * 8; bit++) {
            entry[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(StoredCode.decode(entry, KEY)).as("bit %d", bit).isEmpty();
            entry[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertThat(StoredCode.decode(entry, KEY)).isPresent();
    }

    @Test
    void everyOtherLengthIsNoticed() {
        byte[] entry = CODE.encode(KEY);
        for (int length = 0; length < entry.length; length++) {
            assertThat(StoredCode.decode(Arrays.copyOf(entry, length), KEY))
                    .as("length %d", length)
                    .isEmpty();
        }
        assertThat(StoredCode.decode(Arrays.copyOf(entry, entry.length + 1), KEY))
                .isEmpty();
        assertThat(StoredCode.decode(new byte[1 << 16], KEY)).isEmpty();
    }

    @Test
    void anotherKeysEntryIsForeign() {
        byte[] entry = CODE.encode(KEY);
        assertThat(StoredCode.decode(entry, CodeKey.of("1.1 writers", "ab12", Execution.AUTOMATIC)))
                .isEmpty();
        assertThat(StoredCode.decode(entry, CodeKey.of("1.0 writers", "ab12", Execution.COMPILED)))
                .isEmpty();
    }

    /**
     * What the compiler makes today, as a digest. When it differs and the engine's version does not, the form in {@link
     * CodeKey} has to be raised, so that no older entry is taken for it.
     */
    @Test
    void theFormOfTheKeyFollowsWhatIsMade(@TempDir Path directory) throws IOException {
        MessageDigest digest = Sha256.start();
        for (String module : List.of("calls", "tail-calls", "memory", "throws")) {
            byte[] bytes = Modules.bytes(module);
            CompilationCacheTest.module(bytes, module, CompilationCache.in(directory));
            CodeKey key = CodeKey.of(CodeKey.engine(), Sha256.hex(Sha256.of(bytes)), Execution.AUTOMATIC);
            byte[] entry = Files.readAllBytes(directory.resolve(key.fileName()));
            new TreeMap<>(StoredCode.decode(entry, key).orElseThrow().classes())
                    .forEach((name, made) -> digest.update(made));
        }
        assertThat(KEY.text()).startsWith("witloof compiled code, form 1\n");
        assertThat(CodeKey.engine()).startsWith("1.7.5 ");
        assertThat(Sha256.hex(digest.digest()))
                .isEqualTo("3cf0b2bcb05cc788b4f9d07ef11ad5179b62f6d81dbb439a308162d0ecbc646d");
    }
}

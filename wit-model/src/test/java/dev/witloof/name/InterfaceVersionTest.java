package dev.witloof.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterfaceVersionTest {

    private static InterfaceVersion version(String text) {
        return InterfaceVersion.read(text).orElseThrow(() -> new AssertionError(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0", "1.2.3", "10.20.30", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-0.3.7", "1.0.0-x.7.z.92",
                "1.0.0-1a", "1.0.0-0a", "1.0.0-rc.1a", "1.0.0--", "1.0.0-0-1", "1.0.0+001",
                        "1.0.0-beta+exp.sha.5114f85",
                "1.0.0+21AF26D3---117B344092BD", "0.2.0-draft", "99999999999999999999.0.0", "1", "12", "0.1", "0.20"
            })
    void versionsAreRead(String text) {
        assertThat(version(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "00",
                "01",
                "0.0",
                "0.01",
                "1.0",
                "1.2",
                "1.2.3.4",
                "01.2.3",
                "1.02.3",
                "1.2.03",
                "1.2.3-",
                "1.2.3+",
                "1.2.3-01",
                "1.2.3-a..b",
                "1.2.3-a.",
                "1.2.3-ä",
                "1.2.3+a+b",
                "1.2.3+a..b",
                "a.b.c",
                "1.2.x",
                " 1.2.3",
                "1.2.3 ",
                "v1.2.3",
                "1..3",
                "-1.0.0",
                "1.2.3\n",
                "\u0661.0.0"
            })
    void otherTextIsNoVersion(String text) {
        assertThat(InterfaceVersion.read(text)).isEmpty();
    }

    @Test
    void aLongVersionIsReadWithoutRecursion() {
        String text = "1.0.0-" + "a.".repeat(100_000) + "a";
        assertThat(version(text).preRelease()).hasSize(200_001);
        assertThat(InterfaceVersion.read(text + ".")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1",
        "1.0.0-rc.1, 1",
        "0.2.6-rc.1, 0.2",
        "0.0.1-alpha, 0.0.1",
        "0.0.0, 0.0.0",
        "1, 1",
        "0.2, 0.2",
        "12.0.0+b, 12"
    })
    void tracks(String text, String track) {
        assertThat(version(text).track()).isEqualTo(track);
    }

    @ParameterizedTest
    @CsvSource({
        "1, true, true",
        "0.2, true, true",
        "0.0.1, false, true",
        "0.0.0, false, true",
        "0.0.1-a, false, false",
        "0.2.0, false, false",
        "1.0.0, false, false"
    })
    void canonicalForms(String text, boolean canonical, boolean form) {
        assertThat(version(text).isCanonical()).isEqualTo(canonical);
        assertThat(version(text).hasCanonicalForm()).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1.2.3, true",
        "1.2.3, 1.0.0, true",
        "1.2.3, 2.2.3, false",
        "0.2.1, 0.2.6, true",
        "0.2.1, 0.3.1, false",
        "0.2.1, 1.2.1, false",
        "0.0.1, 0.0.1, true",
        "0.0.1, 0.0.2, false",
        "0.0.1, 0.0.1+b, false",
        "0.2.0-draft, 0.2.0-draft, true",
        "0.2.0-draft, 0.2.0-draft2, false",
        "0.2.0-draft, 0.2.0, false",
        "1.0.0+a, 1.0.0+b, true",
        "0.2, 0.2.7, true",
        "0.2, 0.2, true",
        "0.2, 0.2.0-draft, false",
        "0.2, 0.3.0, false",
        "1, 1.9.0, true",
        "1, 1.0.0-rc.1, false",
        "1, 2, false"
    })
    void matchingIsSymmetric(String one, String two, boolean expected) {
        assertThat(version(one).matches(version(two))).isEqualTo(expected);
        assertThat(version(two).matches(version(one))).isEqualTo(expected);
    }

    @Test
    void orderIsThePrecedenceOfSemanticVersioning() {
        List<InterfaceVersion> sorted = new ArrayList<>();
        for (String text : new String[] {
            "0.0.1",
            "0.2",
            "0.2.0-draft",
            "0.2.0",
            "0.2.10",
            "1",
            "1.0.0-1",
            "1.0.0-2",
            "1.0.0-10",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.0.0+b",
            "1.2.0",
            "2.0.0",
            "10.0.0",
            "100000000000000000000.0.0"
        }) {
            sorted.add(version(text));
        }
        List<InterfaceVersion> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(7));
        Collections.sort(shuffled);
        assertThat(shuffled).isEqualTo(sorted);
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = 0; j < sorted.size(); j++) {
                assertThat(Integer.signum(sorted.get(i).compareTo(sorted.get(j))))
                        .as("%s and %s", sorted.get(i), sorted.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }
}

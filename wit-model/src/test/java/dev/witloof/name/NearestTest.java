package dev.witloof.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "sessions, sesions, sesions",
                "cache, cahce, cahce",
                "cache, Cache, Cache",
                "cache, kachee2, -",
                "cache, caches, caches",
                "a, b, -",
                "eu, us, -",
                "eu, en, en",
                "sessions, cache, -",
                "sessions, sessions-eu, sessions-eu",
                "sessions, my-sessions-eu, -"
            })
    void whatIsNear(String wanted, String name, String expected) {
        assertThat(Nearest.to(wanted, List.of(name)).orElse(null)).isEqualTo(expected);
    }

    @Test
    void theNearestWinsAndOfTwoAsNearTheFirst() {
        assertThat(Nearest.to("sessions", List.of("sesion", "sesions", "sessoins")))
                .contains("sesions");
        assertThat(Nearest.to("sessions", List.of())).isEmpty();
    }

    @Test
    void theBoundedDistanceIsThePlainOneWhereverItIsWithinTheBound() {
        Random random = new Random(20260514);
        for (int i = 0; i < 20_000; i++) {
            String one = word(random);
            String two = word(random);
            int plain = plain(one, two);
            int limit = Math.min(
                    Math.min(3, Math.min(one.length(), two.length()) - 1),
                    Math.max(1, Math.max(one.length(), two.length()) / 3));
            Nearest<String> search = new Nearest<>(one);
            search.offer(two, two);
            assertThat(search.smallest()).as(one + " " + two).isEqualTo(plain <= limit ? plain : 4);
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = 1 + random.nextInt(12);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    /** The whole table, for comparison. */
    private static int plain(String a, String b) {
        List<int[]> rows = new ArrayList<>();
        for (int i = 0; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            rows.add(row);
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    row[j] = i + j;
                    continue;
                }
                int[] above = rows.get(i - 1);
                row[j] = Math.min(
                        Math.min(above[j], row[j - 1]) + 1,
                        above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], rows.get(i - 2)[j - 2] + 1);
                }
            }
        }
        return rows.get(a.length())[b.length()];
    }
}

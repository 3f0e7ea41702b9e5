package dev.witloof.testkit.contract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a listing has to have, and what failures say of it.
 *
 * @param clause what is promised
 * @param what what is listed
 */
record ListedText(String clause, String what) {

    /** Fails unless all were listed that stayed, of the others only those that were there at some time, and none twice if asked. */
    void expect(Collection<String> listed, Collection<String> stayed, Collection<String> ever, boolean once) {
        Set<String> found = new HashSet<>(listed);
        assertThat(without(stayed, found))
                .as("%s, %s that are missing", clause, what)
                .isEqualTo("none");
        assertThat(without(found, new HashSet<>(ever)))
                .as("%s, %s that are too many", clause, what)
                .isEqualTo("none");
        if (once) {
            Set<String> seen = new HashSet<>();
            Set<String> there = new HashSet<>(stayed);
            assertThat(shown(listed.stream()
                            .filter(each -> there.contains(each) && !seen.add(each))
                            .toList()))
                    .as("%s, %s that were listed twice", clause, what)
                    .isEqualTo("none");
        }
    }

    private static String without(Collection<String> names, Set<String> others) {
        return shown(names.stream().filter(each -> !others.contains(each)).toList());
    }

    private static String shown(List<String> names) {
        return names.isEmpty()
                ? "none"
                : names.size() + ": "
                        + names.stream().limit(5).map(Values::quoted).collect(joining(", "))
                        + (names.size() > 5 ? ", …" : "");
    }
}

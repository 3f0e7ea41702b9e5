package dev.witloof.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.error.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingTest {

    /** Whoever words a problem may forget to escape what a component says. */
    @Test
    void nothingInAProblemBreaksALine() {
        Finding finding = new Finding(
                Problem.Kind.UNBOUND,
                "import \"a\"\nb",
                List.of("  one\ntwo\u001b[31m"),
                Optional.of("a.yaml\n:1"),
                Optional.of("write\u2028this"));
        StringBuilder out = new StringBuilder();
        finding.print(1, Ink.PLAIN, out);
        assertThat(out).hasToString("""


                1) unbound: import "a"\\nb
                       one\\ntwo\\u{1b}[31m
                     fix: write\\u{2028}this   (a.yaml\\n:1)""");
        assertThat(finding.toProblem().lines()).containsExactly("one\\ntwo\\u{1b}[31m");
    }
}

package dev.witloof.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.tests.Checkout;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What went wrong in other hosts of named interfaces is numbered L1 to L28, and what must hold here instead is a test whose name
 * begins with the number: {@code L24_aNameNeverFallsToTheDefault}.
 */
final class LearnedRowsTest {

    private static final Pattern NAMED = Pattern.compile("[ >]((?:L[0-9]+_)+)\\w+\\(");

    @Test
    void everyNumberHasATestOfThatName() {
        Checkout checkout = Checkout.here();
        Set<String> tested = checkout.filesOfModules("Test.java").stream()
                .flatMap(file -> NAMED.matcher(checkout.text(file)).results())
                .map(found -> found.group(1))
                .flatMap(names -> Stream.of(names.split("_")))
                .collect(Collectors.toSet());
        List<String> untested = IntStream.rangeClosed(1, 28)
                .mapToObj(number -> "L" + number)
                .filter(number -> !tested.contains(number))
                .toList();

        assertThat(untested).isEmpty();
    }
}

package dev.witloof.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the explainer, and what lies at their edges. */
class StrongUniquenessTest {

    private final StrongUniqueness scope = new StrongUniqueness();

    @BeforeEach
    void theExplainersSetIsStronglyUnique() {
        for (String name :
                new String[] {"foo", "foo-bar", "[constructor]foo", "[method]foo.bar", "[static]foo.baz", "foo:bar/baz"
                }) {
            assertThat(scope.add(name)).as(name).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "foo, foo",
        "FOO, foo",
        "foo-BAR, foo-bar",
        "[constructor]FOO, [constructor]foo",
        "[method]foo.BAR, [method]foo.bar",
        "[static]foo.bar, [method]foo.bar",
        "[method]foo.baz, [static]foo.baz",
        "[method]foo.foo, foo",
        "[static]foo-BAR.FOO-bar, foo-bar",
        "foo:bar/BAZ, foo:bar/baz"
    })
    void theseClash(String name, String with) {
        assertThat(scope.add(name)).contains(with);
    }

    @ParameterizedTest
    @CsvSource({"bar", "[constructor]bar", "[method]foo.foo-bar", "foo:bar/baz@1.0.0", "foo:baz/baz", "[static]bar.foo"
    })
    void theseDoNot(String name) {
        assertThat(scope.add(name)).isEmpty();
        assertThat(scope.add(name)).contains(name);
    }

    @Test
    void aNameThatClashedIsNotAdded() {
        assertThat(scope.add("FOO")).contains("foo");
        assertThat(scope.add("Foo")).contains("foo");
    }
}

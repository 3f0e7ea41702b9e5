package dev.witloof.tests.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.tests.Checkout;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of docs/linking.md: each method is there as it says, with a test that calls it. */
final class LinkingPageTest {

    private static final Checkout CHECKOUT = Checkout.here();
    private static final Pattern ROW = Pattern.compile(
            "\\| `([\\w.]+)\\.(\\w+)\\((.*?)\\)` → `([\\w.]+)` \\| [^|]+ \\| (?:any|one) \\|", Pattern.MULTILINE);
    private static final List<String> PACKAGES =
            List.of("link", "instance", "config", "policy", "wrapper", "limit", "error");

    private static List<MatchResult> rows() {
        return ROW.matcher(CHECKOUT.text("docs/linking.md")).results().toList();
    }

    @Test
    void everyMethodExistsAsTheTableHasIt() {
        List<String> missing = rows().stream()
                .filter(row -> Stream.of(type(row.group(1)).getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(LinkingPageTest::written)
                        .noneMatch((row.group(2) + "(" + row.group(3) + ") " + row.group(4))::equals))
                .map(MatchResult::group)
                .toList();

        assertThat(missing).isEmpty();
        assertThat(rows()).hasSizeGreaterThan(80);
    }

    @Test
    void everyRowIsRead() {
        String table = CHECKOUT.text("docs/linking.md").split("\\|---\\|---\\|---\\|\n\\| `Component.load", 2)[1];

        assertThat(table.lines().filter(line -> line.startsWith("|")).count()).isEqualTo(rows().size() - 1);
    }

    @Test
    void everyMethodIsCalledByATest() {
        String tests = Stream.concat(
                        CHECKOUT.filesOfModules("Test.java").stream(),
                        Stream.of("src/test/resources/sample/com/acme/ShopApp.java"))
                .map(CHECKOUT::text)
                .collect(Collectors.joining("\n"));
        List<String> untested = rows().stream()
                .map(row -> row.group(2))
                .distinct()
                .filter(method ->
                        !Pattern.compile("\\b" + method + "\\(").matcher(tests).find())
                .toList();

        assertThat(untested).isEmpty();
    }

    /** A class by its simple name, with those around it; in full where another has the same. */
    private static Class<?> type(String name) {
        return Stream.concat(
                        Stream.of(name),
                        PACKAGES.stream().map(each -> "dev.witloof." + each + "." + name.replace('.', '$')))
                .flatMap(LinkingPageTest::load)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + ": no such class"));
    }

    private static Stream<Class<?>> load(String name) {
        try {
            return Stream.of(Class.forName(name, false, LinkingPageTest.class.getClassLoader()));
        } catch (ClassNotFoundException absent) {
            return Stream.empty();
        }
    }

    /** {@code bind(String, String...) BindingBuilder}. */
    private static String written(Method method) {
        Class<?>[] types = method.getParameterTypes();
        String parameters = Arrays.stream(types).map(LinkingPageTest::written).collect(Collectors.joining(", "));
        String all = method.isVarArgs() ? parameters.substring(0, parameters.length() - 2) + "..." : parameters;
        return method.getName() + "(" + all + ") " + written(method.getReturnType());
    }

    private static String written(Class<?> type) {
        if (type.isArray()) {
            return written(type.getComponentType()) + "[]";
        }
        Class<?> outer = type.getDeclaringClass();
        return outer == null ? type.getSimpleName() : written(outer) + "." + type.getSimpleName();
    }
}

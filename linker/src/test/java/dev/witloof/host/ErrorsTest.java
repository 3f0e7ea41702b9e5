package dev.witloof.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import dev.witloof.value.Result;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions that can fail, of many parameters, or of none: called through a guest, from an interface to an interface. */
class ErrorsTest {

    private final List<String> log = new ArrayList<>();

    private Things.OfEcho host() {
        return (Things.OfEcho) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Things.OfEcho.class}, (proxy, method, args) -> {
                    log.add(method.getName() + Arrays.toString(args));
                    return switch (method.getName()) {
                        case "parse" -> parse((String) args[0]);
                        case "tryNothing", "tryPlain" -> tryIt((String) args[0]);
                        case "tryPoint" -> tryPoint((String) args[0]);
                        case "many" -> Arrays.toString(args);
                        case "nothing" -> null;
                        case "sum" -> (int) args[0] + (long) args[1] + (double) args[2] + (int) args[3];
                        default -> args[0];
                    };
                });
    }

    private static long parse(String text) throws Echo.ErrorCodeException {
        if (text.isEmpty()) {
            throw new Echo.ErrorCodeException(Echo.ErrorCode.DENIED);
        }
        return Long.parseLong(text);
    }

    private static Object tryIt(String text) throws ResultException {
        if (text.startsWith("no")) {
            throw new ResultException(text.length() > 2 ? text : null);
        }
        return null;
    }

    private static Echo.Point tryPoint(String text) throws Echo.ShapeException {
        if (text.isEmpty()) {
            throw new Echo.ShapeException(new Echo.Shape.At(new Echo.Point(3, 4, "é")));
        }
        return new Echo.Point(1, 2, text);
    }

    private ComponentInstance instance(AdapterKind kind) {
        return Linker.builder()
                .adapters(kind)
                .bind("host")
                .to(Things.OfEcho.class, host())
                .build()
                .plan(EchoTest.echo())
                .instantiate();
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void errorsAreExceptions(AdapterKind kind) throws Exception {
        try (ComponentInstance app = instance(kind)) {
            Echo echo = app.as(Echo.class);
            assertThat(echo.parse("4294967295")).isEqualTo(4294967295L);
            assertThatThrownBy(() -> echo.parse(""))
                    .isInstanceOfSatisfying(
                            Echo.ErrorCodeException.class,
                            e -> assertThat(e.error()).isEqualTo(Echo.ErrorCode.DENIED));
            echo.tryNothing("yes");
            assertThatThrownBy(() -> echo.tryNothing("no é"))
                    .isInstanceOfSatisfying(
                            ResultException.class, e -> assertThat(e.error()).isEqualTo("no é"));
            echo.tryPlain("yes");
            assertThatThrownBy(() -> echo.tryPlain("no"))
                    .isInstanceOfSatisfying(
                            ResultException.class, e -> assertThat(e.error()).isNull());
            assertThat(echo.tryPoint("p")).isEqualTo(new Echo.Point(1, 2, "p"));
            assertThatThrownBy(() -> echo.tryPoint(""))
                    .isInstanceOfSatisfying(
                            Echo.ShapeException.class,
                            e -> assertThat(e.error()).isEqualTo(new Echo.Shape.At(new Echo.Point(3, 4, "é"))));
        }
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void errorsMayBeValues(AdapterKind kind) throws Exception {
        try (ComponentInstance app = instance(kind)) {
            EchoAlso echo = app.as(EchoAlso.class);
            assertThat(echo.parse("7")).isEqualTo(Result.ok(7L));
            assertThat(echo.parse("")).isEqualTo(Result.err(Echo.ErrorCode.DENIED));
            assertThat(echo.tryNothing("no é")).isEqualTo(Result.err("no é"));
            assertThat(echo.tryPlain("no")).isEqualTo(Result.err(null));
            assertThat(echo.tryPlain("yes")).isEqualTo(Result.ok(null));
        }
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void manyParametersAndNone(AdapterKind kind) {
        try (ComponentInstance app = instance(kind)) {
            Echo echo = app.as(Echo.class);
            String text = echo.many(
                    255,
                    (short) -2,
                    4294967295L,
                    -4,
                    1.5f,
                    -2.5,
                    0x1F600,
                    "é",
                    true,
                    0,
                    (short) 9,
                    1L << 31,
                    11,
                    -0f,
                    13,
                    'a',
                    "b",
                    false);
            assertThat(text)
                    .isEqualTo("[255, -2, 4294967295, -4, 1.5, -2.5, 128512, é, true, 0, 9, 2147483648, 11, -0.0, 13.0,"
                            + " 97, b, false]");
            log.clear();
            echo.nothing();
            assertThat(log).containsExactly("nothingnull");
            assertThat(echo.sum(-1, 1L << 40, 0.5, 255)).isEqualTo((1L << 40) + 254.5);
        }
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void whatDoesNotFitIsToldAndNothingHappens(AdapterKind kind) {
        try (ComponentInstance app = instance(kind)) {
            Echo echo = app.as(Echo.class);
            assertUnfit(() -> echo.echoU8(256), "argument \"value\": expected u8, found 256");
            assertUnfit(() -> echo.echoChar(0xD800), "argument \"value\": expected char, found the code point 0xd800");
            assertUnfit(() -> echo.sum(0, 0, 0, -1), "argument \"d\": expected u8, found -1");
            assertUnfit(() -> echo.echoString(null), "argument \"value\": expected string, found null");
            assertUnfit(
                    () -> echo.listPoint(Arrays.asList(
                            new Echo.Point(1, 1, "a"), new Echo.Point(1, 1, "b"), new Echo.Point(1, 1, null))),
                    "argument \"value\", element 2, field \"label\": expected string, found null");
            assertUnfit(() -> echo.echoPoint(null), "argument \"value\": expected Point, found null");
            assertUnfit(
                    () -> echo.echoFixed(List.of(1, 2)), "argument \"value\": expected a list of 3, found one of 2");
            assertUnfit(
                    () -> echo.echoShape(new Echo.Shape.Code(256)),
                    "argument \"value\", case \"code\": expected u8, found 256");
            assertThat(log).isEmpty();
            assertThat(echo.echoU8(255)).isEqualTo(255);
        }
    }

    private static void assertUnfit(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void singleFunctionsTakeJavaTypes(AdapterKind kind) {
        try (ComponentInstance app = instance(kind)) {
            assertThat(app.function("echo-point", Echo.Point.class, Echo.Point.class)
                            .call(new Echo.Point(1, 2, "p")))
                    .isEqualTo(new Echo.Point(1, 2, "p"));
            assertThat(app.function(
                                    "list-point",
                                    new TypeToken<List<Echo.Point>>() {},
                                    new TypeToken<List<Echo.Point>>() {})
                            .call(List.of(new Echo.Point(1, 2, "p"))))
                    .containsExactly(new Echo.Point(1, 2, "p"));
            assertThatThrownBy(() -> app.function("echo-point", Echo.Point.class, Echo.Shape.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "echo-point, parameter \"value\": expected Java for record { x: s32, y: f64, label: string },"
                                    + " found shape");
        }
    }
}

package dev.witloof.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentFunction;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.HostFunction;
import dev.witloof.link.Functions;
import dev.witloof.link.Linker;
import dev.witloof.name.PlainName;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.Feature;
import dev.witloof.type.Features;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.value.Wave;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A guest that gives every value to the host and returns what comes back. What Java sees through an interface, and what it
 * gives, is the same value as the untyped one, whatever way the adapters are made in.
 */
class EchoTest {

    private static final int VALUES = 1000;

    static Component echo() {
        try (InputStream in = EchoTest.class.getResourceAsStream("/host/echo.wasm")) {
            return Component.load(in, Features.DEFAULT.with(Feature.FIXED_LENGTH_LISTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> ways() {
        return Stream.of(AdapterKind.values())
                .flatMap(kind -> Stream.of(
                        Arguments.of(Things.OfEcho.class, Echo.class, kind),
                        Arguments.of(Things.OfEchoAlso.class, EchoAlso.class, kind)));
    }

    /** The functions that return their only argument. */
    private static List<ExternDecl> echoes(Component component) {
        return component.type().exports().stream()
                .filter(each -> each.type() instanceof FuncType func
                        && func.params().size() == 1
                        && func.params().get(0).label().equals("value"))
                .toList();
    }

    private static @Nullable Method method(Class<?> type, String function) {
        return Methods.find(type, PlainName.parse(function), 1).orElse(null);
    }

    /** Serves every function that is asked for, with untyped values. */
    static Functions untyped(Component component, HostFunction code) {
        InstanceType host = (InstanceType) component.type().imports().get(0).type();
        return Functions.of(f -> host.exports().stream()
                .filter(each -> each.type() instanceof FuncType)
                .forEach(each -> f.function(each.name(), code)));
    }

    /** An instance whose host returns the only argument. */
    static ComponentInstance echoing(AdapterKind kind) {
        Component component = echo();
        return Linker.builder()
                .adapters(kind)
                .bind("host")
                .to(untyped(component, (call, args) -> args[0]))
                .build()
                .plan(component)
                .instantiate();
    }

    /** An object of an interface that returns the only argument, after telling it. */
    private static Object identity(Class<?> type, Consumer<@Nullable Object> seen) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            seen.accept(args[0]);
            return args[0];
        });
    }

    private static <T> Linker.Builder bind(Linker.Builder linker, Class<T> type, Object implementation) {
        return linker.bind("host").to(type, type.cast(implementation));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void typedAndUntypedValuesAreEqual(Class<?> host, Class<?> type, AdapterKind kind) throws Exception {
        Component component = echo();
        @Nullable Object[] typed = new Object[1];
        String[] untyped = new String[1];
        Linker typedHost = bind(Linker.builder().adapters(kind), host, identity(host, value -> typed[0] = value))
                .build();
        Linker untypedHost = Linker.builder()
                .adapters(kind)
                .bind("host")
                .to(untyped(component, (call, args) -> {
                    untyped[0] = Wave.print(args[0]);
                    return args[0];
                }))
                .build();
        EchoValues values = new EchoValues(20260101);
        try (ComponentInstance overTyped = typedHost.plan(component).instantiate();
                ComponentInstance overUntyped = untypedHost.plan(component).instantiate()) {
            Object exports = overUntyped.as(type);
            for (ExternDecl each : echoes(component)) {
                Method method = method(type, each.name());
                if (method == null) {
                    continue;
                }
                ComponentFunction function = overTyped.function(each.name());
                for (int i = 0; i < VALUES; i++) {
                    Object value =
                            values.of(((FuncType) each.type()).params().get(0).type());
                    Object back = function.call(value);
                    String text = Wave.print(back);
                    Object again = invoke(method, exports, typed[0]);
                    assertThat(untyped[0]).as(each.name()).isEqualTo(text);
                    assertThat(same(again, typed[0]))
                            .as("%s of %s", each.name(), text)
                            .isTrue();
                    assertThat(text)
                            .as(each.name())
                            .isEqualTo(
                                    Wave.print(overUntyped.function(each.name()).call(value)));
                }
            }
        }
    }

    private static @Nullable Object invoke(Method method, Object target, @Nullable Object arg) throws Exception {
        try {
            return method.invoke(target, arg);
        } catch (InvocationTargetException e) {
            throw new AssertionError(method.toString(), e.getCause());
        }
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one instanceof List<?> list && other instanceof List<?> rest
                ? Objects.deepEquals(list.toArray(), rest.toArray())
                : Objects.deepEquals(one, other);
    }
}

package dev.witloof.tests.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.bindings.Generator;
import dev.witloof.bindings.GeneratorSettings;
import dev.witloof.host.AdapterKind;
import dev.witloof.host.JavaNames;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import dev.witloof.tests.Checkout;
import dev.witloof.tests.roundtrip.RandomValues;
import dev.witloof.tests.wast.ComponentText;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.Feature;
import dev.witloof.type.Features;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ResultType;
import dev.witloof.type.ValType;
import dev.witloof.wit.parser.WitParser;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Generated interfaces at work, for each row of the table and in both directions: Java calls a guest, which calls Java with what
 * it was given and gives back what that returned. Each way to have adapters does the same.
 */
final class BothWaysTest {

    private static final String WIT = "bindings/generator/src/test/resources/golden/values/values.wit";
    private static final String WORLD = "\nworld w { import in: values; export out: values; }\n";
    private static final Features FEATURES = Features.DEFAULT.with(Feature.FIXED_LENGTH_LISTS);
    private static final int CALLS = 1000;

    /** What Java is to be given, and what it is to give. */
    private record Call(
            Method method,
            Object[] arguments,
            @Nullable Object result,
            @Nullable Throwable failure) {}

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void everyRow(AdapterKind adapters) throws ReflectiveOperationException {
        Map<String, byte[]> files =
                Map.of("values.wit", (Checkout.here().text(WIT) + WORLD).getBytes(StandardCharsets.UTF_8));
        WitParser parser = WitParser.create();
        byte[] encoded = parser.encode(files);
        InstanceType type = (InstanceType) Component.load(ComponentText.ofWorld("w", encoded), FEATURES)
                .type()
                .imports()
                .get(0)
                .type();
        Component component = Component.load(
                ComponentText.ofWorld("w", encoded, new ForwardText("in", "out", type).toString()), FEATURES);
        Class<?> values = Compiled.load(
                        Generator.of(GeneratorSettings.builder().adapters(true).build())
                                .generate(parser.parse(files)))
                .loadClass("acme.values.Values");
        Backend backend = new Backend();
        Linker.Builder linker = Linker.builder().adapters(adapters);
        bind(linker, values, backend.serving(values));

        try (ComponentInstance app = linker.build().plan(component).instantiate()) {
            Object guest = app.export("out", values);
            for (ExternDecl export : type.exports()) {
                if (export.type() instanceof FuncType func) {
                    Method method = Arrays.stream(values.getMethods())
                            .filter(each -> each.getName().equals(JavaNames.member(export.name())))
                            .findFirst()
                            .orElseThrow();
                    for (int seed = 0; seed < CALLS; seed++) {
                        call(guest, backend, method, func, seed);
                    }
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // the class is known at run time only
    private static void bind(Linker.Builder linker, Class<?> type, Object implementation) {
        linker.bind("in").to((Class<Object>) type, implementation);
    }

    private static void call(Object guest, Backend backend, Method method, FuncType func, int seed)
            throws ReflectiveOperationException {
        RandomValues random = new RandomValues(new Random(seed));
        Type[] types = method.getGenericParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < arguments.length; i++) {
            ValType wit = func.params().get(i).type();
            arguments[i] = JavaValues.of(wit, types[i], random.of(wit));
        }
        backend.expected = answer(method, func, arguments, random, seed % 2 == 1);
        String what = method + ", seed " + seed;
        Object result = null;
        Throwable failure = null;
        try {
            result = method.invoke(guest, arguments);
        } catch (InvocationTargetException e) {
            failure = e.getCause();
        }
        JavaValues.assertSame(what, backend.got, arguments);
        if (backend.expected.failure() == null) {
            assertThat(failure).as(what).isNull();
            JavaValues.assertSame(what, Optional.ofNullable(result), Optional.ofNullable(backend.expected.result()));
        } else {
            assertThat(failure)
                    .as(what)
                    .isExactlyInstanceOf(backend.expected.failure().getClass());
            JavaValues.assertSame(
                    what, new Object[] {error(failure)}, new Object[] {error(backend.expected.failure())});
        }
    }

    private static @Nullable Object error(Throwable failure) throws ReflectiveOperationException {
        return failure.getClass().getMethod("error").invoke(failure);
    }

    private static Call answer(Method method, FuncType func, Object[] arguments, RandomValues random, boolean fails) {
        Type type = method.getGenericReturnType();
        if (func.result().isEmpty()) {
            return new Call(method, arguments, null, null);
        }
        ValType wit = func.result().get();
        if (!(wit instanceof ResultType result)) {
            return new Call(method, arguments, JavaValues.of(wit, type, random.of(wit)), null);
        }
        if (!fails) {
            return new Call(
                    method,
                    arguments,
                    JavaValues.optional(
                            result.ok(), type, result.ok().map(random::of).orElse(null)),
                    null);
        }
        Constructor<?> exception = method.getExceptionTypes()[0].getConstructors()[0];
        Object error = JavaValues.optional(
                result.error(),
                exception.getGenericParameterTypes()[0],
                result.error().map(random::of).orElse(null));
        return new Call(method, arguments, null, (Throwable) JavaValues.called(exception, error));
    }

    /** Takes note of what it is given and answers what is expected. */
    private static final class Backend {

        private @Nullable Call expected;
        private Object @Nullable [] got;

        Object serving(Class<?> type) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                Call call = expected;
                if (call == null || !method.equals(call.method())) {
                    throw new AssertionError("expected a call of " + expected + ", found one of " + method);
                }
                got = arguments == null ? new Object[0] : arguments;
                if (call.failure() != null) {
                    throw call.failure();
                }
                return call.result();
            });
        }
    }
}

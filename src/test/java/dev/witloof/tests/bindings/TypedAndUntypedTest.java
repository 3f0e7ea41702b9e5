package dev.witloof.tests.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.bindings.Generator;
import dev.witloof.bindings.GeneratorSettings;
import dev.witloof.host.AdapterKind;
import dev.witloof.host.JavaNames;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentFunction;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Functions;
import dev.witloof.link.Linker;
import dev.witloof.tests.Checkout;
import dev.witloof.tests.roundtrip.RandomValues;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.Feature;
import dev.witloof.type.Features;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ValType;
import dev.witloof.value.Wave;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The guest that gives each value to its import and returns what comes back, with one side on generated interfaces, made from its
 * own types, and the other on untyped values: both see the same. Hand-written interfaces are held to the same guest in the
 * package {@code host} of the module linker.
 */
final class TypedAndUntypedTest {

    private static final String ECHO = "linker/src/test/resources/host/echo.wasm";
    private static final int VALUES = 1000;

    private static Component component;
    private static Class<?> host;
    private static Class<?> exports;

    private final RandomValues random = new RandomValues(new Random(20260101));

    /** What the import was last given. */
    private @Nullable Object seen;

    @BeforeAll
    static void generate() throws IOException, ReflectiveOperationException {
        component = Component.load(
                Files.readAllBytes(Checkout.here().root().resolve(ECHO)),
                Features.DEFAULT.with(Feature.FIXED_LENGTH_LISTS));
        ClassLoader generated = Compiled.load(
                Generator.of(GeneratorSettings.builder().adapters(true).build()).generate(component));
        host = generated.loadClass("root.component.RootImports$Host");
        exports = generated.loadClass("root.component.RootExports");
    }

    /** A function that returns its only argument. */
    private record Echo(String name, ValType wit, Method method) {

        Object typed(Object untyped) {
            return JavaValues.of(wit, method.getGenericReturnType(), untyped);
        }
    }

    private static List<Echo> echoes() {
        List<Echo> echoes = new ArrayList<>();
        for (ExternDecl export : component.type().exports()) {
            if (export.type() instanceof FuncType func
                    && func.params().size() == 1
                    && func.params().get(0).label().equals("value")) {
                Method method = Arrays.stream(exports.getMethods())
                        .filter(each -> each.getName().equals(JavaNames.member(export.name())))
                        .findFirst()
                        .orElseThrow();
                echoes.add(new Echo(export.name(), func.params().get(0).type(), method));
            }
        }
        assertThat(echoes).hasSize(44);
        return echoes;
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void aGeneratedHostSeesWhatAnUntypedCallerGives(AdapterKind adapters) {
        Linker.Builder linker = Linker.builder().adapters(adapters);
        bind(
                linker,
                host,
                Proxy.newProxyInstance(host.getClassLoader(), new Class<?>[] {host}, (proxy, method, args) -> {
                    seen = args[0];
                    return args[0];
                }));
        try (ComponentInstance app = linker.build().plan(component).instantiate()) {
            for (Echo echo : echoes()) {
                ComponentFunction function = app.function(echo.name());
                for (int i = 0; i < VALUES; i++) {
                    Object value = random.of(echo.wit());
                    Object back = function.call(value);

                    JavaValues.assertSame(echo.name(), seen, echo.typed(value));
                    assertThat(Wave.print(back)).as(echo.name()).isEqualTo(Wave.print(value));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void anUntypedHostSeesWhatAGeneratedCallerGives(AdapterKind adapters) throws ReflectiveOperationException {
        InstanceType imported = (InstanceType) component.type().imports().get(0).type();
        Functions untyped = Functions.of(f -> imported.exports().stream()
                .filter(each -> each.type() instanceof FuncType)
                .forEach(each -> f.function(each.name(), (call, args) -> {
                    seen = args[0];
                    return args[0];
                })));
        Linker linker =
                Linker.builder().adapters(adapters).bind("host").to(untyped).build();
        try (ComponentInstance app = linker.plan(component).instantiate()) {
            Object guest = app.as(exports);
            for (Echo echo : echoes()) {
                for (int i = 0; i < VALUES; i++) {
                    Object value = random.of(echo.wit());
                    Object back = echo.method().invoke(guest, echo.typed(value));

                    assertThat(Wave.print(seen)).as(echo.name()).isEqualTo(Wave.print(value));
                    JavaValues.assertSame(echo.name(), back, echo.typed(value));
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // the class is known at run time only
    private static void bind(Linker.Builder linker, Class<?> type, Object implementation) {
        linker.bind("host").to((Class<Object>) type, implementation);
    }
}

package dev.witloof.testkit;

import dev.witloof.host.JavaNames;
import dev.witloof.host.WitName;
import dev.witloof.name.PlainName;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of Java interfaces, to stubs of the functions that their methods stand for. */
final class TypedCalls {

    private final Mock mock;
    private final Class<?> type;
    private final String place;
    private final List<Stub> stubs = new ArrayList<>();

    private TypedCalls(Mock mock, Class<?> type, String place) {
        this.mock = mock;
        this.type = type;
        this.place = place;
    }

    static <T, R> Stub stub(Mock mock, Class<T> type, TypedCall<T, R> call, String place) {
        TypedCalls calls = new TypedCalls(mock, type, place);
        Object target = Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> calls.called(method, args));
        try {
            call.on(type.cast(target));
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception e) {
            throw new IllegalStateException("a method of a proxy threw " + e, e);
        }
        if (calls.stubs.size() != 1) {
            throw new IllegalArgumentException("import \"" + mock.name() + "\", when " + type.getSimpleName()
                    + ": expected one call, found " + calls.stubs.size());
        }
        return calls.stubs.get(0);
    }

    private @Nullable Object called(Method method, Object @Nullable [] args) {
        MockedFunction function = mock.functions().values().stream()
                .filter(each -> standsFor(each.name(), method))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("import \"" + mock.name() + "\", when "
                        + type.getSimpleName() + "." + method.getName()
                        + ": expected a method for one of its functions, "
                        + String.join(", ", mock.functions().keySet())));
        stubs.add(function.stub(place).with(args == null ? new Object[0] : args));
        return blank(method.getReturnType());
    }

    private boolean standsFor(String function, Method method) {
        WitName given = method.getAnnotation(WitName.class);
        PlainName name = PlainName.parse(function);
        if (given != null && (given.value().equals(function))) {
            return true;
        }
        boolean ofResource = name.kind() == PlainName.Kind.METHOD;
        String owner = ofResource ? JavaNames.type(name.label().value()) : "";
        return ofResource == type.getSimpleName().equals(owner)
                && JavaNames.method(name).equals(method.getName());
    }

    /** What a method may return without being asked for anything. */
    private static @Nullable Object blank(Class<?> type) {
        if (!type.isPrimitive() || type == void.class) {
            return null;
        }
        return Array.get(Array.newInstance(type, 1), 0);
    }
}

package dev.witloof.host;

import dev.witloof.error.TrapException;
import dev.witloof.value.ResourceValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adapters that make no classes of their own: method handles one way, {@code Proxy} the other, boxes both ways. */
final class ProxyAdapters extends Adapters {

    private final InterfaceShape shape;
    private final List<BoxedMethod> methods;

    ProxyAdapters(InterfaceShape shape) {
        this.shape = shape;
        this.methods = shape.functions().stream().map(BoxedMethod::new).toList();
    }

    @Override
    public Class<?> type() {
        return shape.type();
    }

    @Override
    public List<String> functions() {
        return shape.names();
    }

    @Override
    public List<String> instances() {
        return shape.accessors().stream().map(InterfaceShape.Accessor::name).toList();
    }

    @Override
    public long[] call(int function, Object implementation, IncomingCall in, long[] flat) {
        BoxedMethod method = methods.get(function);
        @Nullable Object[] args = in.all(flat);
        Object value;
        try {
            value = method.call(implementation, args);
        } catch (BoxedMethod.Failed failed) {
            return in.error(flat, failed.error());
        } catch (Throwable thrown) {
            throw in.threw(thrown);
        }
        if (method.isEither()) {
            return in.ok(flat, value);
        }
        return shape.functions().get(function).type().result().isEmpty() ? in.none() : in.result(flat, value);
    }

    @Override
    public Object export(ExportedFunction[] functions, Object[] instances, @Nullable ResourceValue handle) {
        Map<Method, Function> calls = new HashMap<>();
        for (int i = 0; i < functions.length; i++) {
            FunctionShape function = shape.functions().get(i);
            calls.put(Objects.requireNonNull(function.method()), new Function(functions[i], function));
        }
        Map<Method, Object> given = new HashMap<>();
        for (int i = 0; i < instances.length; i++) {
            given.put(shape.accessors().get(i).method(), instances[i]);
        }
        Class<?>[] types =
                handle == null ? new Class<?>[] {shape.type()} : new Class<?>[] {shape.type(), GuestResource.class};
        return Proxy.newProxyInstance(
                Bridge.loaderFor(shape.type()), types, new Handler(shape.type(), calls, given, handle));
    }

    /** A function, and how an error becomes an exception. */
    private static final class Function {

        private final ExportedFunction target;
        private final boolean isMethod;
        private final @Nullable MethodHandle failure;

        Function(ExportedFunction target, FunctionShape shape) {
            this.target = target;
            this.isMethod = shape.isMethod();
            this.failure = shape.result().failure() == null
                    ? null
                    : Reach.constructor(Objects.requireNonNull(
                                    shape.result().failure().constructor()))
                            .asType(MethodType.methodType(Throwable.class, Object.class));
        }

        @Nullable
        Object call(Object self, @Nullable Object @Nullable [] args) throws Throwable {
            OutgoingCall call = target.begin();
            int at = 0;
            if (isMethod) {
                call.put(at++, self);
            }
            if (args != null) {
                for (Object arg : args) {
                    call.put(at++, arg);
                }
            }
            call.run();
            if (failure != null && call.isError()) {
                throw (Throwable) failure.invokeExact(call.<Object>error());
            }
            return call.result();
        }
    }

    private record Handler(
            Class<?> type,
            Map<Method, Function> calls,
            Map<Method, Object> instances,
            @Nullable ResourceValue handle) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args)
                throws Throwable {
            Function function = calls.get(method);
            if (function != null) {
                return function.call(proxy, args);
            }
            Object instance = instances.get(method);
            if (instance != null) {
                return instance;
            }
            if (method.getDeclaringClass() == GuestResource.class) {
                return handle;
            }
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> args != null && proxy == args[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> JavaType.name(type) + " of a guest";
                };
            }
            if (handle != null && method.getName().equals("close") && method.getParameterCount() == 0) {
                GuestResources.drop((GuestResource) proxy);
                return null;
            }
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, args);
            }
            throw new TrapException(method + ": expected a function of the guest, found none");
        }
    }
}

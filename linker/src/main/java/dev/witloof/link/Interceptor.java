package dev.witloof.link;

import dev.witloof.instance.Call;
import dev.witloof.instance.HostFunction;
import dev.witloof.type.FuncType;
import org.jspecify.annotations.Nullable;

/**
 * The simplest wrapper, a lambda that stands around every function alike: it may look at the arguments and the result, replace
 * them, or not go on at all. The drop of a resource is seen too, as a call of {@code [resource-drop]bucket} whose one argument
 * is the object.
 *
 * <pre>{@code
 * Backend logged = KeyValue.inMemory().around((call, args, next) -> {
 *     log.add(call.importRef().name() + "." + call.function());
 *     return next.call(call, args);
 * });
 * }</pre>
 */
@FunctionalInterface
public interface Interceptor extends Wrapper {

    /**
     * Serves one call.
     *
     * @param call which import and which function of it
     * @param args the arguments as untyped values
     * @param next what would have been called; call it to go on
     * @return the result, {@code null} where there is none
     * @throws Exception what the call shall end with; the guest traps
     */
    @Nullable
    Object around(Call call, Object[] args, HostFunction next) throws Exception;

    /** By default the class's simple name. */
    @Override
    default String description() {
        return Text.simpleName(getClass(), "an interceptor");
    }

    @Override
    default HostFunction wrap(Call call, FuncType type, HostFunction next) {
        return (called, args) -> around(called, args, next);
    }
}

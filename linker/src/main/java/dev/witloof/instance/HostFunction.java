package dev.witloof.instance;

import org.jspecify.annotations.Nullable;

/**
 * A function that Java supplies to a component, over untyped values: {@code Long} for {@code u32}, {@code String},
 * {@code byte[]} for {@code list<u8>}, {@code Optional}, and the classes of {@code dev.witloof.value} for the rest.
 */
@FunctionalInterface
public interface HostFunction {

    /**
     * Called when the guest calls.
     *
     * @param call which import and which of its functions
     * @param args the arguments, one for each parameter; they belong to the callee
     * @return the result, or {@code null} where there is none
     * @throws Exception to end the guest's call with a trap that keeps the exception as its cause
     */
    @Nullable
    Object call(Call call, Object[] args) throws Exception;
}

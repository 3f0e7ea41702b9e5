package dev.witloof.instance;

import dev.witloof.core.CoreFunction;
import dev.witloof.state.InstanceState;
import dev.witloof.state.ResourceHandle;
import dev.witloof.state.RuntimeResourceType;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType.Number;
import dev.witloof.validation.Step.ResourceBuiltin;
import java.util.List;

/**
 * The built-ins on resources, as core functions of one instance.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canon-resourcenew">CanonicalABI: canon resource.new</a>
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canon-resourcedrop">CanonicalABI: canon resource.drop</a>
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canon-resourcerep">CanonicalABI: canon resource.rep</a>
 */
final class ResourceBuiltins {

    private static final CoreExternType.Func I32_TO_I32 =
            new CoreExternType.Func(List.of(Number.I32), List.of(Number.I32));
    private static final CoreExternType.Func I32_TO_NOTHING = new CoreExternType.Func(List.of(Number.I32), List.of());
    private static final long[] NOTHING = {};

    private ResourceBuiltins() {}

    static CoreFunction of(ResourceBuiltin.Kind kind, RuntimeResourceType type, InstanceState state) {
        return switch (kind) {
            case NEW ->
                CoreFunction.ofHost(I32_TO_I32, args -> {
                    state.requireMayLeave();
                    return new long[] {state.handles().add(ResourceHandle.own(type, (int) args[0]))};
                });
            case DROP ->
                CoreFunction.ofHost(I32_TO_NOTHING, args -> {
                    state.requireMayLeave();
                    state.handles().remove((int) args[0], type).drop(state);
                    return NOTHING;
                });
            case REP ->
                CoreFunction.ofHost(I32_TO_I32, args ->
                        new long[] {state.handles().get((int) args[0], type).rep()});
        };
    }
}

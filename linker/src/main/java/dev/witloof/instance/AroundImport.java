package dev.witloof.instance;

import dev.witloof.state.RuntimeResourceType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.OwnType;
import dev.witloof.type.ResourceType;
import dev.witloof.value.ResourceValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the functions of one import of one instance. A function that is left as it is keeps its own way, with
 * Java's types or straight from guest to guest; one with something around it goes by untyped values.
 */
final class AroundImport {

    private final Function<String, Call> calls;
    private final ImportValue.Wrapping wrapping;
    private final String servedBy;
    private final Function<ResourceType, @Nullable RuntimeResourceType> resources;

    /**
     * Something around an import.
     *
     * @param calls the call of a function of the import
     * @param resources the resource types of the instance's imports
     */
    AroundImport(
            Function<String, Call> calls,
            ImportValue.Wrapped wrapped,
            Function<ResourceType, @Nullable RuntimeResourceType> resources) {
        this.calls = calls;
        this.wrapping = wrapped.forEachInstance().get();
        this.servedBy = wrapped.servedBy();
        this.resources = resources;
    }

    /** An item of the import, with the same around each of its functions. */
    RuntimeItem item(String name, ExternType type, RuntimeItem item) {
        if (type instanceof FuncType func && item instanceof FunctionInstance function) {
            return function(name, func, function);
        }
        if (type instanceof InstanceType instance && item instanceof RuntimeItem.Exports exports) {
            Map<String, RuntimeItem> items = new LinkedHashMap<>(exports.items());
            for (ExternDecl export : instance.exports()) {
                items.computeIfPresent(export.name(), (key, inner) -> item(key, export.type(), inner));
            }
            return new RuntimeItem.Exports(items);
        }
        return item;
    }

    private FunctionInstance function(String name, FuncType type, FunctionInstance inner) {
        Call call = calls.apply(name);
        WrappedFunction.Next next = new WrappedFunction.Next(inner);
        HostFunction code = wrapping.wrap(call, type, next, args -> dropOwned(type, args));
        return code == next
                ? inner
                : new WrappedFunction(next, new HostFunctionInstance(call, inner.type(), code, servedBy));
    }

    /** What is done when the last handle to one of the import's own resources is dropped. */
    Consumer<Object> drop(ResourceType resource, String name, Consumer<Object> destructor) {
        Call call = Call.resourceDrop(calls.apply(name));
        FuncType type = FuncType.of(List.of(new LabelledType("self", new OwnType(resource))), Optional.empty());
        HostFunction next = (c, args) -> {
            destructor.accept(args[0]);
            return null;
        };
        HostFunction code = wrapping.wrap(call, type, next, args -> {});
        if (code == next) {
            return destructor;
        }
        HostFunctionInstance drop = new HostFunctionInstance(call, type, code, servedBy);
        return object -> drop.call(new Object[] {object}, null);
    }

    /** Ends what a call gave away and nobody took. */
    private void dropOwned(FuncType type, Object[] args) {
        for (int i = 0; i < args.length; i++) {
            OwnedHandles.in(type.params().get(i).type(), args[i], this::drop);
        }
    }

    private void drop(ResourceType type, Object handle) {
        if (handle instanceof ResourceValue value) {
            value.close();
            return;
        }
        RuntimeResourceType runtime = resources.apply(type);
        if (runtime != null) {
            runtime.destroy(handle);
        }
    }
}

package dev.witloof.validation;

import static dev.witloof.type.CoreValType.Number.I32;

import dev.witloof.component.Canonical;
import dev.witloof.error.InvalidException;
import dev.witloof.layout.Flattening;
import dev.witloof.layout.TypePredicates;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import dev.witloof.type.Feature;
import dev.witloof.type.FuncType;
import dev.witloof.type.FutureType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.StreamType;
import dev.witloof.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Canonical definitions: lifts, lowers and built-ins.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canonical-definitions">CanonicalABI: canonical definitions</a>
 */
final class CanonicalDefinitions implements Canonical.Visitor<@Nullable Void> {

    private static final int MAX_FLAT_ASYNC_PARAMS = 4;

    private final ComponentValidation component;
    private final Scope scope;

    CanonicalDefinitions(ComponentValidation component) {
        this.component = component;
        this.scope = component.scope;
    }

    @Override
    public @Nullable Void lift(Canonical.Lift form) {
        FuncType type = scope.definition(form.type(), FuncType.class, "a func type");
        Options options = CanonicalOptions.read(scope, form.options());
        CoreExternType.Func expected = coreType(type, options, Flattening.Side.LIFT);
        CoreExternType.Func found = scope.coreFuncs.get(form.func());
        if (!found.equals(expected)) {
            throw new InvalidException("", "lift: expected a core func of type " + expected + ", found " + found);
        }
        if (options.postReturn().isPresent()) {
            CoreExternType.Func after = new CoreExternType.Func(expected.results(), List.of());
            CoreExternType.Func given = scope.coreFuncs.get(options.postReturn().getAsInt());
            if (!given.equals(after)) {
                throw new InvalidException("", "post-return: expected type " + after + ", found " + given);
            }
        }
        if (options.async() && options.callback().isEmpty()) {
            scope.limits.require(Feature.STACKFUL_ASYNC, "an async lift without a callback");
        }
        check(options, type, "lift");
        CanonicalOptions.requireFor(
                options,
                type,
                true,
                flatParams(type) > Flattening.MAX_FLAT_PARAMS,
                flatResults(type) > (options.async() ? Flattening.MAX_FLAT_PARAMS : Flattening.MAX_FLAT_RESULTS));
        scope.funcs.add(type);
        component.step(new Step.Lift(form.func(), options, type));
        return null;
    }

    @Override
    public @Nullable Void lower(Canonical.Lower form) {
        FuncType type = scope.funcs.get(form.func());
        Options options = CanonicalOptions.read(scope, form.options());
        CanonicalOptions.requireNoneOfLift(options, "lower");
        check(options, type, "lower");
        CanonicalOptions.requireFor(
                options,
                type,
                false,
                flatParams(type) > (options.async() ? MAX_FLAT_ASYNC_PARAMS : Flattening.MAX_FLAT_PARAMS),
                flatResults(type) > (options.async() ? 0 : Flattening.MAX_FLAT_RESULTS));
        scope.coreFuncs.add(coreType(type, options, Flattening.Side.LOWER));
        component.step(new Step.Lower(form.func(), options, type));
        return null;
    }

    private void check(Options options, FuncType type, String what) {
        scope.limits.check(type);
        if (options.async()) {
            if (!type.async()) {
                throw new InvalidException("", what + ": the option async needs an async func, found " + type);
            }
            component.unsupported("async " + what);
        }
        Stream.concat(type.params().stream().map(LabelledType::type), type.result().stream())
                .filter(CanonicalDefinitions::isAsynchronous)
                .forEach(value -> component.unsupported("values of stream, future and error-context"));
    }

    private static boolean isAsynchronous(ValType type) {
        return TypePredicates.contains(
                type,
                part -> part instanceof StreamType
                        || part instanceof FutureType
                        || part == PrimitiveType.ERROR_CONTEXT);
    }

    private static int flatParams(FuncType type) {
        List<ValType> params = type.params().stream().map(LabelledType::type).toList();
        return Flattening.flatten(params, Flattening.MAX_FLAT_PARAMS + 1).size();
    }

    private static int flatResults(FuncType type) {
        return Flattening.flatten(type.result().stream().toList(), Flattening.MAX_FLAT_PARAMS + 1)
                .size();
    }

    /** The type of the core function that is lifted or that a lower makes. */
    private static CoreExternType.Func coreType(FuncType type, Options options, Flattening.Side side) {
        if (!options.async()) {
            return Flattening.flattenFuncType(type, side);
        }
        List<ValType> values = type.params().stream().map(LabelledType::type).toList();
        boolean lift = side == Flattening.Side.LIFT;
        int most = lift ? Flattening.MAX_FLAT_PARAMS : MAX_FLAT_ASYNC_PARAMS;
        List<CoreValType> params = new ArrayList<>(Flattening.flatten(values, most + 1));
        if (params.size() > most) {
            params = new ArrayList<>(List.of(I32));
        }
        if (!lift && type.result().isPresent()) {
            params.add(I32);
        }
        return new CoreExternType.Func(params, lift && options.callback().isEmpty() ? List.of() : List.of(I32));
    }

    @Override
    public @Nullable Void resourceNew(Canonical.ResourceNew form) {
        return resource(Step.ResourceBuiltin.Kind.NEW, form.type(), List.of(I32));
    }

    @Override
    public @Nullable Void resourceDrop(Canonical.ResourceDrop form) {
        return resource(Step.ResourceBuiltin.Kind.DROP, form.type(), List.of());
    }

    @Override
    public @Nullable Void resourceRep(Canonical.ResourceRep form) {
        return resource(Step.ResourceBuiltin.Kind.REP, form.type(), List.of(I32));
    }

    private @Nullable Void resource(Step.ResourceBuiltin.Kind kind, int index, List<CoreValType> results) {
        ResourceType type = scope.resourceType(index);
        if (kind != Step.ResourceBuiltin.Kind.DROP && !component.isDefinedHere(type)) {
            throw new InvalidException(
                    "", "type " + index + ": expected a resource that this component defines, found " + type);
        }
        scope.coreFuncs.add(new CoreExternType.Func(List.of(I32), results));
        component.step(new Step.ResourceBuiltin(kind, type));
        return null;
    }

    @Override
    public @Nullable Void builtin(Canonical.Builtin form) {
        scope.limits.require(form.kind().feature(), form.kind().toString());
        scope.coreFuncs.add(new BuiltinTypes(scope).coreType(form));
        component.unsupported(form.kind().toString());
        component.step(new Step.UnsupportedBuiltin(form.kind().toString()));
        return null;
    }
}

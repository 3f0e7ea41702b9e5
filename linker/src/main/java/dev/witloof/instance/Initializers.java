package dev.witloof.instance;

import dev.witloof.abi.LiftLowerContext;
import dev.witloof.abi.LiftLowerOptions;
import dev.witloof.abi.PreparedLift;
import dev.witloof.abi.PreparedLower;
import dev.witloof.abi.StringEncoding;
import dev.witloof.core.CoreExtern;
import dev.witloof.core.CoreFunction;
import dev.witloof.core.CoreInstance;
import dev.witloof.layout.Flattening;
import dev.witloof.state.RuntimeResourceType;
import dev.witloof.type.CoreExternType;
import dev.witloof.validation.Item;
import dev.witloof.validation.Options;
import dev.witloof.validation.Step;
import dev.witloof.validation.ValidComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of a valid component to the initializers that run them.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#component-definitions">Explainer: component definitions</a>
 */
final class Initializers {

    private final ValidComponent component;
    private final boolean wiresShims;
    private final Map<Step, Initializer> wired;

    /**
     * The initializers of a component.
     *
     * @param wiresShims whether shims and fixups are wired away; tests compare with components that run as written
     */
    Initializers(ValidComponent component, boolean wiresShims) {
        this.component = component;
        this.wiresShims = wiresShims;
        this.wired = wiresShims ? ShimWiring.of(component.steps()) : Map.of();
    }

    Initializer prepare(Step step) {
        Initializer instead = wired.get(step);
        if (instead != null) {
            return instead;
        }
        if (step instanceof Step.DefineModule define) {
            define.module().prepare();
            return frame -> frame.coreModules.add(define.module());
        }
        if (step instanceof Step.InstantiateModule instantiate) {
            return frame -> instantiateModule(frame, instantiate);
        }
        if (step instanceof Step.GroupCore group) {
            return frame -> groupCore(frame, group);
        }
        if (step instanceof Step.AliasCore alias) {
            return frame -> frame.addCore(coreExport(frame, alias.instance(), alias.name()));
        }
        if (step instanceof Step.Lift lift) {
            return lift(lift);
        }
        if (step instanceof Step.Lower lower) {
            return lower(lower);
        }
        if (step instanceof Step.ResourceBuiltin builtin) {
            return frame -> frame.coreFuncs.add(
                    ResourceBuiltins.of(builtin.kind(), frame.resource(builtin.type()), frame.state));
        }
        if (step instanceof Step.DefineResource define) {
            return frame -> defineResource(frame, define);
        }
        return prepareComponentLevel(step);
    }

    private Initializer prepareComponentLevel(Step step) {
        if (step instanceof Step.Import need) {
            return frame -> {
                RuntimeItem item = frame.arguments.get(need.name());
                frame.bind(need.type(), item);
                frame.add(item);
            };
        }
        if (step instanceof Step.DefineComponent define) {
            PreparedComponent prepared = PreparedComponent.prepare(define.component(), wiresShims);
            return frame -> frame.components.add(new ComponentClosure(prepared, frame));
        }
        if (step instanceof Step.InstantiateComponent instantiate) {
            return frame -> instantiateComponent(frame, instantiate);
        }
        if (step instanceof Step.Group group) {
            return frame -> frame.instances.add(new RuntimeItem.Exports(items(frame, group.exports())));
        }
        if (step instanceof Step.AliasExport alias) {
            return frame ->
                    frame.add(frame.instances.get(alias.instance()).items().get(alias.name()));
        }
        if (step instanceof Step.AliasOuter alias) {
            return frame -> aliasOuter(frame, alias);
        }
        if (step instanceof Step.Export export) {
            return frame -> {
                RuntimeItem item = frame.item(export.item());
                frame.exports.put(export.name(), item);
                frame.add(item);
            };
        }
        String name = ((Step.UnsupportedBuiltin) step).name();
        throw new IllegalStateException("the built-in " + name + " cannot run");
    }

    private static void instantiateModule(Frame frame, Step.InstantiateModule step) {
        List<CoreExtern> imports = new ArrayList<>(step.imports().size());
        for (Step.CoreImport need : step.imports()) {
            imports.add(coreExport(frame, need.instance(), need.name()));
        }
        CoreInstance instance = frame.coreModules.get(step.module()).instantiate(imports, frame.store.allowance());
        frame.coreInstances.add(instance::export);
    }

    static CoreExtern coreExport(Frame frame, int instance, String name) {
        return frame.coreInstances
                .get(instance)
                .export(name)
                .orElseThrow(() -> new IllegalStateException("core instance " + instance + " lost its export " + name));
    }

    private static void groupCore(Frame frame, Step.GroupCore step) {
        Map<String, CoreExtern> exports = new HashMap<>();
        step.exports().forEach((name, entry) -> exports.put(name, frame.core(entry)));
        frame.coreInstances.add(name -> Optional.ofNullable(exports.get(name)));
    }

    private static void defineResource(Frame frame, Step.DefineResource step) {
        CoreFunction destructor = frame.coreFunc(step.destructor().orElse(-1));
        frame.bind(step.type(), RuntimeResourceType.guest(step.type().name(), frame.state, destructor));
    }

    private Initializer lift(Step.Lift step) {
        PreparedLift prepared = PreparedLift.of(step.type(), options(step.options()));
        return frame -> frame.funcs.add(new LiftedFunction(
                prepared,
                step.type(),
                frame.coreFuncs.get(step.function()),
                frame.coreFunc(step.options().postReturn().orElse(-1)),
                context(frame, step.options())));
    }

    private Initializer lower(Step.Lower step) {
        PreparedLower prepared = PreparedLower.of(step.type(), options(step.options()));
        CoreExternType.Func type = Flattening.flattenFuncType(step.type(), Flattening.Side.LOWER);
        return frame -> {
            FunctionInstance callee = frame.funcs.get(step.function());
            LiftLowerContext cx = context(frame, step.options());
            CoreFunction.HostCode code = callee instanceof TypedHostFunction typed
                    ? new TypedImport(prepared, typed, cx)
                    : new LoweredFunction(prepared, callee, cx, frame.store);
            frame.coreFuncs.add(CoreFunction.ofHost(type, code));
        };
    }

    private LiftLowerOptions options(Options options) {
        StringEncoding encoding = switch (options.encoding()) {
            case UTF8 -> StringEncoding.UTF8;
            case UTF16 -> StringEncoding.UTF16;
            case LATIN1_UTF16 -> StringEncoding.LATIN1_UTF16;
        };
        return LiftLowerOptions.of(encoding, component.resources()::get);
    }

    private static LiftLowerContext context(Frame frame, Options options) {
        return new LiftLowerContext(
                frame.memory(options.memory().orElse(-1)),
                frame.coreFunc(options.realloc().orElse(-1)),
                frame.state,
                frame.resources);
    }

    private static void instantiateComponent(Frame frame, Step.InstantiateComponent step) {
        Frame inner = PreparedComponent.instantiate(
                frame.components.get(step.component()), frame.store, frame.state, items(frame, step.arguments()));
        RuntimeItem.Exports instance = new RuntimeItem.Exports(inner.exports);
        frame.bind(step.type(), instance);
        frame.instances.add(instance);
    }

    private static Map<String, RuntimeItem> items(Frame frame, Map<String, Item> items) {
        Map<String, RuntimeItem> found = new LinkedHashMap<>();
        items.forEach((name, item) -> found.put(name, frame.item(item)));
        return found;
    }

    private static void aliasOuter(Frame frame, Step.AliasOuter step) {
        Frame target = frame;
        for (int i = 0; i < step.count(); i++) {
            target = target.outer;
            if (target == null) {
                throw new IllegalStateException("an outer alias leads out of all components");
            }
        }
        frame.add(target.item(new Item.Entry(step.space(), step.index())));
    }
}

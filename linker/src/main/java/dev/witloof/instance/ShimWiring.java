package dev.witloof.instance;

import dev.witloof.core.CoreExtern;
import dev.witloof.core.CoreFunction;
import dev.witloof.core.CoreModule;
import dev.witloof.core.FixupModule;
import dev.witloof.core.ShimInstance;
import dev.witloof.core.ShimModule;
import dev.witloof.type.ModuleType;
import dev.witloof.validation.Item;
import dev.witloof.validation.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of a shim and its fixup among the steps of a component, and what is done instead of instantiating them.
 *
 * <pre>
 * as written:  main ─► shim's function ─► slot of its table ─► fixup's import ─► lowered function
 * instead:     main ────────────────────────────────────────────────────────► lowered function
 * </pre>
 *
 * <p>A pair is wired away only if it makes no difference: both modules are of their exact forms, they fit together, and
 * the fixup is the only core module that is given the shim's table. Core definitions cannot leave their component except
 * as imports of its core modules, so looking at those is enough.
 */
final class ShimWiring {

    /** A core table or function of an instance, under the name of its export. */
    private record Origin(int instance, String name) {}

    /** By the index of the core module; {@code null} where it is not known before instantiation. */
    private final List<@Nullable CoreModule> modules = new ArrayList<>();
    /** By the index of the core instance: the step that makes it. */
    private final List<Step> instances = new ArrayList<>();

    private final List<Origin> tables = new ArrayList<>();
    private final Map<Integer, ShimModule> shims = new HashMap<>();
    private final Map<Integer, List<Step.InstantiateModule>> tableUsers = new HashMap<>();
    private final Map<Step, Initializer> wired = new IdentityHashMap<>();

    private ShimWiring() {}

    /** What to do instead of these steps, by step; those that are not in it run as written. */
    static Map<Step, Initializer> of(List<Step> steps) {
        ShimWiring wiring = new ShimWiring();
        steps.forEach(wiring::define);
        wiring.shims.forEach(wiring::wire);
        return wiring.wired;
    }

    private void define(Step step) {
        if (step instanceof Step.DefineModule define) {
            modules.add(define.module());
        } else if (appendsModule(step)) {
            modules.add(null);
        } else if (step instanceof Step.AliasCore alias && alias.space() == Item.Space.CORE_TABLE) {
            tables.add(new Origin(alias.instance(), alias.name()));
        } else if (step instanceof Step.InstantiateModule instantiate) {
            instantiate(instantiate);
        } else if (step instanceof Step.GroupCore) {
            instances.add(step);
        }
    }

    private static boolean appendsModule(Step step) {
        return step instanceof Step.Import need && need.type() instanceof ModuleType
                || step instanceof Step.AliasExport alias && alias.space() == Item.Space.CORE_MODULE
                || step instanceof Step.AliasOuter outer && outer.space() == Item.Space.CORE_MODULE
                || step instanceof Step.Export export
                        && export.item() instanceof Item.Entry entry
                        && entry.space() == Item.Space.CORE_MODULE;
    }

    private void instantiate(Step.InstantiateModule step) {
        CoreModule module = modules.get(step.module());
        for (Step.CoreImport need : step.imports()) {
            Origin origin = table(new Origin(need.instance(), need.name()));
            if (origin != null) {
                ShimModule shim = shims.get(origin.instance());
                if (shim != null && shim.table().equals(origin.name())) {
                    tableUsers
                            .computeIfAbsent(origin.instance(), each -> new ArrayList<>())
                            .add(step);
                }
            }
        }
        if (module != null) {
            ShimModule.of(module).ifPresent(shim -> shims.put(instances.size(), shim));
        }
        instances.add(step);
    }

    /** Where a thing of a core instance comes from, if it may be a table; {@code null} if it is none. */
    private @Nullable Origin table(Origin found) {
        Origin origin = found;
        while (instances.get(origin.instance()) instanceof Step.GroupCore group) {
            Item.Entry entry = group.exports().get(origin.name());
            if (entry.space() != Item.Space.CORE_TABLE) {
                return null;
            }
            origin = tables.get(entry.index());
        }
        return origin;
    }

    private void wire(int shimIndex, ShimModule shim) {
        List<Step.InstantiateModule> users = tableUsers.getOrDefault(shimIndex, List.of());
        if (users.size() != 1) {
            return;
        }
        Step.InstantiateModule user = users.get(0);
        CoreModule module = modules.get(user.module());
        Optional<FixupModule> fixup = module == null ? Optional.empty() : FixupModule.of(module);
        if (fixup.filter(each -> each.fits(shim)).isEmpty()) {
            return;
        }
        List<Step.CoreImport> filling =
                fixup.get().functionImports().stream().map(user.imports()::get).toList();
        wired.put(instances.get(shimIndex), frame -> {
            ShimInstance instance = new ShimInstance(shim, frame.store.allowance());
            frame.shims.put(shimIndex, instance);
            frame.coreInstances.add(instance::export);
        });
        wired.put(user, frame -> fill(frame, shimIndex, filling));
    }

    private static void fill(Frame frame, int shim, List<Step.CoreImport> filling) {
        List<CoreFunction> functions = new ArrayList<>(filling.size());
        for (Step.CoreImport each : filling) {
            CoreExtern found = Initializers.coreExport(frame, each.instance(), each.name());
            functions.add((CoreFunction) found);
        }
        frame.shims.get(shim).fill(functions);
        // The fixup's instance has no exports, but an index.
        frame.coreInstances.add(name -> Optional.empty());
    }
}

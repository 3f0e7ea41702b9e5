package dev.witloof.instance;

import dev.witloof.core.CoreModule;
import dev.witloof.limit.Limit;
import dev.witloof.type.ComponentType;
import dev.witloof.type.ModuleType;
import dev.witloof.validation.Item;
import dev.witloof.validation.Step;
import dev.witloof.validation.ValidComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an instance takes up before any of its code runs, as far as the component's binary says: core modules and
 * components that are imported count for nothing.
 *
 * @param componentInstances itself and those inside it
 * @param coreInstances those of core modules
 * @param memoryPages the pages of 64 KiB with which its memories begin, of one that threads share the most it may have
 * @param tableElements the elements with which its tables begin
 */
public record Beginning(long componentInstances, long coreInstances, long memoryPages, long tableElements) {

    /** Of what is not known. */
    public static final Beginning NOTHING = new Beginning(0, 0, 0, 0);

    /** So much of a limit that an instance can be made only if the limit allows it. */
    public long of(Limit limit) {
        return switch (limit) {
            case INSTANCES -> Math.max(componentInstances, coreInstances);
            case MEMORY_PAGES -> memoryPages;
            case TABLE_ELEMENTS -> tableElements;
            case HANDLES, DEFINITIONS, CALL_DEPTH, LIFTED_BYTES, DEADLINE -> 0;
        };
    }

    private static Beginning of(CoreModule module) {
        return new Beginning(0, 1, module.beginningPages(), module.beginningElements());
    }

    static Beginning of(ValidComponent component) {
        return new Counting(null).count(component);
    }

    /** Both together. */
    public Beginning and(Beginning other) {
        return new Beginning(
                sum(componentInstances, other.componentInstances),
                sum(coreInstances, other.coreInstances),
                sum(memoryPages, other.memoryPages),
                sum(tableElements, other.tableElements));
    }

    /** A few bytes can ask for more than there are numbers. */
    private static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** Walks the definitions of one component. What is not known stands in its index space as nothing. */
    private static final class Counting {

        private final @Nullable Counting outer;
        private final List<Beginning> modules = new ArrayList<>();
        private final List<Beginning> components = new ArrayList<>();

        Counting(@Nullable Counting outer) {
            this.outer = outer;
        }

        Beginning count(ValidComponent component) {
            Beginning all = new Beginning(1, 0, 0, 0);
            for (Step step : component.steps()) {
                if (step instanceof Step.InstantiateModule instantiate) {
                    all = all.and(modules.get(instantiate.module()));
                } else if (step instanceof Step.InstantiateComponent instantiate) {
                    all = all.and(components.get(instantiate.component()));
                } else {
                    define(step);
                }
            }
            return all;
        }

        private void define(Step step) {
            if (step instanceof Step.DefineModule define) {
                modules.add(of(define.module()));
            } else if (step instanceof Step.DefineComponent define) {
                components.add(new Counting(this).count(define.component()));
            } else if (step instanceof Step.AliasOuter alias) {
                space(alias.space())
                        .add(around(alias.count()).space(alias.space()).get(alias.index()));
            } else if (step instanceof Step.AliasExport alias) {
                space(alias.space()).add(NOTHING);
            } else if (step instanceof Step.Export export && export.item() instanceof Item.Entry entry) {
                List<Beginning> space = space(entry.space());
                space.add(space.isEmpty() ? NOTHING : space.get(entry.index()));
            } else if (step instanceof Step.Import need && need.type() instanceof ModuleType) {
                modules.add(NOTHING);
            } else if (step instanceof Step.Import need && need.type() instanceof ComponentType) {
                components.add(NOTHING);
            }
        }

        private List<Beginning> space(Item.Space space) {
            return switch (space) {
                case CORE_MODULE -> modules;
                case COMPONENT -> components;
                case CORE_FUNC, CORE_TABLE, CORE_MEMORY, CORE_GLOBAL, CORE_TAG, CORE_INSTANCE, FUNC, INSTANCE ->
                    new ArrayList<>();
            };
        }

        private Counting around(int count) {
            Counting at = this;
            for (int i = 0; i < count; i++) {
                at = Objects.requireNonNull(at.outer);
            }
            return at;
        }
    }
}

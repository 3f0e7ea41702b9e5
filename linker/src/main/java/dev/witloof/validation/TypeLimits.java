package dev.witloof.validation;

import dev.witloof.error.InvalidException;
import dev.witloof.layout.ElementSize;
import dev.witloof.layout.ValTypeChildren;
import dev.witloof.type.ComponentType;
import dev.witloof.type.DefinedType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.Feature;
import dev.witloof.type.Features;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ModuleType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import dev.witloof.type.ValType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * How deep and how large types may be, and which features may be used. Types are shared graphs, so a few hundred bytes
 * can spell a type whose tree has 2<sup>100</sup> nodes; the tree's size is counted, with each shared part measured
 * once, and refused long before anything walks the tree.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#gated-features">Explainer: gated features</a>
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#type-definitions">Explainer: type definitions</a>
 */
final class TypeLimits {

    /** The greatest depth of a type. No toolchain comes near it, and recursion over types is safe with it. */
    private static final int MAX_DEPTH = 100;

    /** The greatest number of nodes of one type, seen as a tree. */
    private static final int MAX_SIZE = 1_000_000;

    /** The greatest number of nodes of all types that one component makes or uses. */
    private static final long MAX_TOTAL = 3_000_000;

    /** The greatest number of imports that all core instances of one component are given. */
    private static final long MAX_CORE_IMPORTS = 1_000_000;

    /** The size, in bytes, that a value of a type must stay below, its lists and strings not counted. */
    private static final long MAX_BYTES = 1L << 28;

    private static final int BRIEF = 100;

    private final Features features;
    private final Map<Object, Measure> measures = new IdentityHashMap<>();
    private final ElementSize sizes = ElementSize.address64();
    private long total;
    private long coreImports;

    TypeLimits(Features features) {
        this.features = features;
    }

    private record Measure(int depth, int size) {}

    /**
     * Lets a feature pass.
     *
     * @throws InvalidException if its gate is closed
     */
    void require(Feature feature, String what) {
        if (!features.has(feature)) {
            throw new InvalidException("", what + " needs the feature \"" + feature + "\", whose gate is closed");
        }
    }

    /** Lets a value type pass. */
    ValType check(ValType type) {
        count(measure(type));
        if (sizes.get(type) >= MAX_BYTES) {
            throw new InvalidException(
                    "", "a value of the type takes 2^28 bytes or more, expected fewer: " + brief(type));
        }
        return type;
    }

    /** Lets the type of an import or export pass. */
    <T extends ExternType> T check(T type) {
        count(measure(type));
        return type;
    }

    /** Counts a type that is about to be walked once more, as a tree. */
    void count(DefinedType type) {
        if (!(type instanceof ResourceType)) {
            count(measure(type));
        }
    }

    /** Counts what a core instance is given for its imports. */
    void countCoreImports(int more) {
        coreImports += more;
        if (coreImports > MAX_CORE_IMPORTS) {
            throw new InvalidException(
                    "", "the core instances of the component have more than " + MAX_CORE_IMPORTS + " imports");
        }
    }

    private static String brief(ValType type) {
        String text = type.toString();
        return text.length() <= BRIEF ? text : text.substring(0, BRIEF) + "…";
    }

    private void count(Measure measure) {
        total += measure.size;
        if (total > MAX_TOTAL) {
            throw new InvalidException("", "the types of the component are larger than " + MAX_TOTAL + " nodes");
        }
    }

    private Measure measure(ValType type) {
        Measure known = measures.get(type);
        if (known == null) {
            Sum sum = new Sum();
            ValTypeChildren.of(type).forEach(child -> sum.add(measure(child)));
            known = sum.result();
            measures.put(type, known);
        }
        return known;
    }

    private Measure measure(DefinedType type) {
        return type instanceof ValType value ? measure(value) : measure((ExternType) type);
    }

    private Measure measure(ExternType type) {
        Measure known = measures.get(type);
        if (known != null) {
            return known;
        }
        Sum sum = new Sum();
        if (type instanceof FuncType func) {
            for (LabelledType param : func.params()) {
                sum.add(measure(param.type()));
            }
            func.result().ifPresent(result -> sum.add(measure(result)));
        } else if (type instanceof InstanceType instance) {
            addAll(sum, instance.exports());
        } else if (type instanceof ComponentType component) {
            addAll(sum, component.imports());
            addAll(sum, component.exports());
        } else if (type instanceof ModuleType module) {
            sum.size += module.imports().size() + module.exports().size();
        } else if (type instanceof TypeBound bound && !(bound.type() instanceof ResourceType)) {
            sum.add(measure(bound.type()));
        } else if (type instanceof ExternType.Value value) {
            sum.add(measure(value.type()));
        }
        known = sum.result();
        measures.put(type, known);
        return known;
    }

    private void addAll(Sum sum, List<ExternDecl> decls) {
        for (ExternDecl decl : decls) {
            sum.add(measure(decl.type()));
        }
    }

    private static final class Sum {
        private int depth;
        private long size = 1;

        void add(Measure child) {
            depth = Math.max(depth, child.depth);
            size += child.size;
        }

        Measure result() {
            if (depth + 1 > MAX_DEPTH) {
                throw new InvalidException("", "the type is nested deeper than " + MAX_DEPTH + " levels");
            }
            if (size > MAX_SIZE) {
                throw new InvalidException("", "the type is larger than " + MAX_SIZE + " nodes");
            }
            return new Measure(depth + 1, (int) size);
        }
    }
}

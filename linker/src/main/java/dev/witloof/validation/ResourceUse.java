package dev.witloof.validation;

import dev.witloof.layout.ValTypeChildren;
import dev.witloof.type.BorrowType;
import dev.witloof.type.ComponentType;
import dev.witloof.type.DefinedType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.OwnType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import dev.witloof.type.ValType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which resource types a type mentions, and which of them it introduces itself.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#alias-definitions">Binary: alias definitions</a>
 */
final class ResourceUse {

    private final Set<ResourceType> bound = new HashSet<>();
    private boolean free;

    private ResourceUse() {}

    /** Whether a type mentions a resource that it does not introduce itself. */
    static boolean mentions(DefinedType type) {
        ResourceUse use = new ResourceUse();
        use.visit(type);
        return use.free;
    }

    /** Calls back with each resource that an opened type introduces. */
    static void introduced(ExternType type, Consumer<ResourceType> each) {
        if (type instanceof TypeBound.SubResource sub) {
            each.accept(sub.type());
        } else if (type instanceof InstanceType instance) {
            for (ExternDecl export : instance.exports()) {
                introduced(export.type(), each);
            }
        }
    }

    private void visit(DefinedType type) {
        if (type instanceof ResourceType resource) {
            free |= !bound.contains(resource);
        } else if (type instanceof ValType value) {
            visit(value);
        } else {
            visit((ExternType) type);
        }
    }

    private void visit(ValType type) {
        if (type instanceof OwnType own) {
            visit((DefinedType) own.resource());
        } else if (type instanceof BorrowType borrow) {
            visit((DefinedType) borrow.resource());
        } else {
            ValTypeChildren.of(type).forEach(this::visit);
        }
    }

    private void visit(ExternType type) {
        if (type instanceof FuncType func) {
            func.params().forEach(param -> visit(param.type()));
            func.result().ifPresent(this::visit);
        } else if (type instanceof InstanceType instance) {
            visit(instance.exports());
        } else if (type instanceof ComponentType component) {
            visit(component.imports());
            visit(component.exports());
        } else if (type instanceof TypeBound.SubResource sub) {
            bound.add(sub.type());
        } else if (type instanceof TypeBound bound) {
            visit(bound.type());
        }
    }

    private void visit(List<ExternDecl> decls) {
        decls.forEach(decl -> visit(decl.type()));
    }
}

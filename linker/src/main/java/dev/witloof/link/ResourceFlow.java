package dev.witloof.link;

import dev.witloof.layout.ValTypeChildren;
import dev.witloof.type.BorrowType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.OwnType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import dev.witloof.type.ValType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which import a resource type comes from, which functions take its handles, and which give some, as types tell. */
final class ResourceFlow {

    private final Map<ResourceType, Origin> origins = new LinkedHashMap<>();
    private final Map<ResourceType, List<Taker>> takers = new HashMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Where a resource type is declared.
     *
     * @param need the import
     * @param path the names that lead to it within the import; empty where the import is the resource type
     */
    record Origin(Need need, List<String> path) {

        /** Whether the resource itself has the same name. */
        boolean isCalledAs(Origin other) {
            return name().equals(other.name());
        }

        /** What it is called: {@code bucket}. */
        String name() {
            return path.isEmpty() ? need.ref().name() : path.get(path.size() - 1);
        }

        /** What it is called, within other names where it stands deeper: {@code bucket}. */
        String label() {
            return Text.plain(path.isEmpty() ? need.ref().name() : String.join(".", path));
        }
    }

    /**
     * A function of an import that takes handles of a resource type.
     *
     * @param need the import
     * @param function the function's name within it
     */
    record Taker(Need need, String function) {}

    private ResourceFlow() {}

    /** Follows the resources of one component's imports; those of a member of a composition are its own. */
    static ResourceFlow of(List<Need> imports) {
        ResourceFlow flow = new ResourceFlow();
        for (Need need : imports) {
            flow.declared(need, need.type(), List.of());
        }
        for (Need need : imports) {
            flow.used(need, need.ref().name(), need.type());
        }
        return flow;
    }

    /** The resource types that imports declare, with the place of each, in order. */
    Map<ResourceType, Origin> origins() {
        return origins;
    }

    /** The functions of other imports than the one that declares it that take handles of a resource type. */
    List<Taker> takers(ResourceType resource) {
        Need declaring = origins.get(resource).need();
        return takers.getOrDefault(resource, List.of()).stream()
                .filter(taker -> taker.need() != declaring)
                .toList();
    }

    private void declared(Need need, ExternType type, List<String> path) {
        if (type instanceof TypeBound.SubResource sub) {
            origins.putIfAbsent(sub.type(), new Origin(need, path));
        } else if (type instanceof InstanceType instance) {
            for (ExternDecl export : instance.exports()) {
                List<String> longer = new ArrayList<>(path);
                longer.add(export.name());
                declared(need, export.type(), longer);
            }
        }
    }

    private void used(Need need, String name, ExternType type) {
        if (type instanceof FuncType func) {
            Set<ResourceType> taken = new LinkedHashSet<>();
            func.params().forEach(param -> collect(param.type(), taken));
            taken.forEach(resource ->
                    takers.computeIfAbsent(resource, each -> new ArrayList<>()).add(new Taker(need, name)));
        } else if (type instanceof InstanceType instance) {
            instance.exports().forEach(export -> used(need, export.name(), export.type()));
        }
    }

    private void collect(ValType type, Set<ResourceType> resources) {
        seen.clear();
        walk(type, resources);
    }

    /** Each shared part once, because types are graphs. */
    private void walk(ValType type, Set<ResourceType> resources) {
        if (type instanceof OwnType own) {
            resources.add(own.resource());
        } else if (type instanceof BorrowType borrow) {
            resources.add(borrow.resource());
        } else if (seen.add(type)) {
            ValTypeChildren.of(type).forEach(child -> walk(child, resources));
        }
    }
}

package dev.witloof.link;

import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the resource types of the members of a composition come from. A type of one member and a type of another are the same
 * if they come from the same place: a member that defines it, or an import that a binding serves.
 *
 * <p>A component may be a member twice, so its types are told apart by member.
 */
final class Origins {

    private final Map<OfMember, Origin> known = new HashMap<>();
    private final Map<String, Origin> shared = new HashMap<>();
    private boolean settled;

    private record OfMember(String member, ResourceType type) {}

    /** Where the types of imports come from that nothing serves: whatever is compared with them, that is another problem. */
    private static final Origin UNKNOWN = new Origin("of nothing");

    /** A place from which a resource type comes. No two are the same. */
    private static final class Origin {

        private final String words;

        Origin(String words) {
            this.words = words;
        }
    }

    /** From now on all is known: until then only names tell resource types apart. */
    void settle() {
        settled = true;
    }

    /**
     * The resource types of an import that a binding serves.
     *
     * @param group what it has in common with those imports whose types it shares
     */
    void served(Need need, String group) {
        served(need, need.type(), group + " ");
    }

    /** The resource types of an import that nothing serves, or too many. */
    void unserved(Need need) {
        unserved(need, need.type());
    }

    private void unserved(Need need, ExternType type) {
        if (type instanceof TypeBound.SubResource sub) {
            known.put(new OfMember(need.member().orElseThrow(), sub.type()), UNKNOWN);
        } else if (type instanceof InstanceType instance) {
            instance.exports().forEach(export -> unserved(need, export.type()));
        }
    }

    private void served(Need need, ExternType type, String path) {
        if (type instanceof TypeBound.SubResource sub) {
            Origin origin = shared.computeIfAbsent(path, p -> new Origin("of " + need.name()));
            known.put(new OfMember(need.member().orElseThrow(), sub.type()), origin);
        } else if (type instanceof InstanceType instance) {
            for (ExternDecl export : instance.exports()) {
                served(need, export.type(), path + " " + export.name());
            }
        }
    }

    /** The resource types of an import that another member serves, whose own imports are known already. */
    void served(Need need, Target.OfMember target) {
        bind(need.member().orElseThrow(), need.type(), target.member(), target.type());
    }

    private void bind(String importer, ExternType needed, String exporter, ExternType given) {
        if (needed instanceof TypeBound.SubResource sub
                && given instanceof TypeBound bound
                && bound.type() instanceof ResourceType resource) {
            known.put(new OfMember(importer, sub.type()), origin(exporter, resource));
        } else if (needed instanceof InstanceType instance && given instanceof InstanceType other) {
            for (ExternDecl export : instance.exports()) {
                other.export(export.name()).ifPresent(type -> bind(importer, export.type(), exporter, type));
            }
        }
    }

    private Origin origin(String member, ResourceType type) {
        return known.computeIfAbsent(new OfMember(member, type), key -> new Origin("of " + member));
    }

    /** For the comparison of what one member needs with what another gives; empty as long as it is not known. */
    Optional<Compared> compared(String needing, String giving) {
        return settled ? Optional.of(new Compared(this, needing, giving)) : Optional.empty();
    }

    /**
     * Two members, one of which serves the other.
     *
     * @param origins all origins
     * @param needing the member that imports
     * @param giving the member that exports
     */
    record Compared(Origins origins, String needing, String giving) {

        boolean isSame(ResourceType needed, ResourceType given) {
            Origin one = origins.origin(needing, needed);
            Origin other = origins.origin(giving, given);
            return one == other || one == UNKNOWN || other == UNKNOWN;
        }

        /** {@code bucket of import "types" of shop}. */
        String needed(ResourceType type, Sides sides) {
            return sides.needed().resource(type) + " " + origins.origin(needing, type).words;
        }

        /** {@code bucket of kv}. */
        String given(ResourceType type, Sides sides) {
            return sides.given().resource(type) + " " + origins.origin(giving, type).words;
        }
    }
}

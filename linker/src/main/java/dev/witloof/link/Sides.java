package dev.witloof.link;

import dev.witloof.host.WitText;
import dev.witloof.layout.ValTypeChildren;
import dev.witloof.type.BorrowType;
import dev.witloof.type.OwnType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.ValType;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How types are named on the two sides of a comparison. Resource types are the same if they have the same name, because the
 * two sides never have the very same one: an exported resource is named by its export, another as it calls itself. In a
 * composition it is known where both come from, and that decides.
 *
 * @param needed the names on the side of what is needed
 * @param given the names on the side of what is given
 * @param origins where resources come from; empty if it is not known
 */
record Sides(WitText needed, WitText given, Optional<Origins.Compared> origins) {

    /** No type has a name but resources, as they call themselves. */
    static final Sides PLAIN = new Sides(WitText.PLAIN, WitText.PLAIN);

    Sides(WitText needed, WitText given) {
        this(needed, given, Optional.empty());
    }

    /** Two members of a composition. */
    static Sides of(Optional<Origins.Compared> origins) {
        return new Sides(WitText.PLAIN, WitText.PLAIN, origins);
    }

    /** The same sides within two instances, whose exports have names. */
    Sides within(WitText neededNames, WitText givenNames) {
        return new Sides(neededNames, givenNames, origins);
    }

    /** The other way round, within types of components: where their resources come from is not known yet. */
    Sides reversed() {
        return new Sides(given, needed);
    }

    boolean isSame(ResourceType one, ResourceType other) {
        return origins.isPresent()
                ? origins.get().isSame(one, other)
                : needed.resource(one).equals(given.resource(other));
    }

    /** The difference of two resource types that are known to come from different places. */
    Optional<TypeDifference> otherOrigin(ResourceType one, ResourceType other) {
        return origins.filter(known -> !known.isSame(one, other))
                .map(known -> new TypeDifference("", known.needed(one, this), known.given(other, this)));
    }

    /** Two types that differ, as a reader sees them: with the origins of their resources where nothing else differs. */
    TypeDifference told(String at, ValType one, ValType other) {
        String neededText = needed.definition(one);
        String givenText = given.definition(other);
        if (origins.isPresent() && neededText.equals(givenText)) {
            Optional<TypeDifference> resources = resources(one, other);
            if (resources.isPresent()) {
                return new TypeDifference(
                        at,
                        neededText + ", with " + resources.get().needed(),
                        givenText + ", with " + resources.get().given());
            }
        }
        return new TypeDifference(at, neededText, givenText);
    }

    /** The first resources in two types of one structure that come from different places. */
    private Optional<TypeDifference> resources(ValType one, ValType other) {
        if (one instanceof OwnType own && other instanceof OwnType otherOwn) {
            return otherOrigin(own.resource(), otherOwn.resource());
        }
        if (one instanceof BorrowType borrow && other instanceof BorrowType otherBorrow) {
            return otherOrigin(borrow.resource(), otherBorrow.resource());
        }
        Iterator<ValType> others = ValTypeChildren.of(other).iterator();
        return ValTypeChildren.of(one)
                .flatMap(child -> others.hasNext() ? resources(child, others.next()).stream() : Stream.empty())
                .findFirst();
    }
}

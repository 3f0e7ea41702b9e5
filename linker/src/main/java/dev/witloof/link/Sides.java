package dev.witloof.link;

import dev.witloof.host.WitText;
import dev.witloof.type.ResourceType;

/**
 * How types are named on the two sides of a comparison. Resource types are the same if they have the same name, because the
 * two sides never have the very same one: an exported resource is named by its export, another as it calls itself.
 *
 * @param needed the names on the side of what is needed
 * @param given the names on the side of what is given
 */
record Sides(WitText needed, WitText given) {

    /** No type has a name but resources, as they call themselves. */
    static final Sides PLAIN = new Sides(WitText.PLAIN, WitText.PLAIN);

    boolean isSame(ResourceType one, ResourceType other) {
        return needed.resource(one).equals(given.resource(other));
    }
}

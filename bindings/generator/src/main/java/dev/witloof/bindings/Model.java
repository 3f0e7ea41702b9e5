package dev.witloof.bindings;

import dev.witloof.name.InterfaceName;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitInterface;
import dev.witloof.wit.WitWorld;
import java.util.List;
import java.util.Optional;

/**
 * What both inputs become: the WIT model without aliases. Every reference is to a record, variant, enum, flags or resource, and
 * each named interface is there once, with all that its imports and exports have of it.
 *
 * @param mainPackage the package that was asked for, such as {@code acme:shop@1.2.0}
 * @param interfaces the named interfaces
 * @param worlds the worlds; of the interfaces in their items only inline ones are complete
 * @param root the world of a component, if one was read
 */
record Model(String mainPackage, List<WitInterface> interfaces, List<WitWorld> worlds, Optional<InterfaceName> root) {

    Model {
        interfaces = List.copyOf(interfaces);
        worlds = List.copyOf(worlds);
    }

    Optional<WitInterface> named(TypeOwner owner) {
        return interfaces.stream().filter(i -> i.owner().equals(owner)).findFirst();
    }
}

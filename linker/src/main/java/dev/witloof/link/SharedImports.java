package dev.witloof.link;

import dev.witloof.name.InterfaceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The imports that members of a composition have alike and one binding serves. In a single component they would be one import,
 * so they share its resource types, and what one member opened another may use.
 */
final class SharedImports {

    private final Map<String, Group> groups = new HashMap<>();
    private final Set<Group> several = new HashSet<>();

    /** Imports that are alike, by the first of them. */
    private record Group(Need first, Target target) {}

    SharedImports(List<Need> imports, List<Answer> answers) {
        Map<String, List<Group>> begun = new HashMap<>();
        for (int i = 0; i < imports.size(); i++) {
            if (answers.get(i) instanceof Answer.Found found && !(found.target() instanceof Target.OfMember)) {
                Need need = imports.get(i);
                List<Group> alike = begun.computeIfAbsent(name(need), name -> new ArrayList<>());
                Optional<Group> same = alike.stream()
                        .filter(group -> isShared(group, need, found.target()))
                        .findFirst();
                Group group = same.orElseGet(() -> new Group(need, found.target()));
                if (same.isPresent()) {
                    several.add(group);
                } else {
                    alike.add(group);
                }
                groups.put(need.key(), group);
            }
        }
    }

    /** What imports must have alike to be compared. */
    private static String name(Need need) {
        return need.ref().isNamed()
                ? need.ref().name()
                : need.ref().interfaceName().map(InterfaceName::unversioned).orElseThrow();
    }

    /** A factory makes a backend for each import. */
    private static boolean isShared(Group group, Need need, Target target) {
        return !(target instanceof Target.OfFactory)
                && group.target().equals(target)
                && (need.ref().isNamed()
                        || group.first()
                                .ref()
                                .interfaceName()
                                .orElseThrow()
                                .matches(need.ref().interfaceName().orElseThrow()));
    }

    /** What an import has in common with those that it shares resource types with, itself among them. */
    String group(Need need) {
        return groups.get(need.key()).first().key();
    }

    /** Whether there are others. */
    boolean isShared(Need need) {
        Group group = groups.get(need.key());
        return group != null && several.contains(group);
    }
}

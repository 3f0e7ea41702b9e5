package dev.witloof.testkit.contract;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a store can do.
 *
 * @param abilities what it can do at all
 * @param maximumKeyBytes how many bytes a key may have in UTF-8; longer ones have to be refused
 * @param maximumValueBytes how many bytes a value may have; longer ones have to be refused
 */
public record Abilities(Set<Ability> abilities, long maximumKeyBytes, long maximumValueBytes) {

    /** Copies the abilities. */
    public Abilities {
        EnumSet<Ability> copy = EnumSet.noneOf(Ability.class);
        copy.addAll(abilities);
        abilities = Collections.unmodifiableSet(copy);
    }

    /** Everything, without bounds. */
    public static Abilities all() {
        return new Abilities(EnumSet.allOf(Ability.class), Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** The same without one. */
    public Abilities without(Ability ability) {
        EnumSet<Ability> left = EnumSet.noneOf(Ability.class);
        left.addAll(abilities);
        left.remove(ability);
        return new Abilities(left, maximumKeyBytes, maximumValueBytes);
    }

    /** The same with keys of at most so many bytes. */
    public Abilities withMaximumKeyBytes(long bytes) {
        return new Abilities(abilities, bytes, maximumValueBytes);
    }

    /** The same with values of at most so many bytes. */
    public Abilities withMaximumValueBytes(long bytes) {
        return new Abilities(abilities, maximumKeyBytes, bytes);
    }

    boolean has(Ability ability) {
        return abilities.contains(ability);
    }
}

package dev.witloof.testkit.contract;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a store of objects can do.
 *
 * @param abilities what it can do at all
 * @param maximumNameBytes how many bytes the name of an object may have in UTF-8; longer ones have to be refused
 * @param maximumContainerNameBytes how many bytes the name of a container may have in UTF-8; longer ones have to be refused
 * @param maximumObjectBytes how many bytes an object may have; longer ones have to be refused
 */
public record BlobAbilities(
        Set<BlobAbility> abilities, long maximumNameBytes, long maximumContainerNameBytes, long maximumObjectBytes) {

    /** Copies the abilities. */
    public BlobAbilities {
        EnumSet<BlobAbility> copy = EnumSet.noneOf(BlobAbility.class);
        copy.addAll(abilities);
        abilities = Collections.unmodifiableSet(copy);
    }

    /** Everything, without bounds. */
    public static BlobAbilities all() {
        return new BlobAbilities(EnumSet.allOf(BlobAbility.class), Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** The same without one. */
    public BlobAbilities without(BlobAbility ability) {
        EnumSet<BlobAbility> left = EnumSet.noneOf(BlobAbility.class);
        left.addAll(abilities);
        left.remove(ability);
        return new BlobAbilities(left, maximumNameBytes, maximumContainerNameBytes, maximumObjectBytes);
    }

    /** The same with names of objects of at most so many bytes. */
    public BlobAbilities withMaximumNameBytes(long bytes) {
        return new BlobAbilities(abilities, bytes, maximumContainerNameBytes, maximumObjectBytes);
    }

    /** The same with names of containers of at most so many bytes. */
    public BlobAbilities withMaximumContainerNameBytes(long bytes) {
        return new BlobAbilities(abilities, maximumNameBytes, bytes, maximumObjectBytes);
    }

    /** The same with objects of at most so many bytes. */
    public BlobAbilities withMaximumObjectBytes(long bytes) {
        return new BlobAbilities(abilities, maximumNameBytes, maximumContainerNameBytes, bytes);
    }

    boolean has(BlobAbility ability) {
        return abilities.contains(ability);
    }
}

package dev.witloof.wit;

import dev.witloof.name.InterfaceName;

/** Where a named type is defined. The text of each form is unique among all owners. */
public sealed interface TypeOwner {

    /**
     * A named interface.
     *
     * @param name its full name
     */
    record OfInterface(InterfaceName name) implements TypeOwner {
        /** The interface's full name. */
        @Override
        public String toString() {
            return name.toString();
        }
    }

    /**
     * A world.
     *
     * @param world its full name, which has the form of an interface's
     */
    record OfWorld(InterfaceName world) implements TypeOwner {
        /** {@code world } and the world's full name. */
        @Override
        public String toString() {
            return "world " + world;
        }
    }

    /**
     * An interface that is written out within a world, and so has no name of its own.
     *
     * @param world the world's full name
     * @param exported whether the world exports it
     * @param name its plain name there
     */
    record OfInline(InterfaceName world, boolean exported, String name) implements TypeOwner {
        /** {@code world }, the world's full name, and which of its items it is. */
        @Override
        public String toString() {
            return "world " + world + (exported ? ", export " : ", import ") + name;
        }
    }
}

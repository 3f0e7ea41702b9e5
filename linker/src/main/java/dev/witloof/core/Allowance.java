package dev.witloof.core;

import dev.witloof.error.LimitException;
import dev.witloof.type.CoreExternType;

/**
 * What the instances that are made in one store may take up together, and what they have taken. A few bytes can ask for
 * much: a component that instantiates another twice, which does the same with a third, and so on, asks for
 * 2<sup>n</sup> instances. So everything that instantiation makes is counted here, before it is made.
 *
 * <p>Each count belongs to one store, and to the one thread that is inside it.
 */
public final class Allowance {

    /** The most component instances, and the most core instances. */
    public static final int MOST_INSTANCES = 10_000;

    /** The most component instances inside each other, counted from the outermost one. */
    public static final int MOST_NESTING = 100;

    /**
     * The most definitions that all instances have together: those of components, and the functions, globals and
     * segments of core modules. Each takes some memory in each instance.
     */
    public static final int MOST_DEFINITIONS = 1_000_000;

    /** The most pages of 64 KiB with which all memories begin together: 1 GiB. */
    public static final int MOST_PAGES = 1 << 14;

    /** The most elements with which all tables begin together. */
    public static final int MOST_ELEMENTS = 10_000_000;

    private int componentInstances;
    private int coreInstances;
    private long definitions;
    private long pages;
    private long elements;

    /**
     * Counts a component instance.
     *
     * @param nesting how many instances it is inside of
     * @param more how many definitions it has
     * @throws LimitException if that is more than is allowed
     */
    public void takeComponentInstance(int nesting, long more) {
        if (nesting >= MOST_NESTING) {
            throw new LimitException(
                    "component instances: expected at most " + MOST_NESTING + " inside each other, found more");
        }
        componentInstances = take("component instances", 1, componentInstances, MOST_INSTANCES);
        definitions = take("definitions of all instances", more, definitions, MOST_DEFINITIONS);
    }

    void takeCoreInstance(long more) {
        coreInstances = take("core instances", 1, coreInstances, MOST_INSTANCES);
        definitions = take("definitions of all instances", more, definitions, MOST_DEFINITIONS);
    }

    void takeMemory(CoreExternType.Memory type) {
        CoreExternType.Limits limits = type.limits();
        long whole = type.shared() ? Math.min(limits.max().orElse(limits.min()), CoreMemory.MOST_PAGES) : limits.min();
        pages = take("pages of all memories", whole, pages, MOST_PAGES);
    }

    void takeTable(long more) {
        elements = take("elements of all tables", more, elements, MOST_ELEMENTS);
    }

    private static int take(String what, int more, int taken, int most) {
        return (int) take(what, (long) more, taken, most);
    }

    private static long take(String what, long more, long taken, long most) {
        if (more > most - taken) {
            throw new LimitException(
                    what + ": expected at most " + most + " in one store, found " + (taken + more) + " or more");
        }
        return taken + more;
    }
}

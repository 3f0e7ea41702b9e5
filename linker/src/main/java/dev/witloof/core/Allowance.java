package dev.witloof.core;

import dev.witloof.error.LimitException;
import dev.witloof.limit.Limit;
import dev.witloof.limit.Limits;
import dev.witloof.type.CoreExternType;

/**
 * What the instances that are made in one store may take up together, and what they have taken. A few bytes can ask for
 * much: a component that instantiates another twice, which does the same with a third, and so on, asks for
 * 2<sup>n</sup> instances. So everything that instantiation makes is counted here, before it is made; and so is what
 * memories and tables grow by.
 *
 * <p>Each count belongs to one store, and to the one thread that is inside it.
 */
public final class Allowance {

    /** The most component instances inside each other, counted from the outermost one. */
    public static final int MOST_NESTING = 100;

    private final long mostInstances;
    private final long mostDefinitions;
    private final long mostPages;
    private final long mostElements;
    private long componentInstances;
    private long coreInstances;
    private long definitions;
    private long pages;
    private long elements;

    /** What the limits allow. */
    public Allowance(Limits limits) {
        this.mostInstances = limits.most(Limit.INSTANCES);
        this.mostDefinitions = limits.most(Limit.DEFINITIONS);
        this.mostPages = limits.most(Limit.MEMORY_PAGES);
        this.mostElements = limits.most(Limit.TABLE_ELEMENTS);
    }

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
        componentInstances = take("component instances", 1, componentInstances, mostInstances);
        definitions = take("definitions of all instances", more, definitions, mostDefinitions);
    }

    void takeCoreInstance(long more) {
        coreInstances = take("core instances", 1, coreInstances, mostInstances);
        definitions = take("definitions of all instances", more, definitions, mostDefinitions);
    }

    void takeMemory(CoreExternType.Memory type) {
        pages = take("pages of all memories", CoreMemory.beginningPages(type), pages, mostPages);
    }

    void takeTable(long more) {
        elements = take("elements of all tables", more, elements, mostElements);
    }

    /** Whether a memory may have so many pages more; if so, they are counted. */
    boolean growMemory(int more) {
        if (more > mostPages - pages) {
            return false;
        }
        pages += more;
        return true;
    }

    /** Takes back what {@link #growMemory} counted, because the heap has no room for it. */
    void ungrowMemory(int more) {
        pages -= more;
    }

    /** Whether a table may have so many elements more; if so, they are counted. */
    boolean growTable(int more) {
        if (more > mostElements - elements) {
            return false;
        }
        elements += more;
        return true;
    }

    /** Takes back what {@link #growTable} counted. */
    void ungrowTable(int more) {
        elements -= more;
    }

    private static long take(String what, long more, long taken, long most) {
        if (more > most - taken) {
            throw new LimitException(
                    what + ": expected at most " + most + " in one store, found " + (taken + more) + " or more");
        }
        return taken + more;
    }
}

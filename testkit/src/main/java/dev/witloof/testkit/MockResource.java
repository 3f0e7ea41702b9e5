package dev.witloof.testkit;

/**
 * A resource of a mocked import: what a guest has handles to. Each handle that a stub gives out must be dropped again before
 * the test ends, once.
 */
public final class MockResource {

    private final String importName;
    private final String type;
    private final String label;
    private boolean staysOpen;
    private int opened;
    private int dropped;

    MockResource(String importName, String type, String label) {
        this.importName = importName;
        this.type = type;
        this.label = label;
    }

    /** The guest may still have a handle to it when the test ends. */
    public synchronized MockResource staysOpen() {
        staysOpen = true;
        return this;
    }

    synchronized void open() {
        opened++;
    }

    synchronized void drop() {
        dropped++;
    }

    /** How many handles to it the guest has. */
    public synchronized int handles() {
        return opened - dropped;
    }

    /** How many handles were given out. */
    public synchronized int opened() {
        return opened;
    }

    /** How many handles were dropped, or given back as arguments. */
    public synchronized int dropped() {
        return dropped;
    }

    /** What is wrong with its handles at the end of a test; empty if nothing is. */
    synchronized String complaint() {
        if (opened > dropped && !staysOpen) {
            return "import \"" + importName + "\": " + this + " is still open: " + CallText.count(opened, "handle")
                    + " given, " + dropped + " dropped";
        }
        return dropped > opened
                ? "import \"" + importName + "\": " + this + " was dropped too often: "
                        + CallText.count(opened, "handle") + " given, " + dropped + " dropped"
                : "";
    }

    /** {@code bucket main}. */
    @Override
    public String toString() {
        return type + " " + label;
    }
}

package dev.witloof.keyvalue;

/**
 * What a guest's handle of a {@code bucket} stands for.
 *
 * @param name its identifier
 * @param entries what it holds
 * @param readOnly whether guests may not change it
 */
record OpenBucket(String name, Entries entries, boolean readOnly) {

    /** Its identifier: what a log of calls shows. */
    @Override
    public String toString() {
        return name;
    }
}

package dev.witloof.testkit.contract;

/** What {@code wasi:keyvalue/atomics@0.2.0-draft2} promises of counters, which may be negative. */
public abstract class Draft2AtomicsContract extends SignedCounterClauses {

    /** For the class that extends it. */
    protected Draft2AtomicsContract() {}

    @Override
    final Draft draft() {
        return new SecondDraft();
    }
}

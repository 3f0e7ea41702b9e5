package dev.witloof.testkit.contract;

/** What {@code witloof:keyvalue/atomics@0.1.0} promises of counters, which may be negative. */
public abstract class TypesAtomicsContract extends SignedCounterClauses {

    /** For the class that extends it. */
    protected TypesAtomicsContract() {}

    @Override
    final Draft draft() {
        return new ThirdForm();
    }
}

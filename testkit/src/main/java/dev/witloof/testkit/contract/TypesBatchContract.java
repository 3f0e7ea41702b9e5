package dev.witloof.testkit.contract;

/** What {@code witloof:keyvalue/batch@0.1.0} promises. */
public abstract class TypesBatchContract extends BatchClauses {

    /** For the class that extends it. */
    protected TypesBatchContract() {}

    @Override
    final Draft draft() {
        return new ThirdForm();
    }
}

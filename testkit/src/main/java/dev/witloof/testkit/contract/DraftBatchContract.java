package dev.witloof.testkit.contract;

/** What {@code wasi:keyvalue/batch@0.2.0-draft} promises. */
public abstract class DraftBatchContract extends BatchClauses {

    /** For the class that extends it. */
    protected DraftBatchContract() {}

    @Override
    final Draft draft() {
        return new FirstDraft();
    }
}

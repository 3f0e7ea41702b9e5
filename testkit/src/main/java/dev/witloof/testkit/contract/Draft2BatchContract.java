package dev.witloof.testkit.contract;

/** What {@code wasi:keyvalue/batch@0.2.0-draft2} promises. */
public abstract class Draft2BatchContract extends BatchClauses {

    /** For the class that extends it. */
    protected Draft2BatchContract() {}

    @Override
    final Draft draft() {
        return new SecondDraft();
    }
}

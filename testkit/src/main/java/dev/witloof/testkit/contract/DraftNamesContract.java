package dev.witloof.testkit.contract;

/** What names of imports of {@code wasi:keyvalue/store@0.2.0-draft} do, and what they do not. */
public abstract class DraftNamesContract extends NameClauses {

    /** For the class that extends it. */
    protected DraftNamesContract() {}

    @Override
    final Draft draft() {
        return new FirstDraft();
    }
}

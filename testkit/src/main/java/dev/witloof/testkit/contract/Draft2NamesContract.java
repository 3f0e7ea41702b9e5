package dev.witloof.testkit.contract;

/** What names of imports of {@code wasi:keyvalue/store@0.2.0-draft2} do, and what they do not. */
public abstract class Draft2NamesContract extends NameClauses {

    /** For the class that extends it. */
    protected Draft2NamesContract() {}

    @Override
    final Draft draft() {
        return new SecondDraft();
    }
}

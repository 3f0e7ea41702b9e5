package dev.witloof.testkit.contract;

import java.util.List;

/** What {@code wasi:keyvalue/store@0.2.0-draft} promises, for named and unnamed imports of it. */
public abstract class DraftStoreContract extends ListingClauses {

    /** For the class that extends it. */
    protected DraftStoreContract() {}

    @Override
    final Draft draft() {
        return new FirstDraft();
    }

    @Override
    final List<Object> strangeCursors() {
        return List.of(1L, 12_345L, -1L, Long.MAX_VALUE, Long.MIN_VALUE);
    }
}

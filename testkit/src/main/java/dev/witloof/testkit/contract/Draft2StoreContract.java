package dev.witloof.testkit.contract;

import java.util.List;

/** What {@code wasi:keyvalue/store@0.2.0-draft2} promises, for named and unnamed imports of it. */
public abstract class Draft2StoreContract extends ListingClauses {

    /** For the class that extends it. */
    protected Draft2StoreContract() {}

    @Override
    final Draft draft() {
        return new SecondDraft();
    }

    @Override
    final List<Object> strangeCursors() {
        return List.of("", "1", "-1", "12345", "key1", "unknown", "9".repeat(100), "é\\0\\n", "%zz", "../main");
    }
}

package dev.witloof.testkit.contract;

/** Something that a store may be unable to do, and then has to refuse, unless the ability says otherwise. */
public enum Ability {
    /** To list keys. */
    LIST_KEYS,
    /** To list no key twice, if it is there throughout. A store that cannot do this is not refusing anything. */
    LIST_KEYS_ONCE,
    /** To make a bucket when it is opened. A store that cannot says {@code no-such-store}. */
    OPEN_ANY_BUCKET,
    /** To store a value under the empty key. */
    EMPTY_KEY,
    /** To increment. */
    INCREMENT,
    /** To count from 2⁶³ on, where the interface has unsigned numbers. */
    COUNT_UNSIGNED,
    /** To swap a value only if it is still the same. */
    COMPARE_AND_SWAP
}

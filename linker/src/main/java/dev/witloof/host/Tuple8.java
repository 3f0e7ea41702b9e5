package dev.witloof.host;

/**
 * A tuple of eight elements.
 *
 * @param v0 element 0
 * @param v1 element 1
 * @param v2 element 2
 * @param v3 element 3
 * @param v4 element 4
 * @param v5 element 5
 * @param v6 element 6
 * @param v7 element 7
 * @param <T0> the type of element 0
 * @param <T1> the type of element 1
 * @param <T2> the type of element 2
 * @param <T3> the type of element 3
 * @param <T4> the type of element 4
 * @param <T5> the type of element 5
 * @param <T6> the type of element 6
 * @param <T7> the type of element 7
 */
public record Tuple8<T0, T1, T2, T3, T4, T5, T6, T7>(T0 v0, T1 v1, T2 v2, T3 v3, T4 v4, T5 v5, T6 v6, T7 v7) {}

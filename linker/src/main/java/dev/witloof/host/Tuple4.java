package dev.witloof.host;

/**
 * A tuple of four elements.
 *
 * @param v0 element 0
 * @param v1 element 1
 * @param v2 element 2
 * @param v3 element 3
 * @param <T0> the type of element 0
 * @param <T1> the type of element 1
 * @param <T2> the type of element 2
 * @param <T3> the type of element 3
 */
public record Tuple4<T0, T1, T2, T3>(T0 v0, T1 v1, T2 v2, T3 v3) {}

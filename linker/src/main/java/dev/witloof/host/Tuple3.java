package dev.witloof.host;

/**
 * A tuple of three elements.
 *
 * @param v0 element 0
 * @param v1 element 1
 * @param v2 element 2
 * @param <T0> the type of element 0
 * @param <T1> the type of element 1
 * @param <T2> the type of element 2
 */
public record Tuple3<T0, T1, T2>(T0 v0, T1 v1, T2 v2) {}

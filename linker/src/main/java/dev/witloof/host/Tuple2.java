package dev.witloof.host;

/**
 * A tuple of two elements.
 *
 * @param v0 element 0
 * @param v1 element 1
 * @param <T0> the type of element 0
 * @param <T1> the type of element 1
 */
public record Tuple2<T0, T1>(T0 v0, T1 v1) {}

package dev.witloof.host;

/**
 * A tuple of twelve elements.
 *
 * @param v0 element 0
 * @param v1 element 1
 * @param v2 element 2
 * @param v3 element 3
 * @param v4 element 4
 * @param v5 element 5
 * @param v6 element 6
 * @param v7 element 7
 * @param v8 element 8
 * @param v9 element 9
 * @param v10 element 10
 * @param v11 element 11
 * @param <T0> the type of element 0
 * @param <T1> the type of element 1
 * @param <T2> the type of element 2
 * @param <T3> the type of element 3
 * @param <T4> the type of element 4
 * @param <T5> the type of element 5
 * @param <T6> the type of element 6
 * @param <T7> the type of element 7
 * @param <T8> the type of element 8
 * @param <T9> the type of element 9
 * @param <T10> the type of element 10
 * @param <T11> the type of element 11
 */
public record Tuple12<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        T0 v0, T1 v1, T2 v2, T3 v3, T4 v4, T5 v5, T6 v6, T7 v7, T8 v8, T9 v9, T10 v10, T11 v11) {}

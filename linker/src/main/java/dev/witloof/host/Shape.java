package dev.witloof.host;

import dev.witloof.abi.Scalar;
import dev.witloof.abi.View;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one type look in Java.
 *
 * @param java the class that a signature has there
 * @param view what lifts and lowers are prepared with
 * @param scalar the scalar, where Java has a primitive; {@code null} for objects
 */
record Shape(Class<?> java, View view, @Nullable Scalar scalar) {

    static Shape of(Class<?> java, View view) {
        return new Shape(java, view, null);
    }
}

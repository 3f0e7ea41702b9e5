package dev.witloof.host;

import dev.witloof.abi.FunctionView;
import dev.witloof.abi.Scalar;
import dev.witloof.abi.View;
import dev.witloof.type.FuncType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Java method as a WIT function.
 *
 * @param name the function's name
 * @param type its type
 * @param method the method; {@code null} for a function that is called by itself
 * @param isMethod whether the first parameter is the object that the method is called on
 * @param params how the parameters look, with the object where there is one
 * @param result how the result looks
 */
record FunctionShape(
        String name, FuncType type, @Nullable Method method, boolean isMethod, List<Shape> params, Result result) {

    FunctionShape {
        params = List.copyOf(params);
    }

    /**
     * How a result looks.
     *
     * @param value what the method returns; {@code null} for {@code void}
     * @param failure what it throws for an error; {@code null} where the type is no {@code result} or comes as data
     * @param view what lifts and lowers are prepared with
     */
    record Result(@Nullable Shape value, @Nullable Failure failure, View view) {

        Class<?> java() {
            return value == null ? void.class : value.java();
        }

        @Nullable
        Scalar scalar() {
            return value == null ? null : value.scalar();
        }
    }

    /**
     * A checked exception that carries the error of a result.
     *
     * @param type its class
     * @param accessor {@code error()}
     * @param constructor takes the error; {@code null} where nothing is thrown from here
     * @param error how the error looks; {@code null} where the result has none
     */
    record Failure(
            Class<?> type,
            Method accessor,
            @Nullable Constructor<?> constructor,
            @Nullable Shape error) {}

    /** What lifts and lowers of it are prepared with. */
    FunctionView view() {
        return new FunctionView(params.stream().map(Shape::view).toList(), result.view());
    }

    /** The scalars among the parameters; {@code null} where one is none. */
    @Nullable
    Scalar[] scalars() {
        return params.stream().map(Shape::scalar).toArray(Scalar[]::new);
    }

    /** The classes of what it refers to, which an adapter must be able to use. */
    Stream<Class<?>> classes() {
        Stream<Class<?>> own = Stream.concat(params.stream().map(Shape::java), Stream.of(result.java()));
        return result.failure() == null
                ? own
                : Stream.concat(own, Stream.of(result.failure().type()));
    }
}

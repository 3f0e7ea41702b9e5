package dev.witloof.instance;

import dev.witloof.host.TypeToken;
import dev.witloof.type.InstanceType;

/** An instance that a component exports: an implementation of an interface, by the interface's name or by a plain one. */
public final class ExportedInstance {

    private final String name;
    private final ExportedItems exports;
    private final InstanceType type;
    private final JavaExports javaExports;

    ExportedInstance(String name, ExportedItems exports, InstanceType type, JavaExports javaExports) {
        this.name = name;
        this.exports = exports;
        this.type = type;
        this.javaExports = javaExports;
    }

    /** The name under which it is exported. */
    public String name() {
        return name;
    }

    /**
     * One of its functions.
     *
     * @param function the function's name, such as {@code login} or {@code [method]bucket.get}
     * @throws IllegalArgumentException if there is none of this name; the message lists those that are there
     */
    public ComponentFunction function(String function) {
        return exports.function(function);
    }

    /**
     * One of its functions with Java types that are checked now; see
     * {@link ComponentInstance#function(String, Class, Class[])}.
     */
    public <R> TypedFunction<R> function(String function, Class<R> result, Class<?>... parameters) {
        return TypedFunction.of(function(function), result, parameters);
    }

    /** One of its functions with Java types that a class alone cannot say. */
    public <R> TypedFunction<R> function(String function, TypeToken<R> result, TypeToken<?>... parameters) {
        return TypedFunction.of(function(function), result, parameters);
    }

    /**
     * All of it as a Java interface; see {@link ComponentInstance#export(String, Class)}.
     *
     * @throws IllegalArgumentException if the interface differs from what is exported; the message has every difference
     */
    public <T> T as(Class<T> javaInterface) {
        return javaExports.instance(name, type, javaInterface);
    }
}

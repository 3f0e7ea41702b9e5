package dev.witloof.instance;

/** An instance that a component exports: an implementation of an interface, by the interface's name or by a plain one. */
public final class ExportedInstance {

    private final String name;
    private final ExportedItems exports;

    ExportedInstance(String name, ExportedItems exports) {
        this.name = name;
        this.exports = exports;
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
}

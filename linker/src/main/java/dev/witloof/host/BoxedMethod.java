package dev.witloof.host;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A method of a user's interface, called with boxed values. */
final class BoxedMethod {

    private final boolean isMethod;
    private final MethodHandle handle;
    private final FunctionShape.@Nullable Failure failure;
    private final @Nullable MethodHandle error;

    BoxedMethod(FunctionShape shape) {
        this.isMethod = shape.isMethod();
        int arity = shape.params().size() - (isMethod ? 1 : 0);
        this.handle = Reach.method(Objects.requireNonNull(shape.method()))
                .asSpreader(Object[].class, arity)
                .asType(MethodType.methodType(Object.class, Object.class, Object[].class));
        this.failure = shape.result().failure();
        this.error = failure == null
                ? null
                : Reach.method(failure.accessor()).asType(MethodType.methodType(Object.class, Throwable.class));
    }

    /** The exception that carries an error. */
    static final class Failed extends Exception {

        private static final long serialVersionUID = 1;

        private final transient @Nullable Object error;

        Failed(@Nullable Object error) {
            super(null, null, false, false);
            this.error = error;
        }

        @Nullable
        Object error() {
            return error;
        }
    }

    /** Whether the result is told by returning or throwing. */
    boolean isEither() {
        return failure != null;
    }

    /**
     * Calls it.
     *
     * @param args boxed, with the object that a method is called on
     * @throws Failed for the error of a result
     * @throws Throwable whatever else is thrown
     */
    @Nullable
    Object call(Object implementation, @Nullable Object[] args) throws Throwable {
        Object target = isMethod ? args[0] : implementation;
        @Nullable Object[] rest = isMethod ? Arrays.copyOfRange(args, 1, args.length) : args;
        try {
            return (Object) handle.invokeExact(target, rest);
        } catch (Throwable thrown) {
            if (failure != null && error != null && failure.type().isInstance(thrown)) {
                throw new Failed((Object) error.invokeExact(thrown));
            }
            throw thrown;
        }
    }
}

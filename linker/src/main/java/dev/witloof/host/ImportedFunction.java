package dev.witloof.host;

import dev.witloof.abi.Conversion;
import dev.witloof.abi.LiftLowerContext;
import dev.witloof.abi.PreparedLower;
import dev.witloof.abi.TypedLower;
import dev.witloof.abi.View;
import dev.witloof.value.Result;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A function of an imported instance that a Java interface serves. */
public final class ImportedFunction {

    private final FunctionShape shape;
    private final Adapters adapters;
    private final int number;
    /** The last prepared lower and what was made of it: nearly always there is one only. */
    private volatile @Nullable Prepared prepared;

    private volatile @Nullable Untyped untyped;

    ImportedFunction(FunctionShape shape, Adapters adapters, int number) {
        this.shape = shape;
        this.adapters = adapters;
        this.number = number;
    }

    private record Prepared(PreparedLower lower, TypedLower typed) {}

    /** Whether it is a method, which is called on its first argument. */
    public boolean isMethod() {
        return shape.isMethod();
    }

    /** What calls do of a core function that was prepared for untyped values. */
    public IncomingCall incoming(PreparedLower lower, LiftLowerContext cx, String what, String servedBy) {
        Prepared last = prepared;
        if (last == null || last.lower() != lower) {
            last = new Prepared(lower, TypedLower.of(lower, shape.view()));
            prepared = last;
        }
        return new IncomingCall(last.typed(), cx, shape, what, servedBy);
    }

    /** One call by a guest. */
    public long[] call(Object implementation, IncomingCall in, long[] flat) {
        return adapters.call(number, implementation, in, flat);
    }

    /**
     * One call with untyped values, for what stands between guest and backend.
     *
     * @throws Throwable what the backend throws
     */
    public @Nullable Object call(Object implementation, Object[] args) throws Throwable {
        Untyped ready = untyped;
        if (ready == null) {
            ready = new Untyped(shape);
            untyped = ready;
        }
        return ready.call(implementation, args);
    }

    /** The way of untyped values. */
    private static final class Untyped {

        private final BoxedMethod method;
        private final Function<@Nullable Object, @Nullable Object>[] params;
        private final Function<@Nullable Object, @Nullable Object> result;

        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of functions
        Untyped(FunctionShape shape) {
            this.method = new BoxedMethod(shape);
            this.params = new Function[shape.params().size()];
            for (int i = 0; i < params.length; i++) {
                params[i] = Conversion.of(
                        shape.type().params().get(i).type(),
                        View.UNTYPED,
                        shape.params().get(i).view());
            }
            this.result = shape.type()
                    .result()
                    .map(type -> Conversion.of(type, shape.result().view(), View.UNTYPED))
                    .orElse(value -> null);
        }

        @Nullable
        Object call(Object implementation, Object[] args) throws Throwable {
            @Nullable Object[] values = new Object[args.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = params[i].apply(args[i]);
            }
            Object value;
            try {
                value = method.call(implementation, values);
            } catch (BoxedMethod.Failed failed) {
                return result.apply(Result.err(failed.error()));
            }
            return result.apply(method.isEither() ? Result.ok(value) : value);
        }
    }
}

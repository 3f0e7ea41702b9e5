package dev.witloof.host;

import dev.witloof.abi.LiftLowerContext;
import dev.witloof.abi.Scalar;
import dev.witloof.abi.ScalarBits;
import dev.witloof.abi.TypedLower;
import dev.witloof.abi.UnfitValueException;
import dev.witloof.error.TrapException;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one function by one instance of a guest: gives the parameters as Java wants them and takes the result. It has
 * no state of a call; that is {@code flat}, which is handed through.
 *
 * <p>A parameter or result that is a number, {@code boolean} or code point goes by the method of its Java type, all else by
 * those for objects.
 */
public final class IncomingCall {

    private final TypedLower typed;
    private final LiftLowerContext cx;
    private final @Nullable Scalar[] params;
    private final @Nullable Scalar result;
    private final String what;
    private final String servedBy;

    IncomingCall(TypedLower typed, LiftLowerContext cx, FunctionShape shape, String what, String servedBy) {
        this.typed = typed;
        this.cx = cx;
        this.params = shape.scalars();
        this.result = shape.result().scalar();
        this.what = what;
        this.servedBy = servedBy;
    }

    private long lift(long[] flat, int param) {
        Scalar scalar = scalar(params[param]);
        return scalar.lift(typed.bits(cx, flat, param, scalar));
    }

    private static Scalar scalar(@Nullable Scalar scalar) {
        if (scalar == null) {
            throw new IllegalStateException("adapters: expected an object where WIT has one, found a primitive");
        }
        return scalar;
    }

    /** A parameter. */
    public boolean booleanParam(long[] flat, int param) {
        return lift(flat, param) != 0;
    }

    /** A parameter. */
    public byte byteParam(long[] flat, int param) {
        return (byte) lift(flat, param);
    }

    /** A parameter. */
    public short shortParam(long[] flat, int param) {
        return (short) lift(flat, param);
    }

    /** A parameter. */
    public int intParam(long[] flat, int param) {
        return (int) lift(flat, param);
    }

    /** A parameter. */
    public long longParam(long[] flat, int param) {
        return lift(flat, param);
    }

    /** A parameter. */
    public float floatParam(long[] flat, int param) {
        return ScalarBits.liftF32(typed.bits(cx, flat, param, Scalar.F32));
    }

    /** A parameter. */
    public double doubleParam(long[] flat, int param) {
        return ScalarBits.liftF64(typed.bits(cx, flat, param, Scalar.F64));
    }

    /** A parameter that is an object. */
    @SuppressWarnings("unchecked") // the view of the parameter was made for the Java type that is asked for
    public <T> T param(long[] flat, int param) {
        return (T) typed.lift(cx, flat, param);
    }

    /** All parameters, boxed. */
    @Nullable
    Object[] all(long[] flat) {
        return typed.liftAll(cx, flat);
    }

    /** There is no result. */
    public long[] none() {
        return typed.lowerNothing();
    }

    private long bits(long value) {
        try {
            return scalar(result).lower(value);
        } catch (UnfitValueException e) {
            throw e.in("result");
        }
    }

    /** The result. */
    public long[] result(long[] flat, boolean value) {
        return typed.lowerBits(value ? 1 : 0);
    }

    /** The result. */
    public long[] result(long[] flat, byte value) {
        return typed.lowerBits(bits(value));
    }

    /** The result. */
    public long[] result(long[] flat, short value) {
        return typed.lowerBits(bits(value));
    }

    /** The result. */
    public long[] result(long[] flat, int value) {
        return typed.lowerBits(bits(value));
    }

    /** The result. */
    public long[] result(long[] flat, long value) {
        return typed.lowerBits(bits(value));
    }

    /** The result. */
    public long[] result(long[] flat, float value) {
        return typed.lowerBits(ScalarBits.lowerF32(value));
    }

    /** The result. */
    public long[] result(long[] flat, double value) {
        return typed.lowerBits(ScalarBits.lowerF64(value));
    }

    /** The result, an object. */
    public long[] result(long[] flat, @Nullable Object value) {
        return typed.lower(cx, flat, value);
    }

    /** The function ends well and its {@code result} carries nothing. */
    public long[] ok(long[] flat) {
        return typed.lowerCase(cx, flat, 0, null);
    }

    private long inOk(long value) {
        try {
            return scalar(result).lower(value);
        } catch (UnfitValueException e) {
            throw e.in("ok").in("result");
        }
    }

    private long[] okBits(long[] flat, long bits, Scalar scalar) {
        return typed.lowerCaseBits(cx, flat, 0, bits, scalar);
    }

    /** The function ends well. */
    public long[] ok(long[] flat, boolean value) {
        return okBits(flat, value ? 1 : 0, Scalar.BOOL);
    }

    /** The function ends well. */
    public long[] ok(long[] flat, byte value) {
        return okBits(flat, inOk(value), scalar(result));
    }

    /** The function ends well. */
    public long[] ok(long[] flat, short value) {
        return okBits(flat, inOk(value), scalar(result));
    }

    /** The function ends well. */
    public long[] ok(long[] flat, int value) {
        return okBits(flat, inOk(value), scalar(result));
    }

    /** The function ends well. */
    public long[] ok(long[] flat, long value) {
        return okBits(flat, inOk(value), scalar(result));
    }

    /** The function ends well. */
    public long[] ok(long[] flat, float value) {
        return okBits(flat, ScalarBits.lowerF32(value), Scalar.F32);
    }

    /** The function ends well. */
    public long[] ok(long[] flat, double value) {
        return okBits(flat, ScalarBits.lowerF64(value), Scalar.F64);
    }

    /** The function ends well with an object. */
    public long[] ok(long[] flat, @Nullable Object value) {
        return typed.lowerCase(cx, flat, 0, value);
    }

    /** The function threw the exception that carries this error, boxed; {@code null} where the result has none. */
    public long[] error(long[] flat, @Nullable Object error) {
        return typed.lowerCase(cx, flat, 1, error);
    }

    /** The guest has a copy of the array that a method of a resource returned. */
    public static void copied(Object resource, byte[] array) {
        if (resource instanceof ArrayLender lender) {
            lender.giveBack(array);
        }
    }

    /** The function threw something else: the trap to throw. */
    public TrapException threw(Throwable thrown) {
        return Thrown.by(servedBy, what, thrown);
    }
}

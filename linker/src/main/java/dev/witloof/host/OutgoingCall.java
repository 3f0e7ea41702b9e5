package dev.witloof.host;

import org.jspecify.annotations.Nullable;

/**
 * One call of a guest's function by Java: arguments are put in their order, then it is run, then the result is taken.
 *
 * <pre>{@code
 * OutgoingCall call = functions[0].begin();
 * call.put(0, key);
 * call.run();
 * if (call.isError()) {
 *     throw new ErrorException(call.error());
 * }
 * return call.result();
 * }</pre>
 *
 * <p>An argument that does not fit ends the call with an {@link IllegalArgumentException}, as if it had not begun.
 */
public abstract class OutgoingCall {

    /** For the calls of functions. */
    protected OutgoingCall() {}

    /** Puts an argument. */
    public void put(int param, boolean value) {
        put(param, (Object) value);
    }

    /** Puts an argument. */
    public void put(int param, byte value) {
        put(param, (Object) value);
    }

    /** Puts an argument. */
    public void put(int param, short value) {
        put(param, (Object) value);
    }

    /** Puts an argument. */
    public void put(int param, int value) {
        put(param, (Object) value);
    }

    /** Puts an argument. */
    public void put(int param, long value) {
        put(param, (Object) value);
    }

    /** Puts an argument. */
    public void put(int param, float value) {
        put(param, (Object) value);
    }

    /** Puts an argument. */
    public void put(int param, double value) {
        put(param, (Object) value);
    }

    /** Puts an argument that is an object. */
    public abstract void put(int param, @Nullable Object value);

    /** Runs the function and leaves the instance. */
    public abstract void run();

    /** Whether the function returned the error of its {@code result}. */
    public abstract boolean isError();

    /** The error; {@code null} where the result has none. */
    public abstract <T> T error();

    /** The result, or what it carries if it is a {@code result} that is no error; {@code null} where there is none. */
    public abstract <T> T result();

    /** The result. */
    public boolean booleanResult() {
        return this.<Boolean>result();
    }

    /** The result. */
    public byte byteResult() {
        return this.<Byte>result();
    }

    /** The result. */
    public short shortResult() {
        return this.<Short>result();
    }

    /** The result. */
    public int intResult() {
        return this.<Integer>result();
    }

    /** The result. */
    public long longResult() {
        return this.<Long>result();
    }

    /** The result. */
    public float floatResult() {
        return this.<Float>result();
    }

    /** The result. */
    public double doubleResult() {
        return this.<Double>result();
    }
}

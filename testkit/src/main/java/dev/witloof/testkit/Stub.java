package dev.witloof.testkit;

import dev.witloof.error.TrapException;
import dev.witloof.value.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mock answers to certain calls of one function: first which, then what.
 *
 * <pre>{@code
 * sessions.on("[method]bucket.get").with("ada").returns(some(bytes));
 * sessions.on("[method]bucket.get").with("bob").fails("access-denied");
 * sessions.on("open").returns(first).returns(second);        // then the second for ever
 * }</pre>
 *
 * <p>A function without a result, and one whose success has no value, needs no answer. Of several stubs for one call the one that was declared last answers. One that never answers is an error at the end
 * of the test.
 */
public final class Stub {

    private final MockedFunction function;
    private final String place;
    private final List<Answer> answers = new ArrayList<>();
    private Arguments arguments;
    private boolean optional;
    private int used;

    Stub(MockedFunction function, Arguments arguments, String place) {
        this.function = function;
        this.arguments = arguments;
        this.place = place;
    }

    /**
     * Only calls with these arguments: values, or matchers such as {@link Given#any()}. A number may be of any class that
     * holds it, a label stands for an enum. The receiver of a method may be left out.
     *
     * @throws IllegalArgumentException if one does not fit its parameter
     */
    public synchronized Stub with(Object... values) {
        arguments = arguments.with(values);
        return this;
    }

    /**
     * Only calls of a method of this resource.
     *
     * @throws IllegalArgumentException if the function is no method
     */
    public synchronized Stub of(MockResource receiver) {
        arguments = arguments.of(receiver);
        return this;
    }

    /**
     * Gives these results, one for each call, the last of them for all others. Where the function returns a result or an
     * option, {@code ok} and {@code some} may be left out.
     *
     * @throws IllegalArgumentException if one does not fit the function's type
     */
    public synchronized Stub returns(@Nullable Object... results) {
        for (Object result : results) {
            Object fitted = function.fitResult(result);
            answers.add(call -> fitted);
        }
        return this;
    }

    /**
     * Fails with an error of the interface: {@code err(…)}.
     *
     * @param error the error; of an enum or a variant's case without payload its label will do
     * @throws IllegalArgumentException if the function does not return a result, or one of another error
     */
    public synchronized Stub fails(Object error) {
        return returns(Result.err(error));
    }

    /** Ends the guest's call with a trap. */
    public synchronized Stub traps(String reason) {
        return answers(call -> {
            throw new TrapException(reason);
        });
    }

    /** Computes the result of each call. */
    public synchronized Stub answers(Answer answer) {
        answers.add(answer);
        return this;
    }

    /** Waits before each of the answers so far. */
    public synchronized Stub after(Duration delay) {
        answers.replaceAll(answer -> call -> {
            Thread.sleep(delay.toMillis());
            return answer.answer(call);
        });
        return this;
    }

    /** It need not be used. */
    public synchronized Stub optional() {
        optional = true;
        return this;
    }

    synchronized Arguments arguments() {
        return arguments;
    }

    synchronized boolean isUnused() {
        return used == 0 && !optional;
    }

    /** The next answer. */
    @Nullable
    Object answer(Invocation call) throws Exception {
        Answer next;
        synchronized (this) {
            if (answers.isEmpty() && !function.mayReturnNothing()) {
                throw new IllegalStateException(
                        "the stub " + this + ": expected .returns(…), .fails(…), .traps(…) or .answers(…), found none");
            }
            next = answers.isEmpty() ? each -> null : answers.get(Math.min(used, answers.size() - 1));
            used++;
        }
        return next.answer(call);
    }

    /** {@code open("main") (ShopTest.java:31)}. */
    @Override
    public synchronized String toString() {
        return arguments + " (" + place + ")";
    }
}

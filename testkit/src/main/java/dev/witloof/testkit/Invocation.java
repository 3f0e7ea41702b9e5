package dev.witloof.testkit;

import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call that a guest made of a mock. */
public final class Invocation {

    private final int number;
    private final String importName;
    private final String function;
    private final FuncType type;
    private final Object[] arguments;
    private @Nullable Object result;
    private @Nullable String failure;
    private boolean returned;

    Invocation(int number, String importName, String function, FuncType type, Object[] arguments) {
        this.number = number;
        this.importName = importName;
        this.function = function;
        this.type = type;
        this.arguments = arguments;
    }

    void returned(@Nullable Object value) {
        result = value;
        returned = true;
    }

    void failed(String reason) {
        failure = reason;
    }

    /** Its place among the calls of all mocks, from 1. */
    public int number() {
        return number;
    }

    /** The name of the import. */
    public String importName() {
        return importName;
    }

    /** The name of the function. */
    public String function() {
        return function;
    }

    /** The arguments as untyped values, the receiver of a method first. */
    public List<Object> arguments() {
        return Collections.unmodifiableList(Arrays.asList(arguments));
    }

    /**
     * An argument by the name of its parameter.
     *
     * @throws IllegalArgumentException if there is no parameter of this name
     */
    public Object argument(String parameter) {
        List<LabelledType> params = type.params();
        for (int i = 0; i < params.size(); i++) {
            if (params.get(i).label().equals(parameter)) {
                return arguments[i];
            }
        }
        throw new IllegalArgumentException(function + ": expected one of the parameters "
                + params.stream().map(LabelledType::label).toList() + ", found \"" + parameter + "\"");
    }

    Object[] raw() {
        return arguments;
    }

    /** {@code [method]bucket.get(<bucket main>, "ada")}. */
    String call() {
        return CallText.call(function, type, arguments);
    }

    /** The call and what came of it, in WAVE: {@code open("main") -> ok(<bucket main>)}. */
    @Override
    public String toString() {
        if (failure != null) {
            return call() + " -> " + failure;
        }
        return returned && type.result().isPresent()
                ? call() + " -> " + CallText.value(result, type.result().get())
                : call();
    }
}

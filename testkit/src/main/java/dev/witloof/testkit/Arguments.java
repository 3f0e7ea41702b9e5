package dev.witloof.testkit;

import dev.witloof.name.PlainName;
import dev.witloof.type.FuncType;
import dev.witloof.type.ValType;
import dev.witloof.value.Result;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Which arguments a stub or an expectation is about: a matcher for each parameter.
 *
 * @param function the name of the function
 * @param type its type
 * @param matchers one for each parameter
 */
record Arguments(String function, FuncType type, ArgumentMatcher[] matchers) {

    /** A value that is to be equal, by content. */
    private record Equal(Object value, Result<Object, Object> content, ValType type) implements ArgumentMatcher {

        Equal(Object value, ValType type) {
            this(value, Result.ok(value), type);
        }

        @Override
        public boolean matches(Object found) {
            return value == found || content.equals(Result.ok(found));
        }

        @Override
        public String toString() {
            return CallText.value(value, type);
        }
    }

    static Arguments any(String function, FuncType type) {
        ArgumentMatcher[] matchers = new ArgumentMatcher[type.params().size()];
        Arrays.fill(matchers, Given.any());
        return new Arguments(function, type, matchers);
    }

    /**
     * With these arguments; the receiver of a method may be left out.
     *
     * @throws IllegalArgumentException if they do not fit; the message leads to the parameter
     */
    Arguments with(Object... given) {
        int left = type.params().size() - given.length;
        if (left != 0 && !(left == 1 && isMethod())) {
            throw new IllegalArgumentException(function + ": expected "
                    + CallText.count(type.params().size() - (isMethod() ? 1 : 0), "argument") + " for " + type
                    + ", found " + given.length);
        }
        ArgumentMatcher[] all = matchers.clone();
        for (int i = 0; i < given.length; i++) {
            all[left + i] = matcher(left + i, given[i]);
        }
        return new Arguments(function, type, all);
    }

    /** Of this receiver only. */
    Arguments of(Object receiver) {
        if (!isMethod()) {
            throw new IllegalArgumentException(function + ": expected a method, which has a receiver");
        }
        ArgumentMatcher[] all = matchers.clone();
        all[0] = matcher(0, receiver);
        return new Arguments(function, type, all);
    }

    private boolean isMethod() {
        return PlainName.parse(function).kind() == PlainName.Kind.METHOD;
    }

    private ArgumentMatcher matcher(int place, Object given) {
        if (given instanceof ArgumentMatcher matcher) {
            return matcher;
        }
        ValType param = type.params().get(place).type();
        try {
            Object value = Fitting.fit(param, given);
            if (value == null) {
                throw new IllegalArgumentException("expected " + param + ", found null");
            }
            return new Equal(value, param);
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException(
                    function + ", parameter \"" + type.params().get(place).label() + "\": " + unfit.getMessage(),
                    unfit);
        }
    }

    boolean match(Object[] arguments) {
        for (int i = 0; i < matchers.length; i++) {
            if (!matchers[i].matches(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    /** How many arguments match, and the first that does not. */
    int matching(Object[] arguments) {
        int matching = 0;
        for (int i = 0; i < matchers.length; i++) {
            matching += matchers[i].matches(arguments[i]) ? 1 : 0;
        }
        return matching;
    }

    OptionalInt firstDifference(Object[] arguments) {
        for (int i = 0; i < matchers.length; i++) {
            if (!matchers[i].matches(arguments[i])) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** What does not match: {@code key is "bob"}. */
    String difference(Object[] arguments) {
        int place = firstDifference(arguments).orElse(0);
        return type.params().get(place).label() + " is "
                + CallText.value(arguments[place], type.params().get(place).type());
    }

    void keep(Object[] arguments) {
        for (int i = 0; i < matchers.length; i++) {
            if (matchers[i] instanceof Captor<?> captor) {
                captor.keep(arguments[i]);
            }
        }
    }

    /** {@code [method]bucket.get(any, "ada")}. */
    @Override
    public String toString() {
        return function + Arrays.stream(matchers).map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}

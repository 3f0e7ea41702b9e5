package dev.witloof.testkit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An expectation of calls: which, and how many.
 *
 * <pre>{@code
 * cache.called("[method]bucket.set").with("ada", any()).once();
 * mocks.inOrder(sessions.called("open"), cache.called("open"));
 * }</pre>
 */
public final class Called {

    private final Mock mock;
    private final Arguments arguments;
    private final String place;

    Called(Mock mock, Arguments arguments, String place) {
        this.mock = mock;
        this.arguments = arguments;
        this.place = place;
    }

    /**
     * Only calls with these arguments, as {@link Stub#with} takes them; a {@link Captor} keeps the values in its place.
     *
     * @throws IllegalArgumentException if one does not fit its parameter
     */
    public Called with(Object... values) {
        return new Called(mock, arguments.with(values), place);
    }

    /** Only calls of a method of this resource. */
    public Called of(MockResource receiver) {
        return new Called(mock, arguments.of(receiver), place);
    }

    /**
     * There were so many such calls.
     *
     * @return the calls
     * @throws MockFailure if not
     */
    public List<Invocation> times(int expected) {
        List<Invocation> found = found();
        if (found.size() != expected) {
            throw failure(CallText.count(expected, "call"), found);
        }
        return kept(found);
    }

    /** There was one such call; see {@link #times}. */
    public Invocation once() {
        return times(1).get(0);
    }

    /** There was no such call; see {@link #times}. */
    public void never() {
        List<Invocation> found = found();
        if (!found.isEmpty()) {
            throw failure("no call", found);
        }
    }

    /** There were at least so many such calls; see {@link #times}. */
    public List<Invocation> atLeast(int expected) {
        List<Invocation> found = found();
        if (found.size() < expected) {
            throw failure("at least " + CallText.count(expected, "call"), found);
        }
        return kept(found);
    }

    private List<Invocation> kept(List<Invocation> found) {
        found.forEach(each -> arguments.keep(each.raw()));
        return found;
    }

    private List<Invocation> found() {
        return mock.calls().stream().filter(this::matches).toList();
    }

    boolean matches(Invocation call) {
        return call.importName().equals(mock.name())
                && call.function().equals(arguments.function())
                && arguments.match(call.raw());
    }

    private MockFailure failure(String expected, List<Invocation> found) {
        String which = found.isEmpty()
                ? "none"
                : found.size() + ", numbers "
                        + found.stream()
                                .map(each -> String.valueOf(each.number()))
                                .collect(Collectors.joining(", "));
        return new MockFailure("import \"" + mock.name() + "\": expected " + expected + " of " + this + ", found "
                + which + "\n" + mock.log().text());
    }

    String importName() {
        return mock.name();
    }

    /** {@code [method]bucket.get(any, "ada") (ShopTest.java:40)}. */
    @Override
    public String toString() {
        return arguments + " (" + place + ")";
    }
}

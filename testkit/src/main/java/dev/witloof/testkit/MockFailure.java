package dev.witloof.testkit;

/** What was expected of a component's calls did not happen, or something else did. */
public final class MockFailure extends AssertionError {

    private static final long serialVersionUID = 1;

    MockFailure(String message) {
        super(message);
    }
}

package dev.witloof.testkit;

/** Where in a test something was declared. */
final class Places {

    private static final StackWalker WALKER = StackWalker.getInstance();

    private Places() {}

    /** The file and line that called the method which calls this. */
    static String caller() {
        return WALKER.walk(frames -> frames.skip(2).findFirst())
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("an unknown place");
    }
}

package dev.witloof.policy;

import dev.witloof.name.Printable;
import java.util.Set;

/** Where an embedder's code calls a builder. */
public final class Caller {

    private Caller() {}

    /**
     * File and line of the first caller outside the builders: {@code ShopApp.java:31}.
     *
     * @param builders the names of the builders' classes
     */
    public static String outside(Set<String> builders) {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !frame.getClassName().equals(Caller.class.getName())
                                && !builders.contains(frame.getClassName()))
                        .findFirst()
                        .map(Caller::of)
                        .orElse("unknown place"));
    }

    private static String of(StackWalker.StackFrame frame) {
        String file = frame.getFileName();
        String where = file != null ? file : frame.getClassName();
        return Printable.plain(where) + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "");
    }
}

package dev.witloof.link;

import java.util.Set;

/** Where the embedder declared something. */
final class Place {

    private static final Set<String> OWN = Set.of(
            Place.class.getName(),
            Linker.Builder.class.getName(),
            BindingBuilder.class.getName(),
            Composition.Builder.class.getName());

    private Place() {}

    /** File and line of the first caller outside the linker's builders: {@code ShopApp.java:31}. */
    static String ofCaller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !OWN.contains(frame.getClassName()))
                        .findFirst()
                        .map(Place::of)
                        .orElse("unknown place"));
    }

    private static String of(StackWalker.StackFrame frame) {
        String file = frame.getFileName();
        String where = file != null ? file : frame.getClassName();
        return Text.plain(where) + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "");
    }
}

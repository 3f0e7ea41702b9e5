package dev.witloof.link;

/**
 * The steps by which an import finds what serves it, in their order. The first step with an answer decides; two answers on
 * one step are a conflict.
 */
public enum Step {
    /** A binding for this name and this external-id. */
    NAME_AND_EXTERNAL_ID("name and external-id"),
    /** A binding for the name. */
    NAME("name"),
    /** A binding for the external-id. */
    EXTERNAL_ID("external-id"),
    /** Another component of the same composition that exports it. */
    COMPOSITION("composition"),
    /** The embedder's resolver. */
    RESOLVER("resolver"),
    /** The binding for the interface: for unnamed imports, and for named ones only where the embedder asked for that. */
    INTERFACE("interface");

    private final String words;

    Step(String words) {
        this.words = words;
    }

    /** The step as plans and reports spell it. */
    public String words() {
        return words;
    }
}

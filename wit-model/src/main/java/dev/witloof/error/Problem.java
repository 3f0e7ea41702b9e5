package dev.witloof.error;

import java.util.List;
import java.util.Optional;

/**
 * One finding of the linker, as plain data: what a report prints and a program reads.
 *
 * @param kind which kind of problem it is
 * @param importName the name of the import that it is about, as the component has it; empty if it is about none, or several
 * @param subject what it is about, such as {@code import "sessions", implements wasi:keyvalue/store@0.2.0-draft}
 * @param lines the explanation, a line each, without indentation
 * @param candidates the bindings that came close, in the order of their steps
 * @param nearest the unused binding that was probably meant
 * @param place where the fix is to be written, or the binding in question was declared, such as {@code ShopApp.java:31}
 * @param fix what to write to mend it
 */
public record Problem(
        Kind kind,
        Optional<String> importName,
        String subject,
        List<String> lines,
        List<Candidate> candidates,
        Optional<Candidate> nearest,
        Optional<String> place,
        Optional<String> fix) {

    /** Copies the lists. */
    public Problem {
        lines = List.copyOf(lines);
        candidates = List.copyOf(candidates);
    }

    /**
     * A binding that does not serve the import, although it came close.
     *
     * @param binding as it was written, such as {@code bind("cache")} or {@code name: cache}
     * @param place where it was declared, such as {@code ShopApp.java:31} or {@code bindings.yaml:3:12}
     * @param boundTo what would serve, as it describes itself
     * @param reason why it does not, the rest of a sentence that begins with the binding
     */
    public record Candidate(String binding, String place, String boundTo, String reason) {}

    /** The kinds of problem; each has its words in the report. */
    public enum Kind {
        /** An import that nothing serves. */
        UNBOUND("unbound"),
        /** A binding whose functions or types differ from what the component needs. */
        TYPE_MISMATCH("type mismatch"),
        /** Two bindings that answer on one step. */
        CONFLICT("conflict"),
        /** A binding that no import takes. */
        UNUSED_BINDING("unused binding"),
        /** The interface is bound, but in a version that does not match. */
        VERSION("version"),
        /** One resource that would have to be served by two bindings. */
        SPLIT_RESOURCE("split resource"),
        /** A rule of the policy forbids the binding. */
        DENIED("denied by policy"),
        /** A wrapper that cannot stand around the functions of its binding. */
        UNFIT_WRAPPER("unfit wrapper"),
        /** The component is valid and uses something that cannot run here. */
        UNSUPPORTED_FEATURE("unsupported feature"),
        /** A backend could not be opened. */
        FAILED_TO_START("backend failed to start"),
        /** Members of a composition that serve each other in a circle. */
        CYCLE("cycle"),
        /** A limit that cannot be kept, or that the component exceeds before it runs. */
        LIMIT("limit"),
        /** An export was chosen that the component does not have. */
        NO_SUCH_EXPORT("no such export");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The kind as the report spells it. */
        public String words() {
            return words;
        }
    }
}

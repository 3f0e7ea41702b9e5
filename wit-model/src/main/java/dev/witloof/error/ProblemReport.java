package dev.witloof.error;

import java.util.List;

/** What the linker found wrong with one component: as text for people, as data and JSON for programs. */
public interface ProblemReport {

    /** The component's name, such as {@code shop.wasm}. */
    String component();

    /** The digest of the component's bytes, 64 hexadecimal digits. */
    String sha256();

    /** Every problem, in the order of the text; never empty. */
    List<Problem> problems();

    /**
     * The whole report, without a line break at its end.
     *
     * @param colours whether it has the control sequences by which terminals show colours; whoever prints it knows whether
     *     there is one
     */
    String text(boolean colours);

    /**
     * The report as JSON, one object without white space:
     *
     * <pre>{@code
     * {"component": {"name": string, "sha256": string of 64 hexadecimal digits},
     *  "phase": "link" | "start", what could not be done,
     *  "problems": [{"kind": string, the words of a Problem.Kind, such as "type mismatch",
     *                "import": string, the import's name, if the problem is about one,
     *                "subject": string, what it is about, as the text has it,
     *                "lines": [string], the explanation,
     *                "candidates": [CANDIDATE], the bindings that came close, in the order of their steps,
     *                "nearest": CANDIDATE, the unused binding that was probably meant, if there is one,
     *                "declaredAt": string, the place where the fix is to be written, or of the binding in question, if known,
     *                "fix": string, what to write, if that is known}]}
     * CANDIDATE is
     * {"binding": string, as it was written, such as "bind(\"cache\")" or "name: cache",
     *  "declaredAt": string, such as "ShopApp.java:31" or "bindings.yaml:3:12",
     *  "boundTo": string, what would serve, as it describes itself,
     *  "reason": string, why it does not}
     * }</pre>
     *
     * Later versions may add members.
     */
    String toJson();
}

package dev.witloof.wrapper;

import dev.witloof.name.ImportRef;
import dev.witloof.name.Printable;
import java.util.List;
import java.util.Optional;

/**
 * A call as it was made, in text.
 *
 * @param importRef the import
 * @param function the function, such as {@code [method]bucket.get}, or {@code [resource-drop]bucket}
 * @param args the arguments as WAVE, a handle as {@code <handle 1>}: the number of the object behind it, counted from 1 in the
 *     order in which one instance's import first sees them
 * @param result the result likewise; empty where there is none
 * @param thrown the class of the exception that ended the call instead; empty where none did
 */
public record RecordedCall(
        ImportRef importRef, String function, List<String> args, Optional<String> result, Optional<String> thrown) {

    /** Copies the list. */
    public RecordedCall {
        args = List.copyOf(args);
    }

    /** One line: {@code "cache" [method]bucket.get(<handle 1>, "ada") -> ok(some([1, 2]))}. */
    @Override
    public String toString() {
        String name = Printable.quoted(importRef.name());
        return name + (function.equals(importRef.name()) ? "" : " " + function)
                + "(" + String.join(", ", args) + ")"
                + result.map(text -> " -> " + text).orElse("")
                + thrown.map(type -> " threw " + type).orElse("");
    }
}

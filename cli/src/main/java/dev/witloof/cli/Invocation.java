package dev.witloof.cli;

import dev.witloof.host.WitText;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentFunction;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.name.Printable;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.value.Wave;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call as it is written: {@code login("ada", [1, 2])}, or {@code admin#pending()} where the name alone does not tell which
 * function is meant.
 *
 * @param export the exported instance that has the function; empty for the component itself
 * @param function the function's name
 * @param type its type
 * @param arguments a value for each parameter
 */
record Invocation(String export, String function, FuncType type, Object[] arguments) {

    /** An exported function. */
    private record Candidate(String export, String function, FuncType type, WitText text) {

        /** As it can be written where other exports have a function of the same name. */
        String inFull() {
            return export + "#" + function;
        }

        /** As it is written otherwise. */
        String name() {
            return export.isEmpty() ? function : inFull();
        }
    }

    /**
     * Reads a call.
     *
     * @throws Failure if the text is none, or the component has no such function, or several, or the arguments do not fit
     */
    static Invocation parse(String text, Component component) {
        int parenthesis = text.indexOf('(');
        String name = parenthesis < 0 ? "" : text.substring(0, parenthesis).strip();
        if (name.isEmpty()) {
            throw new Failure(
                    status -> ExitStatus.USAGE,
                    "--invoke: expected a call such as 'login(\"ada\", [1, 2])', found " + Printable.quoted(text),
                    null);
        }
        Candidate one = choose(name, candidates(component), component);
        try {
            Object[] arguments =
                    Wave.parseArguments(text, parenthesis, one.type().params());
            return new Invocation(one.export(), one.function(), one.type(), arguments);
        } catch (IllegalArgumentException e) {
            throw Failure.badInput(
                    "--invoke: " + e.getMessage() + "; " + one.function() + ": "
                            + one.text().func(one.type()),
                    e);
        }
    }

    private static Candidate choose(String name, List<Candidate> all, Component component) {
        List<Candidate> found = all.stream()
                .filter(each -> each.inFull().equals(name) || each.function().equals(name))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        String expected = found.isEmpty()
                ? "a function among " + names(all, Candidate::name)
                : "one of " + names(found, Candidate::inFull);
        throw Failure.badInput(
                "--invoke: " + Printable.plain(component.name()) + ": expected "
                        + (all.isEmpty() ? "a component that exports functions" : expected)
                        + ", found " + Printable.quoted(name),
                null);
    }

    private static String names(List<Candidate> candidates, Function<Candidate, String> name) {
        return candidates.stream().map(name).collect(Collectors.joining(", "));
    }

    private static List<Candidate> candidates(Component component) {
        List<Candidate> all = new ArrayList<>();
        for (ExternDecl export : component.type().exports()) {
            if (export.type() instanceof FuncType type) {
                all.add(new Candidate("", export.name(), type, WitText.PLAIN));
            } else if (export.type() instanceof InstanceType instance) {
                for (ExternDecl inner : instance.exports()) {
                    if (inner.type() instanceof FuncType type) {
                        all.add(new Candidate(export.name(), inner.name(), type, WitText.of(instance)));
                    }
                }
            }
        }
        return all;
    }

    /** Calls the function; {@code null} is what one without a result returns. */
    @Nullable
    Object call(ComponentInstance instance) {
        ComponentFunction exported = export.isEmpty()
                ? instance.function(function)
                : instance.instance(export).function(function);
        return exported.call(arguments);
    }
}

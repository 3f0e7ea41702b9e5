package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.name.ImportRef;
import dev.witloof.policy.PolicyDecision;
import dev.witloof.policy.PolicyRule;
import dev.witloof.policy.Verdict;
import java.util.List;
import java.util.Optional;

/** How a policy's refusal is worded. */
final class Denied {

    private Denied() {}

    /** By what something is denied: {@code the rule deny: {name: "cache"} (ShopApp.java:31)}. */
    static String why(Verdict verdict) {
        String place = verdict.place().map(at -> " (" + at + ")").orElse("");
        return verdict.rule().map(rule -> "the rule " + rule).orElse("default, for no rule allows it") + place;
    }

    /** The problem of an import of which nothing is allowed, or of which it is not known what is; empty if it has none. */
    static Optional<Finding> finding(Planned plan, PolicyDecision decision) {
        Need need = plan.need();
        if (decision.unclear().isPresent()) {
            PolicyRule rule = decision.unclear().get();
            String line = "the rule " + rule + " (" + rule.place()
                    + ") is about functions that write, and it is not known which of "
                    + need.ref().interfaceName().map(Object::toString).orElse(need.name()) + " do";
            String functions = need.functions().isEmpty()
                    ? Text.quoted("…")
                    : Text.quoted(need.functions().get(0)) + ", …";
            return Optional.of(finding(
                    plan,
                    List.of(need.needs(), line),
                    Optional.of(rule.place()),
                    rule.isInFile() ? "functions: [" + functions + "]" : ".functions(" + functions + ")"));
        }
        if (!decision.isDenied()) {
            return Optional.empty();
        }
        Verdict verdict = decision.rest();
        return Optional.of(finding(
                plan,
                List.of(need.needs(), "denied by " + why(verdict)),
                verdict.place(),
                allow(need.ref(), verdict.inFile()) + (verdict.rule().isPresent() ? " before it" : "")));
    }

    private static Finding finding(Planned plan, List<String> lines, Optional<String> place, String fix) {
        return new Finding(Problem.Kind.DENIED, plan.subject(), lines, place, Optional.of(fix)).of(plan.need());
    }

    private static String allow(ImportRef ref, boolean inFile) {
        String quoted = Text.quoted(ref.name());
        if (inFile) {
            return "- {allow: {" + (ref.isNamed() ? "name: " : "interface: ") + quoted + "}}";
        }
        return ".allow(r -> r." + (ref.isNamed() ? "name(" : "interfaceName(") + quoted + "))";
    }
}

package dev.witloof.link;

import dev.witloof.policy.Audit;
import dev.witloof.policy.LinkPolicy;
import dev.witloof.policy.PolicyDecision;
import dev.witloof.policy.PolicySubject;
import java.util.List;

/**
 * The policies, each of which must allow what a component is to reach, and who is told what they decide.
 *
 * @param policies at least one
 * @param audit who is told
 */
record Enforcement(List<LinkPolicy> policies, Audit audit) {

    Enforcement {
        policies = List.copyOf(policies);
    }

    /** What of it goes into the digest of the configuration: the policies, in order, as to what they say. */
    List<String> declared() {
        return policies.stream()
                .filter(policy -> policy != LinkPolicy.allowingAll())
                .map(LinkPolicy::toString)
                .toList();
    }

    /** Decides about an import and what serves it, and tells the audit. */
    Around.Guard guard(Needs needs, Need need, String boundTo) {
        PolicySubject subject = needs.members().stream()
                .filter(member -> need.member().filter(member.name()::equals).isPresent())
                .findFirst()
                .map(member ->
                        new PolicySubject(member.component(), member.sha256(), need.ref(), need.member(), boundTo))
                .orElseGet(() -> new PolicySubject(needs.name(), needs.sha256(), need.ref(), need.member(), boundTo));
        List<String> functions = List.copyOf(need.functionTypes().keySet());
        PolicyDecision decision = policies.stream()
                .map(policy -> policy.decide(subject, functions))
                .reduce(PolicyDecision::and)
                .orElseThrow();
        audit.planned(subject, decision);
        return new Around.Guard(subject, decision, audit);
    }
}

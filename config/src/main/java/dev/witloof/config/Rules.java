package dev.witloof.config;

import dev.witloof.policy.LinkPolicy;
import dev.witloof.policy.PolicyRule;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads {@code policy}. */
final class Rules {

    private final Problems problems;
    private final LinkPolicy.Builder policy = LinkPolicy.builder();
    private Optional<Node.Scalar> otherwise = Optional.empty();

    private Rules(Problems problems) {
        this.problems = problems;
    }

    /** The rules of a list that was checked. */
    static Optional<Declared> read(Node node, Problems problems) {
        int before = problems.count();
        Rules rules = new Rules(problems);
        Fields.rows(Optional.of(node), problems).forEach(rules::rule);
        if (problems.count() > before) {
            return Optional.empty();
        }
        LinkPolicy policy = rules.policy.build();
        return Optional.of(linker -> linker.policy(policy));
    }

    private void rule(Fields fields) {
        String place = problems.place(fields.mapping());
        fields.fields("allow").ifPresent(about -> policy.allow(rule -> about(about, rule.declaredAt(place))));
        fields.fields("deny").ifPresent(about -> policy.deny(rule -> about(about, rule.declaredAt(place))));
        fields.scalar("default").ifPresent(this::byDefault);
    }

    private void byDefault(Node.Scalar verdict) {
        if (otherwise.isPresent()) {
            problems.at(
                    verdict, "expected one default, found another; the first is at " + problems.place(otherwise.get()));
        }
        otherwise = Optional.of(verdict);
        if (verdict.text().equals("deny")) {
            policy.defaultDeny(problems.place(verdict));
        }
    }

    private static void about(Fields fields, PolicyRule.Builder rule) {
        each(fields, "component", rule::component);
        each(fields, "name", rule::name);
        each(fields, "externalId", rule::externalId);
        each(fields, "interface", rule::interfaceName);
        each(fields, "backend", rule::backend);
        boolean writes = fields.text("functions").filter(Format.WRITES::equals).isPresent();
        if (writes) {
            rule.writes();
        } else {
            each(fields, "functions", rule::functions);
        }
        if (fields.text("audited").filter(text -> text.equalsIgnoreCase("true")).isPresent()) {
            rule.audited();
        }
    }

    private static void each(Fields fields, String key, BiConsumer<String, String[]> part) {
        List<String> texts = fields.scalars(key).stream().map(Node.Scalar::text).toList();
        if (!texts.isEmpty()) {
            part.accept(texts.get(0), texts.subList(1, texts.size()).toArray(String[]::new));
        }
    }
}

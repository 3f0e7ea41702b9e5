package dev.witloof.link;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a plan says of each import, in the order of table and JSON. A column with nothing in it is left out of the table, a
 * member without a value out of the JSON, so a new one changes nothing where there is nothing to say.
 *
 * @param head what it is called in texts; empty where another column's text holds it
 * @param inTable whether the table has it
 * @param member its name in the JSON; empty where that has a list instead
 * @param value what it is of an import, as it is
 * @param shown the same, safe to print
 */
record Column(
        String head,
        boolean inTable,
        String member,
        Function<BoundImport, Optional<String>> value,
        Function<BoundImport, Optional<String>> shown) {

    /** The member of a composition whose import it is. */
    static final Column MEMBER = same("member", true, "member", BoundImport::member);

    /** The import's name, which tells it from the others of its component. */
    static final Column NAME = new Column(
            "import",
            true,
            "name",
            binding -> Optional.of(binding.importRef().name()),
            binding -> Optional.of(Text.plain(binding.importRef().name())));

    /** The functions that are denied, which the table has beneath the import: a column would be as wide as the longest. */
    static final Column DENIED = same(
            "denied",
            false,
            "",
            binding -> listed(binding.denied().stream()
                    .map(BoundImport.DeniedFunction::toString)
                    .toList()));

    /** All of them. */
    static final List<Column> ALL = List.of(
            MEMBER,
            NAME,
            same(
                    "kind",
                    false,
                    "kind",
                    binding -> Optional.of(binding.importRef().kind())),
            same(
                    "implements",
                    true,
                    "implements",
                    binding -> binding.importRef().implementsName().map(Object::toString)),
            new Column(
                    "external-id",
                    true,
                    "externalId",
                    binding -> binding.importRef().externalId(),
                    binding -> binding.importRef().externalId().map(Text::quoted)),
            same("bound to", true, "boundTo", binding -> Optional.of(binding.boundTo())),
            same("as", true, "as", binding -> binding.interfaceName().map(Object::toString)),
            new Column(
                    "by",
                    true,
                    "step",
                    binding -> binding.step().map(Step::words),
                    binding -> binding.step()
                            .map(step -> step.words()
                                    + binding.reason().map(why -> ": " + why).orElse(""))),
            same("declared at", true, "declaredAt", BoundImport::declaredAt),
            same("wrapped in", true, "", binding -> listed(binding.wrappers())),
            DENIED,
            same("", false, "reason", BoundImport::reason));

    private static Column same(
            String head, boolean inTable, String member, Function<BoundImport, Optional<String>> value) {
        return new Column(head, inTable, member, value, value);
    }

    private static Optional<String> listed(List<String> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", texts));
    }

    /** Writes what there is to say of an import, as an object. */
    static void write(BoundImport binding, JsonWriter json) {
        json.open('{');
        ALL.stream()
                .filter(column -> !column.member.isEmpty())
                .forEach(column -> json.member(column.member, column.value.apply(binding)));
        if (!binding.wrappers().isEmpty()) {
            json.name("wrappers").open('[');
            binding.wrappers().forEach(json::value);
            json.close(']');
        }
        if (!binding.denied().isEmpty()) {
            json.name("denied").open('[');
            binding.denied()
                    .forEach(denied -> json.open('{')
                            .member("function", denied.function())
                            .member("declaredAt", denied.declaredAt())
                            .close('}'));
            json.close(']');
        }
        json.close('}');
    }

    /** Those of the table. */
    static List<Column> ofTable() {
        return ALL.stream().filter(Column::inTable).toList();
    }
}

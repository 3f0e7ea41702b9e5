package dev.witloof.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A plan as a table: a line for each import, columns as wide as they must be, empty columns left out. */
final class PlanTable {

    private static final List<String> HEADS =
            List.of("member", "import", "implements", "external-id", "bound to", "by", "declared at");

    private PlanTable() {}

    static String print(Needs needs, List<BoundImport> bindings) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADS);
        bindings.forEach(binding -> rows.add(row(binding)));
        int[] widths = new int[HEADS.size()];
        for (int column = 0; column < widths.length; column++) {
            int c = column;
            boolean empty = rows.stream().skip(1).allMatch(row -> row.get(c).isEmpty());
            widths[c] = empty
                    ? 0
                    : rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0);
        }
        StringBuilder out = new StringBuilder(needs.title())
                .append(": ")
                .append(Text.count(bindings.size(), "import"))
                .append(needs.memberLines());
        if (bindings.isEmpty()) {
            return out.toString();
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                if (widths[c] > 0) {
                    String cell = row.get(c).isEmpty() ? "-" : row.get(c);
                    char[] padding = new char[widths[c] - Math.min(widths[c], cell.length())];
                    Arrays.fill(padding, ' ');
                    line.append("  ").append(cell).append(padding);
                }
            }
            out.append('\n').append(line.toString().stripTrailing());
        }
        return out.toString();
    }

    private static List<String> row(BoundImport binding) {
        return List.of(
                binding.member().orElse(""),
                Text.plain(binding.importRef().name()),
                binding.importRef().implementsName().map(Object::toString).orElse(""),
                binding.importRef().externalId().map(Text::quoted).orElse(""),
                binding.boundTo(),
                binding.step().map(Step::words).orElse("")
                        + binding.reason().map(why -> ": " + why).orElse(""),
                binding.declaredAt().orElse(""));
    }
}

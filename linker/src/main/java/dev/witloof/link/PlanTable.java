package dev.witloof.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A plan as a table: a line for each import, columns as wide as they must be, empty columns left out; what is denied stands beneath. */
final class PlanTable {

    private PlanTable() {}

    static String print(Needs needs, List<BoundImport> bindings) {
        List<List<String>> rows = new ArrayList<>();
        List<Column> columns = Column.ofTable();
        rows.add(columns.stream().map(Column::head).toList());
        for (BoundImport binding : bindings) {
            rows.add(columns.stream()
                    .map(column -> column.shown().apply(binding).orElse(""))
                    .toList());
        }
        int[] widths = new int[columns.size()];
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
        for (int r = 0; r < rows.size(); r++) {
            List<String> row = rows.get(r);
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
            if (r > 0) {
                Column.DENIED
                        .shown()
                        .apply(bindings.get(r - 1))
                        .ifPresent(denied -> out.append("\n    ")
                                .append(Column.DENIED.head())
                                .append(": ")
                                .append(denied));
            }
        }
        return out.toString();
    }
}

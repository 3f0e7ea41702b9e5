package dev.witloof.cli;

import dev.witloof.cli.Outline.Item;
import dev.witloof.cli.Outline.Line;
import dev.witloof.name.Printable;
import java.util.List;

/** An outline for people: a line for each import and export, and below it what is in it, in WIT's syntax. */
final class OutlineText {

    private final StringBuilder out = new StringBuilder();

    OutlineText title(String title) {
        out.append(title).append('\n');
        return this;
    }

    OutlineText add(Outline outline) {
        list("import ", outline.imports());
        list("export ", outline.exports());
        return this;
    }

    OutlineText list(String word, List<Item> items) {
        if (!items.isEmpty()) {
            out.append('\n');
        }
        items.forEach(item -> add(word, item));
        return this;
    }

    private void add(String word, Item item) {
        out.append(word).append(item.name());
        item.implementsName().ifPresent(name -> out.append(": ").append(name));
        item.type().ifPresent(type -> out.append(": ").append(type));
        item.externalId().ifPresent(id -> out.append(", external-id ").append(Printable.quoted(id)));
        out.append('\n');
        for (Line type : item.types()) {
            out.append("  ").append(type.text()).append('\n');
        }
        for (Line function : item.functions()) {
            out.append("  ")
                    .append(function.name())
                    .append(": ")
                    .append(function.text())
                    .append('\n');
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

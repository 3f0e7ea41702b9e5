package dev.witloof.cli;

import java.util.List;
import java.util.Optional;

/**
 * What something imports and exports, ready to be printed.
 *
 * @param imports in the order of the component or the world
 * @param exports likewise
 */
record Outline(List<Item> imports, List<Item> exports) {

    /**
     * One import, export or interface.
     *
     * @param name its name as a component has it
     * @param kind what it is, as the text format writes it
     * @param implementsName the interface behind a plain name
     * @param externalId the string by which the host may know it
     * @param type the type in WIT's syntax, of what is no instance
     * @param types the types of an instance
     * @param functions the functions of an instance
     */
    record Item(
            String name,
            String kind,
            Optional<String> implementsName,
            Optional<String> externalId,
            Optional<String> type,
            List<Line> types,
            List<Line> functions) {}

    /**
     * A type or a function.
     *
     * @param name its name as a component has it, such as {@code [method]bucket.get}
     * @param text its definition in WIT's syntax; of a function, its type
     */
    record Line(String name, String text) {}
}

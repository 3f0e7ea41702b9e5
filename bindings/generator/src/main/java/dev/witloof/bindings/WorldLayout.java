package dev.witloof.bindings;

import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitWorld;
import dev.witloof.wit.WorldItem;
import java.util.List;
import java.util.Map;

/**
 * What is written for a world, in order.
 *
 * @param world the world
 * @param types its own types; it may have none
 * @param imports what Java may bind: interfaces that have something to call, and functions
 * @param exports the interfaces that it exports
 * @param functions the functions that it exports itself
 * @param inline the layouts of inline interfaces
 */
record WorldLayout(
        WitWorld world,
        Layout types,
        List<WorldItem> imports,
        List<WorldItem.OfInterface> exports,
        List<WitFunction> functions,
        Map<WorldItem.OfInterface, Layout> inline) {}

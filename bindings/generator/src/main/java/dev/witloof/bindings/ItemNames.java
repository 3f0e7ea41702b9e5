package dev.witloof.bindings;

import dev.witloof.host.JavaNames;
import dev.witloof.name.InterfaceName;
import dev.witloof.wit.WorldItem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a world's imports or exports are called in Java. What has a name of its own keeps it: {@code sessions}. Of an unnamed one it
 * is the interface's, before it that of its package unless this is the world's own: {@code configStore} for
 * {@code wasi:config/store}. If two would meet because the world has the interface in several versions, each has its version too.
 */
final class ItemNames {

    private ItemNames() {}

    static Map<WorldItem, String> of(List<? extends WorldItem> items, InterfaceName world) {
        Map<String, Integer> uses = new HashMap<>();
        items.forEach(item -> uses.merge(name(item, world, false), 1, Integer::sum));
        Map<WorldItem, String> names = new LinkedHashMap<>();
        for (WorldItem item : items) {
            names.put(item, name(item, world, uses.get(name(item, world, false)) > 1));
        }
        return names;
    }

    private static String name(WorldItem item, InterfaceName world, boolean withVersion) {
        if (item.isPlain()) {
            return JavaNames.member(item.key());
        }
        InterfaceName name = InterfaceName.parse(item.key());
        String label = String.join("-", name.projections());
        String full = name.packageName().equals(world.packageName()) ? label : name.pkg() + "-" + label;
        return JavaNames.member(full)
                + (withVersion
                        ? name.version()
                                .map(version -> "V" + version.text().replaceAll("[^0-9A-Za-z]", "_"))
                                .orElse("")
                        : "");
    }
}

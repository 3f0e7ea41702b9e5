package dev.witloof.host;

import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Java interfaces that have served imports of one component: each is compared and prepared once, however often the
 * component is planned. Any number of threads may use it.
 */
public final class ImportedInterfaces {

    /** Kept with the users' classes and not here, so that neither keeps the other from going. */
    private final ClassValue<Map<String, ImportedInterface>> served = new ByImport();

    /** None yet. */
    public ImportedInterfaces() {}

    private static final class ByImport extends ClassValue<Map<String, ImportedInterface>> {
        @Override
        protected Map<String, ImportedInterface> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    }

    /**
     * A Java interface for an instance that the component imports.
     *
     * @param name the import's name
     */
    public ImportedInterface of(Class<?> type, String name, InstanceType need, AdapterKind kind) {
        return served.get(type).computeIfAbsent(kind + " " + name, key -> ImportedInterface.of(type, need, kind));
    }

    /**
     * A Java interface for a function that the component imports by itself.
     *
     * @param name the import's name
     */
    public ImportedInterface ofFunction(Class<?> type, String name, FuncType need, AdapterKind kind) {
        return served.get(type)
                .computeIfAbsent(kind + " " + name, key -> ImportedInterface.ofFunction(type, name, need, kind));
    }
}

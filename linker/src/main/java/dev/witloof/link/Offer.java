package dev.witloof.link;

import dev.witloof.name.InterfaceName;
import dev.witloof.type.FuncType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One interface that a backend can be, known without opening anything: what it is called, with its version, and the type
 * of each of its functions. Resource types in the functions' types are told apart by name.
 *
 * @param interfaceName the interface
 * @param functions the functions by name, such as {@code [method]bucket.get}
 */
public record Offer(InterfaceName interfaceName, Map<String, FuncType> functions) {

    /** Copies the functions and keeps their order. */
    public Offer {
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    }

    /**
     * An offer of the interface of this name.
     *
     * @throws dev.witloof.error.InvalidException if the name is not an interface's
     */
    public static Offer of(String interfaceName, Map<String, FuncType> functions) {
        return new Offer(InterfaceName.parse(interfaceName), functions);
    }
}

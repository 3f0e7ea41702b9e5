package dev.witloof.host;

import dev.witloof.error.InvalidException;
import dev.witloof.name.InterfaceName;
import java.util.Optional;

/** The WIT interfaces for which Java interfaces say they stand. */
public final class InterfaceNames {

    private InterfaceNames() {}

    /**
     * What {@link WitInterface} says; empty where a Java interface has none.
     *
     * @throws IllegalArgumentException if it says what is no interface name
     */
    public static Optional<InterfaceName> of(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(WitInterface.class)).map(each -> {
            try {
                return InterfaceName.parse(each.value());
            } catch (InvalidException e) {
                throw new IllegalArgumentException("@WitInterface of " + type.getName() + ": " + e.getMessage(), e);
            }
        });
    }

    /**
     * Refuses an interface that says it stands for another one than is exported.
     *
     * @param where what messages call the export
     * @param given what the export is; empty where it does not say
     */
    public static void check(String where, Class<?> type, Optional<InterfaceName> given) {
        Optional<InterfaceName> wanted = of(type);
        if (wanted.isPresent() && given.isPresent() && !wanted.get().matches(given.get())) {
            throw new IllegalArgumentException(where + " cannot be " + type.getName() + ": expected " + wanted.get()
                    + ", for which that stands, found " + given.get());
        }
    }
}

package dev.witloof.host;

import dev.witloof.error.TrapException;
import dev.witloof.state.RuntimeResourceType;
import dev.witloof.value.ResourceValue;
import java.util.function.Function;

/** The adapters over handles to the resources of an instance, kept with the resource's type. */
public final class GuestResources {

    private GuestResources() {}

    /**
     * Makes the adapters of a resource type known.
     *
     * @param type the Java type that the resource has
     * @param adapters makes one over a handle
     */
    public static void register(RuntimeResourceType resource, Class<?> type, Function<ResourceValue, Object> adapters) {
        resource.attach(type, adapters);
    }

    @SuppressWarnings("unchecked") // only register attaches under the name of a user's type
    static Object adapter(RuntimeResourceType resource, Class<?> type, ResourceValue handle) {
        Function<ResourceValue, Object> adapters = (Function<ResourceValue, Object>) resource.attached(type);
        if (adapters == null) {
            throw new TrapException(
                    resource.name() + ": expected a resource of Java or of the instance whose export was"
                            + " taken as a Java interface, found one of another guest");
        }
        return adapters.apply(handle);
    }

    /**
     * Drops the handle of an adapter: what its {@code close()} does. Nothing happens if it is dropped already, or its
     * instance has ended.
     */
    public static void drop(GuestResource adapter) {
        adapter.witloofHandle().close();
    }
}

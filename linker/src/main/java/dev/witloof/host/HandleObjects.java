package dev.witloof.host;

import dev.witloof.abi.HandleForm;
import dev.witloof.abi.UnfitValueException;
import dev.witloof.error.TrapException;
import dev.witloof.state.RuntimeResourceType;
import dev.witloof.value.ResourceValue;
import org.jspecify.annotations.Nullable;

/**
 * Handles as objects of a Java type: of a resource of the host the object itself, of a guest's an adapter over the handle.
 *
 * @param type the Java type
 */
record HandleObjects(Class<?> type) implements HandleForm {

    @Override
    public Object lift(RuntimeResourceType resource, Object inside) {
        Object object =
                inside instanceof ResourceValue handle ? GuestResources.adapter(resource, type, handle) : inside;
        if (!type.isInstance(object)) {
            throw new TrapException(resource.name() + ": expected " + JavaType.name(type) + ", found "
                    + UnfitValueException.describe(object));
        }
        return object;
    }

    @Override
    public @Nullable Object lower(RuntimeResourceType resource, @Nullable Object value) {
        if (value instanceof GuestResource guest) {
            return guest.witloofHandle();
        }
        if (value == null || !resource.isHost() || !type.isInstance(value)) {
            throw UnfitValueException.found(resource.name(), value);
        }
        return value;
    }
}

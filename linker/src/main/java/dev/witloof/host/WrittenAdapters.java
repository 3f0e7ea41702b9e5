package dev.witloof.host;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/** Finds adapters that were written at build time. */
final class WrittenAdapters {

    private WrittenAdapters() {}

    /**
     * Those of an interface, if there are any.
     *
     * @throws IllegalStateException if what has their name are no adapters of it
     */
    static Optional<Adapters> of(InterfaceShape shape) {
        Class<?> type = shape.type();
        String name = name(type);
        Object made;
        try {
            made = Class.forName(name, true, type.getClassLoader())
                    .getConstructor()
                    .newInstance();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(name + ": its constructor threw " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    name + ": expected a public class with a public constructor without parameters, found " + e, e);
        }
        if (!(made instanceof Adapters adapters) || adapters.type() != type) {
            throw new IllegalStateException(
                    name + ": expected the adapters of " + type.getName() + ", found something else");
        }
        if (!adapters.functions().containsAll(shape.names())) {
            throw new IllegalStateException(name + ": expected adapters for " + String.join(", ", shape.names())
                    + ", found them for " + String.join(", ", adapters.functions()) + "; generate them again");
        }
        return Optional.of(adapters);
    }

    /** {@code acme.kv.Store_BucketAdapters} for {@code acme.kv.Store.Bucket}. */
    static String name(Class<?> type) {
        return type.getName().replace('$', '_') + "Adapters";
    }
}

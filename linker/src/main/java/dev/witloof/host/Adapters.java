package dev.witloof.host;

import dev.witloof.value.ResourceValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between one Java interface and a WIT interface, or a resource of one, in both directions. Usually it is made
 * when planning; where classes may not be made at run time, one serves that the generator wrote at build time: a public class
 * with a public constructor without parameters, in the package of the interface, called like the interface with
 * {@code Adapters} behind it; of a nested interface by its binary name with {@code _} for {@code $}: {@code StoreAdapters} and
 * {@code Store_BucketAdapters}.
 *
 * <p>What is written against this class is compiled into users' code, so it changes with the major version only.
 */
public abstract class Adapters {

    /** For adapters that are written. */
    protected Adapters() {}

    /** The Java interface. */
    public abstract Class<?> type();

    /**
     * The functions in WIT that the interface has, by the names that they have there, such as {@code open} or
     * {@code [method]bucket.get}. The place in this list is the number of a function.
     */
    public abstract List<String> functions();

    /**
     * The names in WIT of the exported instances that the interface gives access to, where it stands for the exports of a
     * world: a method without parameters that returns another interface.
     */
    public List<String> instances() {
        return List.of();
    }

    /**
     * The guest calls Java.
     *
     * @param function the number of the function
     * @param implementation what the interface is implemented by; a method of a resource is called on its own first
     *     parameter instead
     * @param in gives the parameters and takes the result
     * @param flat what {@code in} needs for this call
     * @return what {@code in} gave for the result, or for the error
     */
    public abstract long[] call(int function, Object implementation, IncomingCall in, long[] flat);

    /**
     * An object of the interface that calls the guest.
     *
     * @param functions the guest's, by their numbers
     * @param instances adapters of the exported instances, by their places in {@link #instances}
     * @param handle where the interface stands for a resource, the handle that the object is for; it must then be a
     *     {@link GuestResource} as well, and {@code close()} must drop the handle
     */
    public abstract Object export(ExportedFunction[] functions, Object[] instances, @Nullable ResourceValue handle);
}

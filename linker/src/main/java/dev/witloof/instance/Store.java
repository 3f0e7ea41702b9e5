package dev.witloof.instance;

import dev.witloof.error.TrapException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.host.AdapterKind;
import dev.witloof.state.HandleTable;
import dev.witloof.state.InstanceState;
import dev.witloof.value.ResourceValue;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Instances that can reach each other, and the one thread that may be inside them. A second thread that enters is told
 * so by an {@link IllegalStateException}; nothing is ever run by two threads at once.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#embedding">CanonicalABI: embedding</a>
 */
public final class Store {

    private static final VarHandle OWNER;

    static {
        try {
            OWNER = MethodHandles.lookup().findVarHandle(Store.class, "owner", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final List<InstanceState> states = new ArrayList<>();

    @SuppressWarnings("unused") // by OWNER
    private volatile @Nullable Thread owner;

    private boolean closed;
    private final boolean copiesBetweenGuests;
    private final AdapterKind adapters;

    /** An empty store. */
    public Store() {
        this(true);
    }

    /**
     * An empty store.
     *
     * @param adapters how Java interfaces over the exports of its instances come about
     */
    public Store(AdapterKind adapters) {
        this(true, adapters);
    }

    /** A store in which guests' values may all have to become Java values, which makes no difference but to speed. */
    Store(boolean copiesBetweenGuests) {
        this(copiesBetweenGuests, AdapterKind.HIDDEN_CLASSES);
    }

    private Store(boolean copiesBetweenGuests, AdapterKind adapters) {
        this.copiesBetweenGuests = copiesBetweenGuests;
        this.adapters = adapters;
    }

    AdapterKind adapters() {
        return adapters;
    }

    /** Drops a handle that Java holds; after the end of the instances there is nothing to drop. */
    void drop(ResourceValue handle) {
        if (closed) {
            return;
        }
        boolean outermost = enter();
        try {
            handle.close();
        } finally {
            leave(outermost);
        }
    }

    /** Whether values may go from one instance to another without becoming Java values. */
    boolean copiesBetweenGuests() {
        return copiesBetweenGuests;
    }

    /**
     * Instantiates a component.
     *
     * @param imports what each import is given, by the import's name; the caller has checked that all are there and fit
     * @throws UninstantiableException if the component uses what cannot run, a start function traps or a segment does
     *     not fit
     */
    public ComponentInstance instantiate(Component component, Map<String, ImportValue> imports) {
        if (!component.unsupported().isEmpty()) {
            throw new UninstantiableException(
                    component.name() + ": uses what cannot run here: " + String.join(", ", component.unsupported()),
                    null);
        }
        boolean outermost = enter();
        try {
            Map<String, RuntimeItem> arguments = new ImportArguments(component, imports).items();
            Frame frame = PreparedComponent.instantiate(
                    new ComponentClosure(component.prepared(), null), this, null, arguments);
            return new ComponentInstance(this, component, frame);
        } catch (TrapException e) {
            throw new UninstantiableException(component.name() + ": trap while instantiating: " + e.getMessage(), e);
        } finally {
            leave(outermost);
        }
    }

    InstanceState newState(@Nullable InstanceState parent) {
        InstanceState state = new InstanceState(parent, HandleTable.MAX_LENGTH);
        states.add(state);
        return state;
    }

    /**
     * Lets the current thread in.
     *
     * @return whether it was outside before, so that it must {@linkplain #leave leave}
     * @throws IllegalStateException if another thread is inside, or the store is closed
     */
    boolean enter() {
        Thread current = Thread.currentThread();
        Thread inside = (Thread) OWNER.compareAndExchangeAcquire(this, (Thread) null, current);
        if (inside == null) {
            if (closed) {
                OWNER.setRelease(this, (Thread) null);
                throw new IllegalStateException("the instance is closed");
            }
            return true;
        }
        if (inside != current) {
            throw new IllegalStateException("the instance is in use by thread \"" + inside.getName()
                    + "\": one thread at a time may call it, found thread \"" + current.getName() + "\"");
        }
        return false;
    }

    void leave(boolean outermost) {
        if (outermost) {
            OWNER.setRelease(this, (Thread) null);
        }
    }

    /**
     * Gives back every resource of the host that the instances still own.
     *
     * @return what went wrong while giving back; {@code null} if nothing did
     * @throws IllegalStateException if a call is on the way; nothing is closed then
     */
    @Nullable
    RuntimeException close() {
        Thread current = Thread.currentThread();
        Thread inside = (Thread) OWNER.compareAndExchangeAcquire(this, (Thread) null, current);
        if (inside != null) {
            throw new IllegalStateException(
                    "the instance cannot be closed while a call is on the way in thread \"" + inside.getName() + "\"");
        }
        try {
            if (!closed) {
                closed = true;
                HostResources.giveBack(states);
            }
            return null;
        } catch (RuntimeException failure) {
            return failure;
        } finally {
            OWNER.setRelease(this, (Thread) null);
        }
    }
}

package dev.witloof.instance;

import dev.witloof.core.Allowance;
import dev.witloof.error.LimitException;
import dev.witloof.error.TrapException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.host.AdapterKind;
import dev.witloof.state.Entrance;
import dev.witloof.state.Holdings;
import dev.witloof.state.InstanceState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Instances that can reach each other, and the one thread that may be inside them. A second thread that enters is told
 * so by an {@link IllegalStateException}; nothing is ever run by two threads at once.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#embedding">CanonicalABI: embedding</a>
 */
public final class Store {

    private final StoreLimits limits;
    private final Entrance entrance;
    private final List<InstanceState> states = new ArrayList<>();
    private final Allowance allowance;
    private final Holdings holdings;
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
        this(true, adapters, StoreLimits.NONE);
    }

    /**
     * An empty store.
     *
     * @param adapters how Java interfaces over the exports of its instances come about
     * @param limits what its instances may take up, and how long a call may run
     */
    public Store(AdapterKind adapters, StoreLimits limits) {
        this(true, adapters, limits);
    }

    /** A store in which guests' values may all have to become Java values, which makes no difference but to speed. */
    Store(boolean copiesBetweenGuests) {
        this(copiesBetweenGuests, AdapterKind.HIDDEN_CLASSES, StoreLimits.NONE);
    }

    private Store(boolean copiesBetweenGuests, AdapterKind adapters, StoreLimits limits) {
        this.limits = limits;
        this.entrance = limits.newEntrance();
        this.allowance = new Allowance(limits.limits());
        this.holdings = limits.newHoldings();
        this.copiesBetweenGuests = copiesBetweenGuests;
        this.adapters = adapters;
    }

    AdapterKind adapters() {
        return adapters;
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
     *     not fit, or more is to be made than the {@link Allowance} of the store has
     */
    public ComponentInstance instantiate(Component component, Map<String, ImportValue> imports) {
        return instantiating(component.name(), () -> instantiate(component, imports, Members.NONE, null));
    }

    /**
     * Instantiates a member of a composition, or a component that stands alone.
     *
     * @param members what the others export
     * @param parent what the composition is to its members; {@code null} for none
     */
    ComponentInstance instantiate(
            Component component, Map<String, ImportValue> imports, Members members, @Nullable InstanceState parent) {
        if (!component.unsupported().isEmpty()) {
            throw new UninstantiableException(
                    members.title(component) + ": uses what cannot run here: "
                            + String.join(", ", component.unsupported()),
                    null);
        }
        Map<String, RuntimeItem> arguments = new ImportArguments(component, imports, members).items();
        Frame frame = PreparedComponent.instantiate(
                new ComponentClosure(component.prepared(), null), this, parent, arguments);
        return new ComponentInstance(this, component, frame.exports, members);
    }

    /**
     * Makes an instance with this thread inside.
     *
     * @param name what messages call it
     * @throws UninstantiableException if none comes of it
     */
    ComponentInstance instantiating(String name, Supplier<ComponentInstance> maker) {
        boolean outermost = entrance.enter();
        int before = states.size();
        try {
            return make(name, maker);
        } catch (RuntimeException | Error failure) {
            entrance.endCall(outermost);
            abandon(states.subList(before, states.size()), failure);
            throw failure;
        } finally {
            entrance.leave(outermost);
        }
    }

    StoreLimits limits() {
        return limits;
    }

    private ComponentInstance make(String name, Supplier<ComponentInstance> maker) {
        try {
            return maker.get();
        } catch (LimitException e) {
            throw new UninstantiableException(name + ": " + e.getMessage(), e);
        } catch (TrapException e) {
            throw trapped(name, entrance.ended(e, null));
        } catch (UninstantiableException e) {
            // Its cause may be an interrupt that was made because the time is over.
            if (e.getCause() instanceof TrapException trap) {
                TrapException ended = entrance.ended(trap, null);
                throw ended == trap ? e : trapped(name, ended);
            }
            throw e;
        }
    }

    private static UninstantiableException trapped(String name, TrapException trap) {
        return new UninstantiableException(name + ": trap while instantiating: " + trap.getMessage(), trap);
    }

    /** What was made of an instance that did not come about owns nothing of others any more. */
    private void abandon(List<InstanceState> made, Throwable failure) {
        try {
            Leftovers.giveBack(made, entrance);
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
        made.clear();
    }

    /** What may still be made. */
    Allowance allowance() {
        return allowance;
    }

    InstanceState newState(@Nullable InstanceState parent) {
        InstanceState state = new InstanceState(entrance, parent, holdings);
        states.add(state);
        return state;
    }

    /** Whether the next call would be let in: it is not closed, none is on the way, and no instance has trapped. */
    boolean isUsable() {
        return entrance.isFree() && states.stream().allMatch(state -> state.poisonedBy() == null);
    }

    Entrance entrance() {
        return entrance;
    }

    /**
     * Gives back every resource that the instances still own and others implement, those of the last instance first.
     *
     * @return what went wrong while giving back; {@code null} if nothing did
     * @throws IllegalStateException if a call is on the way; nothing is closed then
     */
    @Nullable
    RuntimeException close() {
        boolean wasOpen = entrance.close();
        try {
            if (wasOpen) {
                List<InstanceState> last = new ArrayList<>(states);
                Collections.reverse(last);
                Leftovers.giveBack(last, entrance);
            }
            return null;
        } catch (RuntimeException failure) {
            return failure;
        } finally {
            entrance.leave(true);
            entrance.retire();
        }
    }
}

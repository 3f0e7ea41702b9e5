package dev.witloof.abi;

import dev.witloof.state.BorrowScope;
import dev.witloof.state.ResourceHandle;
import dev.witloof.state.RuntimeResourceType;
import dev.witloof.value.ResourceValue;
import org.jspecify.annotations.Nullable;

/**
 * Handles to resources of one type. To Java, a resource of the host is the object itself, one of a guest a
 * {@link ResourceValue}.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: lift_own, lift_borrow</a>
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: lower_own, lower_borrow</a>
 */
final class Handles {

    private final int resource;
    private final HandleForm form;

    /** Handles of the resource type at an index of the instance's. */
    Handles(int resource, HandleForm form) {
        this.resource = resource;
        this.form = form;
    }

    Object liftOwn(LiftLowerContext cx, int index) {
        RuntimeResourceType type = cx.resource(resource);
        ResourceHandle handle = cx.instance().handles().removeOwn(index, type);
        return form.lift(type, type.isHost() ? handle.object() : ResourceValue.own(type, handle.rep()));
    }

    Object liftBorrow(LiftLowerContext cx, int index) {
        if (!(cx.borrowScope() instanceof BorrowScope.Subtask subtask)) {
            throw new IllegalStateException("borrow: expected the scope of a call of a lowered function, found none");
        }
        RuntimeResourceType type = cx.resource(resource);
        ResourceHandle handle = cx.instance().handles().get(index, type);
        subtask.addLender(handle);
        return form.lift(type, type.isHost() ? handle.object() : ResourceValue.borrow(type, handle.rep(), subtask));
    }

    int lowerOwn(LiftLowerContext cx, @Nullable Object java) {
        RuntimeResourceType type = cx.resource(resource);
        Object value = form.lower(type, java);
        ResourceHandle handle;
        if (type.isHost()) {
            handle = ResourceHandle.own(type, requireObject(type, value));
        } else {
            ResourceValue given = requireValue(type, value);
            if (!given.isOwn()) {
                throw new UnfitValueException("expected an owned " + type.name() + ", found one that is borrowed");
            }
            handle = ResourceHandle.own(type, cx.give(given));
        }
        return cx.instance().handles().add(handle);
    }

    int lowerBorrow(LiftLowerContext cx, @Nullable Object java) {
        if (!(cx.borrowScope() instanceof BorrowScope.Task task)) {
            throw new IllegalStateException("borrow: expected the scope of a call of a lifted function, found none");
        }
        RuntimeResourceType type = cx.resource(resource);
        Object value = form.lower(type, java);
        ResourceHandle handle;
        if (type.isHost()) {
            handle = ResourceHandle.borrow(type, requireObject(type, value), task);
        } else {
            int rep = requireValue(type, value).lendTo(task);
            if (type.owner() == cx.instance()) {
                return rep;
            }
            handle = ResourceHandle.borrow(type, rep, task);
        }
        return cx.instance().handles().add(handle);
    }

    private static Object requireObject(RuntimeResourceType type, @Nullable Object value) {
        if (value == null) {
            throw UnfitValueException.found(type.name(), null);
        }
        if (value instanceof ResourceValue foreign) {
            throw new UnfitValueException("expected " + type.name() + " of the host, found "
                    + foreign.type().name() + " of a guest");
        }
        return value;
    }

    private static ResourceValue requireValue(RuntimeResourceType type, @Nullable Object value) {
        if (!(value instanceof ResourceValue handle)) {
            throw UnfitValueException.found(type.name(), value);
        }
        if (handle.type() != type) {
            throw new UnfitValueException("expected " + type.name() + ", found "
                    + (handle.type().name().equals(type.name())
                            ? "another type called " + type.name()
                            : handle.type().name()));
        }
        return handle;
    }
}

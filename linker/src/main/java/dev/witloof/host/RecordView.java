package dev.witloof.host;

import dev.witloof.abi.Fields;
import dev.witloof.abi.UnfitValueException;
import dev.witloof.abi.View;
import dev.witloof.error.TrapException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Java record, or a class like one, as a WIT record or tuple.
 *
 * <p>Its fields are read and it is constructed through method handles that box; hidden classes do it without.
 */
final class RecordView extends View {

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final List<Method> accessors;
    private final List<Shape> parts;
    private final List<String> steps;

    /**
     * A view.
     *
     * @param constructor takes all fields, in the order of WIT
     * @param accessors one for each field, likewise
     * @param parts how the fields look
     * @param steps what messages call the fields
     */
    RecordView(
            Class<?> type, Constructor<?> constructor, List<Method> accessors, List<Shape> parts, List<String> steps) {
        this.type = type;
        this.constructor = constructor;
        this.accessors = List.copyOf(accessors);
        this.parts = List.copyOf(parts);
        this.steps = List.copyOf(steps);
    }

    Class<?> type() {
        return type;
    }

    Constructor<?> constructor() {
        return constructor;
    }

    List<Method> accessors() {
        return accessors;
    }

    List<Shape> parts() {
        return parts;
    }

    @Override
    public View part(int place) {
        return parts.get(place).view();
    }

    @Override
    protected Fields record(List<String> names) {
        return new Boxing();
    }

    @Override
    protected Fields tuple(int size) {
        return new Boxing();
    }

    /** The trap of a record whose constructor does not take what a guest made. */
    static TrapException refused(Class<?> type, Throwable thrown) {
        return new TrapException("record " + type.getSimpleName() + ": its constructor threw " + thrown, thrown);
    }

    private final class Boxing extends Fields {

        private final MethodHandle construct;
        private final MethodHandle[] read;

        Boxing() {
            this.construct = Reach.constructor(constructor)
                    .asSpreader(Object[].class, parts.size())
                    .asType(MethodType.methodType(Object.class, Object[].class));
            this.read = accessors.stream()
                    .map(each -> Reach.method(each).asType(MethodType.methodType(Object.class, Object.class)))
                    .toArray(MethodHandle[]::new);
        }

        @Override
        protected Object lift(Object[] values) {
            try {
                return (Object) construct.invokeExact(values);
            } catch (Error e) {
                throw e;
            } catch (Throwable e) {
                throw refused(type, e);
            }
        }

        @Override
        protected Object open(@Nullable Object value) {
            if (!type.isInstance(value)) {
                throw UnfitValueException.found(type.getSimpleName(), value);
            }
            return value;
        }

        @Override
        protected @Nullable Object get(Object opened, int place) {
            try {
                return (Object) read[place].invokeExact(opened);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new UnfitValueException("its accessor threw " + e);
            }
        }

        @Override
        protected String step(int place) {
            return steps.get(place);
        }
    }
}

package dev.witloof.host;

import dev.witloof.abi.Fields;
import dev.witloof.abi.FlatLifter;
import dev.witloof.abi.FlatLowerer;
import dev.witloof.abi.LiftLowerContext;
import dev.witloof.abi.Loader;
import dev.witloof.abi.Storer;
import dev.witloof.abi.UnfitValueException;
import dev.witloof.abi.View;
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
    private final ValueCodes codes;

    /**
     * A view.
     *
     * @param constructor takes all fields, in the order of WIT
     * @param accessors one for each field, likewise
     * @param parts how the fields look
     * @param steps what messages call the fields
     * @param codes makes hidden classes, if it may
     */
    RecordView(
            Class<?> type,
            Constructor<?> constructor,
            List<Method> accessors,
            List<Shape> parts,
            List<String> steps,
            ValueCodes codes) {
        this.type = type;
        this.constructor = constructor;
        this.accessors = List.copyOf(accessors);
        this.parts = List.copyOf(parts);
        this.steps = List.copyOf(steps);
        this.codes = codes;
    }

    @Override
    public View part(int place) {
        return parts.get(place).view();
    }

    @Override
    protected Fields record(List<String> names) {
        return fields();
    }

    @Override
    protected Fields tuple(int size) {
        return fields();
    }

    private Fields fields() {
        return codes.of(type, List.of(new ValueWriter.Alternative(type, constructor, accessors, parts)))
                .<Fields>map(Coded::new)
                .orElseGet(Boxing::new);
    }

    /** By a hidden class. */
    private final class Coded extends Boxing {

        private final ValueCode code;
        private final String[] stepNames = steps.toArray(new String[0]);

        Coded(ValueCode code) {
            this.code = code;
        }

        @Override
        protected Object load(LiftLowerContext cx, int at, Loader[] loaders, int[] offsets) {
            return code.load(cx, at, 0, offsets, loaders);
        }

        @Override
        protected Object liftFlat(LiftLowerContext cx, long[] flat, int at, FlatLifter[] lifters, int[] offsets) {
            return code.lift(cx, flat, at, 0, offsets, lifters);
        }

        @Override
        protected void store(LiftLowerContext cx, @Nullable Object value, int at, Storer[] storers, int[] offsets) {
            code.store(cx, open(value), at, 0, offsets, storers, stepNames);
        }

        @Override
        protected void lowerFlat(
                LiftLowerContext cx,
                @Nullable Object value,
                long[] flat,
                int at,
                FlatLowerer[] lowerers,
                int[] offsets) {
            code.lower(cx, open(value), flat, at, 0, offsets, lowerers, stepNames);
        }
    }

    /** By method handles, which box. */
    private class Boxing extends Fields {

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
            } catch (Throwable e) {
                throw Thrown.byConstructor(type, e);
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

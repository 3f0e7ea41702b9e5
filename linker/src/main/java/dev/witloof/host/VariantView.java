package dev.witloof.host;

import dev.witloof.abi.Cases;
import dev.witloof.abi.FlatLifter;
import dev.witloof.abi.FlatLowerer;
import dev.witloof.abi.LiftLowerContext;
import dev.witloof.abi.Loader;
import dev.witloof.abi.Storer;
import dev.witloof.abi.UnfitValueException;
import dev.witloof.abi.View;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A sealed interface as a variant: a record for each case, with the payload as its only component. */
final class VariantView extends View {

    private final Class<?> type;
    private final List<Case> cases;
    private final ValueCodes codes;

    VariantView(Class<?> type, List<Case> cases, ValueCodes codes) {
        this.type = type;
        this.codes = codes;
        this.cases = List.copyOf(cases);
    }

    /**
     * A case.
     *
     * @param label its name
     * @param type its record
     * @param constructor takes the payload, if there is one
     * @param accessor gives the payload; {@code null} if there is none
     * @param payload how that looks; {@code null} likewise
     */
    record Case(
            String label,
            Class<?> type,
            Constructor<?> constructor,
            @Nullable Method accessor,
            @Nullable Shape payload) {

        ValueWriter.Alternative alternative() {
            return new ValueWriter.Alternative(
                    type,
                    constructor,
                    accessor == null ? List.of() : List.of(accessor),
                    payload == null ? List.of() : List.of(payload));
        }
    }

    @Override
    public View part(int place) {
        Shape payload = cases.get(place).payload();
        return payload == null ? UNTYPED : payload.view();
    }

    @Override
    protected Cases variant(List<String> labels) {
        return codes.of(type, cases.stream().map(Case::alternative).toList())
                .<Cases>map(Coded::new)
                .orElseGet(Boxing::new);
    }

    /** By a hidden class. */
    private final class Coded extends Boxing {

        private static final int[] NO_OFFSETS = {0};
        private static final String[] NO_STEPS = {};

        private final ValueCode code;

        Coded(ValueCode code) {
            this.code = code;
        }

        @Override
        protected Object load(LiftLowerContext cx, int at, int place, @Nullable Loader[] payloads) {
            return code.load(cx, at, place, NO_OFFSETS, payloads);
        }

        @Override
        protected Object liftFlat(
                LiftLowerContext cx, long[] flat, int at, int place, @Nullable FlatLifter[] payloads) {
            return code.lift(cx, flat, at, place, NO_OFFSETS, payloads);
        }

        @Override
        protected void store(
                LiftLowerContext cx, @Nullable Object value, int at, int place, @Nullable Storer[] payloads) {
            code.store(cx, Objects.requireNonNull(value), at, place, NO_OFFSETS, payloads, NO_STEPS);
        }

        @Override
        protected void lowerFlat(
                LiftLowerContext cx,
                @Nullable Object value,
                long[] flat,
                int at,
                int place,
                @Nullable FlatLowerer[] payloads) {
            code.lower(cx, Objects.requireNonNull(value), flat, at, place, NO_OFFSETS, payloads, NO_STEPS);
        }
    }

    /** By method handles, which box. */
    private class Boxing extends Cases {

        private final Map<Class<?>, Integer> places = new HashMap<>();
        private final MethodHandle[] construct;
        private final @Nullable MethodHandle[] read;

        Boxing() {
            this.construct = new MethodHandle[cases.size()];
            this.read = new MethodHandle[cases.size()];
            for (int i = 0; i < construct.length; i++) {
                Case each = cases.get(i);
                places.put(each.type(), i);
                MethodHandle make = Reach.constructor(each.constructor());
                if (each.accessor() == null) {
                    make = MethodHandles.dropArguments(make, 0, Object.class);
                } else {
                    read[i] = Reach.method(each.accessor()).asType(MethodType.methodType(Object.class, Object.class));
                }
                construct[i] = make.asType(MethodType.methodType(Object.class, Object.class));
            }
        }

        @Override
        protected String kind() {
            return "variant";
        }

        @Override
        protected Object lift(int place, @Nullable Object payload) {
            try {
                return (Object) construct[place].invokeExact(payload);
            } catch (Throwable e) {
                throw Thrown.byConstructor(cases.get(place).type(), e);
            }
        }

        @Override
        protected int match(@Nullable Object value) {
            Integer place = value == null ? null : places.get(value.getClass());
            if (place == null) {
                throw UnfitValueException.found(type.getSimpleName(), value);
            }
            return place;
        }

        @Override
        protected @Nullable Object payload(int place, @Nullable Object value) {
            MethodHandle accessor = read[place];
            if (accessor == null) {
                return null;
            }
            try {
                return (Object) accessor.invokeExact(value);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new UnfitValueException("its accessor threw " + e);
            }
        }

        @Override
        protected String step(int place) {
            return "case \"" + cases.get(place).label() + "\"";
        }
    }
}

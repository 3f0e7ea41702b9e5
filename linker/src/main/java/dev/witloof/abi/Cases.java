package dev.witloof.abi;

import dev.witloof.value.Result;
import dev.witloof.value.VariantValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How variants, options and results look in Java: which case a value is, and what it carries.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#despecialization">CanonicalABI: despecialization</a>
 */
public abstract class Cases {

    /** For views of their own. */
    protected Cases() {}

    /** What messages call values of this kind. */
    protected abstract String kind();

    /** The value of a case; {@code payload} is {@code null} where the case has none. */
    protected abstract @Nullable Object lift(int place, @Nullable Object payload);

    /** The case that a value is. */
    protected abstract int match(@Nullable Object value);

    /** What a value of a case carries; {@code null} for nothing. */
    protected abstract @Nullable Object payload(int place, @Nullable Object value);

    /** The step into the payload, in the path of a message. */
    protected abstract String step(int place);

    /**
     * The value of a case whose payload stands in memory.
     *
     * @param payloads by the places of the cases; {@code null} where a case has none
     */
    protected @Nullable Object load(LiftLowerContext cx, int at, int place, @Nullable Loader[] payloads) {
        Loader payload = payloads[place];
        return lift(place, payload == null ? null : payload.load(cx, at));
    }

    /** The value of a case whose payload is core values. */
    protected @Nullable Object liftFlat(
            LiftLowerContext cx, long[] flat, int at, int place, @Nullable FlatLifter[] payloads) {
        FlatLifter payload = payloads[place];
        return lift(place, payload == null ? null : payload.lift(cx, flat, at));
    }

    /** Stores the payload of a value, which is of the case. */
    protected void store(LiftLowerContext cx, @Nullable Object value, int at, int place, @Nullable Storer[] payloads) {
        Object carried = payload(place, value);
        Storer payload = payloads[place];
        if (payload != null) {
            payload.store(cx, carried, at);
        } else {
            requireNone(carried);
        }
    }

    /** Lowers the payload of a value, which is of the case, to core values. */
    protected void lowerFlat(
            LiftLowerContext cx,
            @Nullable Object value,
            long[] flat,
            int at,
            int place,
            @Nullable FlatLowerer[] payloads) {
        Object carried = payload(place, value);
        FlatLowerer payload = payloads[place];
        if (payload != null) {
            payload.lower(cx, carried, flat, at);
        } else {
            requireNone(carried);
        }
    }

    private static void requireNone(@Nullable Object carried) {
        if (carried != null) {
            throw new UnfitValueException("expected no value, found " + UnfitValueException.describe(carried));
        }
    }

    static final class OfVariant extends Cases {

        private final CaseLabels labels;

        OfVariant(List<String> labels) {
            this.labels = new CaseLabels(labels);
        }

        @Override
        protected String kind() {
            return "variant";
        }

        @Override
        protected Object lift(int place, @Nullable Object payload) {
            return VariantValue.at(place, labels.label(place), payload);
        }

        @Override
        protected int match(@Nullable Object value) {
            if (!(value instanceof VariantValue variant)) {
                throw UnfitValueException.found("variant", value);
            }
            return labels.place(variant.label(), variant.place());
        }

        @Override
        protected @Nullable Object payload(int place, @Nullable Object value) {
            return value instanceof VariantValue variant ? variant.payloadOrNull() : null;
        }

        @Override
        protected String step(int place) {
            return "case \"" + labels.label(place) + "\"";
        }
    }

    /** An option takes an {@code Optional} or, unless what it holds is an option too, the bare value or null. */
    static final class OfOption extends Cases {

        private final boolean nested;

        OfOption(boolean nested) {
            this.nested = nested;
        }

        @Override
        protected String kind() {
            return "option";
        }

        @Override
        protected Object lift(int place, @Nullable Object payload) {
            return Optional.ofNullable(payload);
        }

        @Override
        protected int match(@Nullable Object value) {
            if (value instanceof Optional<?> optional) {
                return optional.isPresent() ? 1 : 0;
            }
            if (nested) {
                throw UnfitValueException.found("option", value);
            }
            if (value == null
                    || value instanceof OptionalInt i && i.isEmpty()
                    || value instanceof OptionalLong l && l.isEmpty()
                    || value instanceof OptionalDouble d && d.isEmpty()) {
                return 0;
            }
            return 1;
        }

        @Override
        protected @Nullable Object payload(int place, @Nullable Object value) {
            if (place == 0 || value == null) {
                return null;
            }
            if (value instanceof Optional<?> optional) {
                return optional.get();
            }
            if (value instanceof OptionalInt number) {
                return number.getAsInt();
            }
            if (value instanceof OptionalLong number) {
                return number.getAsLong();
            }
            return value instanceof OptionalDouble number ? (Object) number.getAsDouble() : value;
        }

        @Override
        protected String step(int place) {
            return "some";
        }
    }

    static final class OfResult extends Cases {

        @Override
        protected String kind() {
            return "result";
        }

        @Override
        protected Object lift(int place, @Nullable Object payload) {
            return place == 0 ? Result.ok(payload) : Result.err(payload);
        }

        @Override
        protected int match(@Nullable Object value) {
            if (value instanceof Result<?, ?> result) {
                return result.isOk() ? 0 : 1;
            }
            throw UnfitValueException.found("result", value);
        }

        @Override
        protected @Nullable Object payload(int place, @Nullable Object value) {
            if (value instanceof Result.Ok<?, ?> ok) {
                return ok.value();
            }
            return value instanceof Result.Err<?, ?> err ? err.error() : null;
        }

        @Override
        protected String step(int place) {
            return place == 0 ? "ok" : "err";
        }
    }
}

package dev.witloof.abi;

import dev.witloof.value.RecordValue;
import dev.witloof.value.TupleValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How records and tuples look in Java.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: loading</a>
 */
public abstract class Fields {

    /** For views of their own. */
    protected Fields() {}

    /** The value of these fields; takes the array over. */
    protected abstract Object lift(Object[] values);

    /** The values of the fields, in the order of the type, as something that {@link #get} takes. */
    protected abstract Object open(@Nullable Object value);

    /** The value of one field of what {@link #open} gave. */
    protected abstract @Nullable Object get(Object opened, int place);

    /** The step into a field, in the path of a message. */
    protected abstract String step(int place);

    /** The value of fields that stand in memory. */
    protected Object load(LiftLowerContext cx, int at, Loader[] loaders, int[] offsets) {
        return lift(Records.load(cx, at, loaders, offsets));
    }

    /** The value of fields that are core values. */
    protected Object liftFlat(LiftLowerContext cx, long[] flat, int at, FlatLifter[] lifters, int[] offsets) {
        return lift(Records.lift(cx, flat, at, lifters, offsets));
    }

    /** Stores the fields of a value. */
    protected void store(LiftLowerContext cx, @Nullable Object value, int at, Storer[] storers, int[] offsets) {
        Object opened = open(value);
        int i = 0;
        try {
            for (; i < storers.length; i++) {
                storers[i].store(cx, get(opened, i), at + offsets[i]);
            }
        } catch (UnfitValueException e) {
            throw e.in(step(i));
        }
    }

    /** Lowers the fields of a value to core values. */
    protected void lowerFlat(
            LiftLowerContext cx, @Nullable Object value, long[] flat, int at, FlatLowerer[] lowerers, int[] offsets) {
        Object opened = open(value);
        int i = 0;
        try {
            for (; i < lowerers.length; i++) {
                lowerers[i].lower(cx, get(opened, i), flat, at + offsets[i]);
            }
        } catch (UnfitValueException e) {
            throw e.in(step(i));
        }
    }

    static final class OfRecord extends Fields {

        private final List<String> names;
        private final RecordValue.Shape shape;

        OfRecord(List<String> names) {
            this.names = names;
            this.shape = new RecordValue.Shape(names);
        }

        @Override
        protected Object lift(Object[] values) {
            return shape.adopt(values);
        }

        @Override
        protected Object open(@Nullable Object value) {
            if (!(value instanceof RecordValue record)) {
                throw UnfitValueException.found("record", value);
            }
            // Equal names are nearly always the same strings, so that comparing them reads none.
            return record.names().equals(names) ? record : inOrder(record);
        }

        /** The fields of a record of another make, which may come in any order. */
        private RecordValue inOrder(RecordValue record) {
            Object[] values = new Object[names.size()];
            for (int i = 0; i < values.length; i++) {
                if (!record.has(names.get(i))) {
                    throw new UnfitValueException("expected a value, found none").in(step(i));
                }
                values[i] = record.get(names.get(i));
            }
            if (record.size() != values.length) {
                for (String name : record.names()) {
                    if (!names.contains(name)) {
                        throw new UnfitValueException("expected a record of " + String.join(", ", names)
                                + ", found one with \"" + name + "\"");
                    }
                }
            }
            return shape.adopt(values);
        }

        @Override
        protected @Nullable Object get(Object opened, int place) {
            return ((RecordValue) opened).get(place);
        }

        @Override
        protected String step(int place) {
            return "field \"" + names.get(place) + "\"";
        }
    }

    static final class OfTuple extends Fields {

        private final int size;

        OfTuple(int size) {
            this.size = size;
        }

        @Override
        protected Object lift(Object[] values) {
            return TupleValue.adopt(values);
        }

        @Override
        protected Object open(@Nullable Object value) {
            if (!(value instanceof TupleValue tuple)) {
                throw UnfitValueException.found("tuple", value);
            }
            if (tuple.size() != size) {
                throw new UnfitValueException("expected a tuple of " + size + ", found one of " + tuple.size());
            }
            return tuple;
        }

        @Override
        protected @Nullable Object get(Object opened, int place) {
            return ((TupleValue) opened).get(place);
        }

        @Override
        protected String step(int place) {
            return "element " + place;
        }
    }
}

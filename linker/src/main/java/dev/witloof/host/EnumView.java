package dev.witloof.host;

import dev.witloof.abi.Names;
import dev.witloof.abi.UnfitValueException;
import dev.witloof.abi.View;
import dev.witloof.error.TrapException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Java enum as a WIT enum, or a set of its constants as flags. The constants may come in any order. */
final class EnumView<E extends Enum<E>> extends View {

    private final Class<E> type;
    /** By their place in WIT. */
    private final List<E> constants;
    /** By the ordinals of the constants; -1 for one that WIT does not have. */
    private final int[] places;

    EnumView(Class<E> type, List<E> constants) {
        this.type = type;
        this.constants = List.copyOf(constants);
        this.places = new int[type.getEnumConstants().length];
        Arrays.fill(places, -1);
        for (int i = 0; i < constants.size(); i++) {
            places[constants.get(i).ordinal()] = i;
        }
    }

    private int place(@Nullable Object value) {
        if (!type.isInstance(value)) {
            throw UnfitValueException.found(type.getSimpleName(), value);
        }
        int place = places[type.cast(value).ordinal()];
        if (place < 0) {
            throw new UnfitValueException("expected one of " + constants + ", found " + value);
        }
        return place;
    }

    @Override
    protected Names enumeration(List<String> labels) {
        return new Names() {
            @Override
            public Object lift(int place) {
                if (place < 0 || place >= constants.size()) {
                    throw new TrapException("enum: expected a case below " + constants.size() + ", found "
                            + Integer.toUnsignedString(place));
                }
                return constants.get(place);
            }

            @Override
            public int lower(@Nullable Object value) {
                return place(value);
            }
        };
    }

    @Override
    protected Names flags(List<String> labels) {
        return new Names() {
            @Override
            public Object lift(int bits) {
                EnumSet<E> set = EnumSet.noneOf(type);
                for (int i = 0; i < constants.size(); i++) {
                    if ((bits >>> i & 1) != 0) {
                        set.add(constants.get(i));
                    }
                }
                return set;
            }

            @Override
            public int lower(@Nullable Object value) {
                if (!(value instanceof Collection<?> set)) {
                    throw UnfitValueException.found("flags", value);
                }
                int bits = 0;
                for (Object each : set) {
                    bits |= 1 << place(each);
                }
                return bits;
            }
        };
    }
}

package dev.witloof.instance;

import dev.witloof.layout.Despecialization;
import dev.witloof.layout.ValTypeChildren;
import dev.witloof.type.BorrowType;
import dev.witloof.type.EnumType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.FutureType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.ResultType;
import dev.witloof.type.StreamType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import dev.witloof.value.RecordValue;
import dev.witloof.value.Result;
import dev.witloof.value.TupleValue;
import dev.witloof.value.VariantValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The owned handles in an untyped value that a guest gave away, wherever in it they stand.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#handle-types">Explainer: handle types</a>
 */
final class OwnedHandles implements ValType.Visitor<@Nullable Void> {

    private final @Nullable Object value;
    private final BiConsumer<ResourceType, Object> each;

    private OwnedHandles(@Nullable Object value, BiConsumer<ResourceType, Object> each) {
        this.value = value;
        this.each = each;
    }

    /** Gives {@code each} the resource type and the handle of every one, in the order of the value. */
    static void in(ValType type, @Nullable Object value, BiConsumer<ResourceType, Object> each) {
        if (value != null && holdsAny(type)) {
            type.accept(new OwnedHandles(value, each));
        }
    }

    private static boolean holdsAny(ValType type) {
        return type instanceof OwnType || ValTypeChildren.of(type).anyMatch(OwnedHandles::holdsAny);
    }

    private @Nullable Void inside(ValType type, @Nullable Object part) {
        in(type, part, each);
        return null;
    }

    private @Nullable Void inside(Optional<ValType> type, @Nullable Object part) {
        type.ifPresent(t -> inside(t, part));
        return null;
    }

    @Override
    public @Nullable Void own(OwnType type) {
        if (value != null) {
            each.accept(type.resource(), value);
        }
        return null;
    }

    @Override
    public @Nullable Void list(ListType type) {
        return elements(type.element());
    }

    @Override
    public @Nullable Void fixedLengthList(FixedLengthListType type) {
        return elements(type.element());
    }

    private @Nullable Void elements(ValType type) {
        if (value instanceof List<?> list) {
            list.forEach(element -> inside(type, element));
        }
        return null;
    }

    @Override
    public @Nullable Void record(RecordType type) {
        List<ValType> fields = Despecialization.fields(type);
        for (int i = 0; i < fields.size() && value instanceof RecordValue fieldsOf; i++) {
            inside(fields.get(i), fieldsOf.get(i));
        }
        return null;
    }

    @Override
    public @Nullable Void tuple(TupleType type) {
        for (int i = 0; i < type.elements().size() && value instanceof TupleValue tuple; i++) {
            inside(type.elements().get(i), tuple.get(i));
        }
        return null;
    }

    @Override
    public @Nullable Void variant(VariantType type) {
        for (VariantType.Case each : type.cases()) {
            if (value instanceof VariantValue variant && variant.label().equals(each.label())) {
                inside(each.type(), variant.payloadOrNull());
            }
        }
        return null;
    }

    @Override
    public @Nullable Void option(OptionType type) {
        return value instanceof Optional<?> option ? inside(type.some(), option.orElse(null)) : null;
    }

    @Override
    public @Nullable Void result(ResultType type) {
        if (value instanceof Result.Ok<?, ?> ok) {
            return inside(type.ok(), ok.value());
        }
        return value instanceof Result.Err<?, ?> err ? inside(type.error(), err.error()) : null;
    }

    @Override
    public @Nullable Void map(MapType type) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(entry -> inside(type.value(), entry));
        }
        return null;
    }

    @Override
    public @Nullable Void primitive(PrimitiveType type) {
        return null;
    }

    @Override
    public @Nullable Void enumeration(EnumType type) {
        return null;
    }

    @Override
    public @Nullable Void flags(FlagsType type) {
        return null;
    }

    @Override
    public @Nullable Void borrow(BorrowType type) {
        return null;
    }

    @Override
    public @Nullable Void stream(StreamType type) {
        return null;
    }

    @Override
    public @Nullable Void future(FutureType type) {
        return null;
    }
}

package dev.witloof.instance;

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
import dev.witloof.type.ResultType;
import dev.witloof.type.StreamType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import dev.witloof.value.EnumValue;
import dev.witloof.value.FlagsValue;
import dev.witloof.value.RecordValue;
import dev.witloof.value.Result;
import dev.witloof.value.TupleValue;
import dev.witloof.value.VariantValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The class of Java that stands for a WIT type where nothing better is known: the table of untyped values. */
final class JavaTypes implements ValType.Visitor<Class<?>> {

    private static final JavaTypes INSTANCE = new JavaTypes();

    private JavaTypes() {}

    /** The class that lifted values of a type have; {@code Object} for handles. */
    static Class<?> of(ValType type) {
        return type.accept(INSTANCE);
    }

    @Override
    public Class<?> primitive(PrimitiveType type) {
        return switch (type) {
            case BOOL -> Boolean.class;
            case S8 -> Byte.class;
            case S16 -> Short.class;
            case U8, U16, S32, CHAR -> Integer.class;
            case U32, S64, U64 -> Long.class;
            case F32 -> Float.class;
            case F64 -> Double.class;
            case STRING -> String.class;
            case ERROR_CONTEXT -> Object.class;
        };
    }

    @Override
    public Class<?> list(ListType type) {
        return listOf(type.element());
    }

    @Override
    public Class<?> fixedLengthList(FixedLengthListType type) {
        return listOf(type.element());
    }

    private static Class<?> listOf(ValType element) {
        if (!(element instanceof PrimitiveType primitive)) {
            return List.class;
        }
        return switch (primitive) {
            case BOOL -> boolean[].class;
            case S8, U8 -> byte[].class;
            case S16, U16 -> short[].class;
            case S32, U32, CHAR -> int[].class;
            case S64, U64 -> long[].class;
            case F32 -> float[].class;
            case F64 -> double[].class;
            case STRING, ERROR_CONTEXT -> List.class;
        };
    }

    @Override
    public Class<?> record(RecordType type) {
        return RecordValue.class;
    }

    @Override
    public Class<?> tuple(TupleType type) {
        return TupleValue.class;
    }

    @Override
    public Class<?> variant(VariantType type) {
        return VariantValue.class;
    }

    @Override
    public Class<?> enumeration(EnumType type) {
        return EnumValue.class;
    }

    @Override
    public Class<?> flags(FlagsType type) {
        return FlagsValue.class;
    }

    @Override
    public Class<?> option(OptionType type) {
        return Optional.class;
    }

    @Override
    public Class<?> result(ResultType type) {
        return Result.class;
    }

    @Override
    public Class<?> map(MapType type) {
        return Map.class;
    }

    @Override
    public Class<?> own(OwnType type) {
        return Object.class;
    }

    @Override
    public Class<?> borrow(BorrowType type) {
        return Object.class;
    }

    @Override
    public Class<?> stream(StreamType type) {
        return Object.class;
    }

    @Override
    public Class<?> future(FutureType type) {
        return Object.class;
    }
}

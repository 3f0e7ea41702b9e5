package dev.witloof.host;

import dev.witloof.abi.ListForm;
import dev.witloof.abi.Scalar;
import dev.witloof.abi.View;
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
import dev.witloof.value.ResourceValue;
import dev.witloof.value.Result;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds how the values of a WIT type look in a Java type, by the table of types. What does not fit becomes a difference. */
final class ValueShapes implements ValType.Visitor<Shape> {

    private final Matching matching;
    private final Direction direction;
    private final String at;
    private final JavaType java;

    private ValueShapes(Matching matching, Direction direction, String at, JavaType java) {
        this.matching = matching;
        this.direction = direction;
        this.at = at;
        this.java = java;
    }

    /**
     * The shape of a type.
     *
     * @param at where it stands, for differences
     */
    static Shape of(ValType type, JavaType java, Matching matching, Direction direction, String at) {
        if (java.erased() == Object.class && !java.isNullable() && !isHandle(type)) {
            return Shape.of(Object.class, View.UNTYPED);
        }
        boolean option = type instanceof OptionType;
        if (java.isNullable()
                && !option
                && (direction == Direction.LOWER || java.erased().isPrimitive())) {
            return matching.differ(at, type, java);
        }
        return type.accept(new ValueShapes(matching, direction, at, option ? java : java.present()));
    }

    private static boolean isHandle(ValType type) {
        return type instanceof OwnType || type instanceof BorrowType;
    }

    private Shape part(String step, ValType type, JavaType partType) {
        return of(type, partType, matching, direction, at + step);
    }

    /** An argument of a type that has no names for its parts. */
    private View argument(String step, ValType whole, ValType type, JavaType partType) {
        int before = matching.count();
        View view = part(step, type, partType).view();
        matching.showWhole(before, at + step, at, whole, java);
        return view;
    }

    private Shape differ(ValType type) {
        return matching.differ(at, type, java);
    }

    private Shape object(View view) {
        return Shape.of(java.erased(), view);
    }

    @Override
    public Shape primitive(PrimitiveType type) {
        Class<?> erased = java.erased();
        if (type == PrimitiveType.STRING) {
            boolean fits = erased == String.class || erased == CharSequence.class && direction == Direction.LOWER;
            if (!fits && erased == CharSequence.class) {
                return matching.differ(at, type, java, "CharSequence, which Java can give but not take: use String");
            }
            return fits ? object(View.UNTYPED) : differ(type);
        }
        if (type == PrimitiveType.U64 && erased == BigInteger.class) {
            return object(new Views.OfBox(View.Carrier.BIG_INTEGER));
        }
        Class<?> primitive = MethodType.methodType(erased).unwrap().returnType();
        Optional<Scalar> scalar = Scalar.of(type, primitive);
        if (type == PrimitiveType.CHAR && primitive == char.class) {
            return matching.differ(at, type, java, "Java's char, a unit of UTF-16: use int, a code point");
        }
        if (scalar.isEmpty()) {
            return differ(type);
        }
        View view = boxed(scalar.get());
        return new Shape(erased, view, erased.isPrimitive() ? scalar.get() : null);
    }

    private static View boxed(Scalar scalar) {
        return switch (scalar) {
            case U8_BITS, U16_BITS, U32_BITS -> new Views.OfBox(View.Carrier.RAW_BITS);
            case BOOL, S8, U8, S16, U16, S32, U32, S64, U64, F32, F64, CHAR -> View.UNTYPED;
        };
    }

    @Override
    public Shape list(ListType type) {
        Class<?> numbers = type.element() instanceof PrimitiveType element ? numbers(element) : null;
        if (java.erased().isArray() && java.erased().getComponentType().isPrimitive()) {
            return java.erased().getComponentType() == numbers ? object(View.UNTYPED) : differ(type);
        }
        if (java.erased() == ByteBuffer.class && numbers == byte.class) {
            return object(new Views.OfList(
                    matching.lendsMemory() ? ListForm.BUFFER_OVER_MEMORY : ListForm.BUFFER, View.UNTYPED));
        }
        return elements(type, type.element(), numbers == null);
    }

    @Override
    public Shape fixedLengthList(FixedLengthListType type) {
        return elements(type, type.element(), true);
    }

    private Shape elements(ValType type, ValType element, boolean arrays) {
        if (java.erased() == List.class) {
            return object(
                    new Views.OfList(ListForm.OF_VALUES, argument("'s elements", type, element, java.argument(0))));
        }
        JavaType component = java.component();
        if (!arrays || component == null || component.erased().isPrimitive()) {
            return differ(type);
        }
        Class<?> erased = component.erased();
        ListForm form = ListForm.ofArray(length -> (Object[]) Array.newInstance(erased, length));
        return object(new Views.OfList(form, argument("'s elements", type, element, component)));
    }

    private static @Nullable Class<?> numbers(PrimitiveType element) {
        return switch (element) {
            case BOOL -> boolean.class;
            case S8, U8 -> byte.class;
            case S16, U16 -> short.class;
            case S32, U32, CHAR -> int.class;
            case S64, U64 -> long.class;
            case F32 -> float.class;
            case F64 -> double.class;
            case STRING, ERROR_CONTEXT -> null;
        };
    }

    @Override
    public Shape record(RecordType type) {
        return new RecordShapes(matching, direction, at, java).record(type);
    }

    @Override
    public Shape tuple(TupleType type) {
        return new RecordShapes(matching, direction, at, java).tuple(type);
    }

    @Override
    public Shape variant(VariantType type) {
        return new VariantShapes(matching, direction, at, java).variant(type);
    }

    @Override
    public Shape enumeration(EnumType type) {
        return EnumShapes.of(type, type.labels(), java, java.erased(), matching, at);
    }

    @Override
    public Shape flags(FlagsType type) {
        return java.erased() == Set.class || java.erased() == EnumSet.class
                ? EnumShapes.of(type, type.labels(), java, java.argument(0).erased(), matching, at)
                : differ(type);
    }

    @Override
    public Shape option(OptionType type) {
        Class<?> erased = java.erased();
        if (java.isNullable()) {
            if (type.some() instanceof OptionType) {
                return matching.differ(
                        at,
                        type,
                        java,
                        "null, which cannot say which of two options is none: use Optional<Optional<…>>");
            }
            if (erased == Optional.class || erased.isPrimitive()) {
                return differ(type);
            }
            return object(
                    new Views.OfOption(Options.NULLABLE, argument("'s value", type, type.some(), java.present())));
        }
        if (erased == Optional.class) {
            return object(
                    new Views.OfOption(Options.OPTIONAL, argument("'s value", type, type.some(), java.argument(0))));
        }
        if (type.some() instanceof PrimitiveType some) {
            if (erased == OptionalInt.class) {
                return number(type, some, int.class, Options.INT);
            }
            if (erased == OptionalLong.class) {
                return number(type, some, long.class, Options.LONG);
            }
            if (erased == OptionalDouble.class) {
                return number(type, some, double.class, Options.DOUBLE);
            }
        }
        return differ(type);
    }

    private Shape number(OptionType type, PrimitiveType some, Class<?> primitive, Options cases) {
        return Scalar.of(some, primitive)
                .map(scalar -> object(new Views.OfOption(cases, boxed(scalar))))
                .orElseGet(() -> differ(type));
    }

    @Override
    public Shape result(ResultType type) {
        if (java.erased() != Result.class) {
            return differ(type);
        }
        return object(new Views.OfParts(List.of(
                payload("'s ok case", type.ok(), java.argument(0)),
                payload("'s error case", type.error(), java.argument(1)))));
    }

    private View payload(String step, Optional<ValType> type, JavaType argument) {
        if (type.isPresent()) {
            return part(step, type.get(), argument).view();
        }
        if (argument.erased() != Void.class && argument.erased() != Object.class) {
            matching.differ(at + step, "_", GivenText.of(argument));
        }
        return View.UNTYPED;
    }

    @Override
    public Shape map(MapType type) {
        if (java.erased() != Map.class) {
            return differ(type);
        }
        return object(new Views.OfParts(List.of(
                argument("'s keys", type, type.key(), java.argument(0)),
                argument("'s values", type, type.value(), java.argument(1)))));
    }

    @Override
    public Shape own(OwnType type) {
        return handle(type, type.resource());
    }

    @Override
    public Shape borrow(BorrowType type) {
        return handle(type, type.resource());
    }

    private Shape handle(ValType type, ResourceType resource) {
        Class<?> erased = java.erased();
        if (erased == Object.class || erased == ResourceValue.class) {
            return object(View.UNTYPED);
        }
        if (erased.isPrimitive() || erased.isArray() || erased.getName().startsWith("java.")) {
            return differ(type);
        }
        Class<?> known = matching.resources().putIfAbsent(resource, erased);
        if (known != null && known != erased) {
            return matching.differ(
                    at, type, java, JavaType.name(erased) + ", which is " + JavaType.name(known) + " elsewhere");
        }
        return matching.canUse(at, matching.text().of(type), erased)
                ? object(new Views.OfHandle(new HandleObjects(erased)))
                : object(View.UNTYPED);
    }

    @Override
    public Shape stream(StreamType type) {
        return asynchronous(type);
    }

    @Override
    public Shape future(FutureType type) {
        return asynchronous(type);
    }

    private Shape asynchronous(ValType type) {
        return matching.differ(at, type, java, "nothing: it needs the asynchronous ABI");
    }
}

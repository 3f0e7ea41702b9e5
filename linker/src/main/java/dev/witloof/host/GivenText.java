package dev.witloof.host;

import dev.witloof.value.Result;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Java types in WIT's syntax, as the table of types has them by default, for reports. */
final class GivenText {

    private static final Map<Class<?>, String> PLAIN = Map.ofEntries(
            Map.entry(void.class, "no result"),
            Map.entry(Void.class, "_"),
            Map.entry(boolean.class, "bool"),
            Map.entry(Boolean.class, "bool"),
            Map.entry(byte.class, "s8"),
            Map.entry(Byte.class, "s8"),
            Map.entry(short.class, "s16"),
            Map.entry(Short.class, "s16"),
            Map.entry(int.class, "s32"),
            Map.entry(Integer.class, "s32"),
            Map.entry(long.class, "s64"),
            Map.entry(Long.class, "s64"),
            Map.entry(float.class, "f32"),
            Map.entry(Float.class, "f32"),
            Map.entry(double.class, "f64"),
            Map.entry(Double.class, "f64"),
            Map.entry(BigInteger.class, "u64"),
            Map.entry(String.class, "string"),
            Map.entry(CharSequence.class, "string"),
            Map.entry(byte[].class, "list<u8>"),
            Map.entry(ByteBuffer.class, "list<u8>"),
            Map.entry(OptionalInt.class, "option<s32>"),
            Map.entry(OptionalLong.class, "option<s64>"),
            Map.entry(OptionalDouble.class, "option<f64>"));

    private GivenText() {}

    static String of(JavaType type) {
        return type.isNullable() ? "option<" + present(type) + ">" : present(type);
    }

    private static String present(JavaType type) {
        Class<?> erased = type.erased();
        String plain = PLAIN.get(erased);
        if (plain != null) {
            return plain;
        }
        if (type.component() != null) {
            return "list<" + of(type.component()) + ">";
        }
        if (erased == List.class) {
            return "list" + arguments(type);
        }
        if (erased == Optional.class) {
            return "option" + arguments(type);
        }
        if (erased == Map.class) {
            return "map" + arguments(type);
        }
        if (erased == Result.class) {
            return "result" + arguments(type);
        }
        if (erased == Set.class || erased == EnumSet.class) {
            return "flags of " + type.argument(0);
        }
        if (isTuple(erased)) {
            return "tuple" + arguments(type);
        }
        return kebab(erased.getSimpleName());
    }

    static boolean isTuple(Class<?> type) {
        return type.isRecord()
                && type.getPackage() == GivenText.class.getPackage()
                && type.getSimpleName().startsWith("Tuple");
    }

    private static String arguments(JavaType type) {
        return type.arguments().isEmpty()
                ? ""
                : type.arguments().stream().map(GivenText::of).collect(Collectors.joining(", ", "<", ">"));
    }

    /** {@code KeyResponse} as {@code key-response}. */
    static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}

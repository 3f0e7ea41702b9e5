package dev.witloof.host;

import dev.witloof.abi.View;
import dev.witloof.type.FuncType;
import dev.witloof.type.ValType;
import dev.witloof.value.EnumValue;
import dev.witloof.value.FlagsValue;
import dev.witloof.value.RecordValue;
import dev.witloof.value.ResourceValue;
import dev.witloof.value.Result;
import dev.witloof.value.TupleValue;
import dev.witloof.value.VariantValue;
import java.lang.reflect.AnnotatedType;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The Java types of one function that is called by itself and not through an interface. */
public final class FunctionSignature {

    private static final Set<Class<?>> VALUES = Set.of(
            RecordValue.class,
            TupleValue.class,
            VariantValue.class,
            EnumValue.class,
            FlagsValue.class,
            ResourceValue.class,
            Result.class);

    /** Classes of the JDK that stand for a type in another form than untyped values have. */
    private static final Set<Class<?>> FORMS = Set.of(
            BigInteger.class,
            ByteBuffer.class,
            CharSequence.class,
            OptionalDouble.class,
            OptionalInt.class,
            OptionalLong.class);

    private final FunctionShape shape;

    private FunctionSignature(FunctionShape shape) {
        this.shape = shape;
    }

    /** Whether values of a class are untyped ones, which need no views. */
    public static boolean isUntyped(Class<?> type) {
        if (type.isArray()) {
            return type.getComponentType().isPrimitive();
        }
        return type.isPrimitive()
                || type.getName().startsWith("java.") && !FORMS.contains(type)
                || VALUES.contains(type);
    }

    /**
     * Compares classes with a function's type.
     *
     * @throws IllegalArgumentException with all differences
     */
    public static FunctionSignature of(
            String name, FuncType type, Class<?> result, List<Class<?>> parameters, AdapterKind kind) {
        return ofTypes(
                name,
                type,
                JavaType.of(result),
                parameters.stream().map(JavaType::of).toList(),
                kind);
    }

    /**
     * Compares Java types with a function's type.
     *
     * @throws IllegalArgumentException with all differences
     */
    public static FunctionSignature of(
            String name, FuncType type, AnnotatedType result, List<AnnotatedType> parameters, AdapterKind kind) {
        return ofTypes(
                name,
                type,
                JavaType.of(result),
                parameters.stream().map(JavaType::of).toList(),
                kind);
    }

    private static FunctionSignature ofTypes(
            String name, FuncType type, JavaType result, List<JavaType> parameters, AdapterKind kind) {
        if (parameters.size() != type.params().size()) {
            throw new IllegalArgumentException(name + ": expected "
                    + type.params().size() + " parameters for " + type + ", found " + parameters.size());
        }
        Matching matching = new Matching(WitText.PLAIN, false, kind);
        List<Shape> params = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            ValType param = type.params().get(i).type();
            String at = "parameter \"" + type.params().get(i).label() + "\"";
            params.add(ValueShapes.of(param, parameters.get(i), matching, Direction.LOWER, at));
        }
        boolean none = result.erased() == void.class || result.erased() == Void.class;
        Shape value = null;
        if (type.result().isPresent()) {
            value = ValueShapes.of(type.result().get(), result, matching, Direction.LIFT, "result");
        } else if (!none) {
            matching.differ("result", "no result", GivenText.of(result));
        }
        if (!matching.mismatches().isEmpty()) {
            throw new IllegalArgumentException(matching.mismatches().stream()
                    .map(each ->
                            name + ", " + each.at() + ": expected Java for " + each.wit() + ", found " + each.given())
                    .collect(Collectors.joining("\n")));
        }
        View view = value == null ? View.UNTYPED : value.view();
        return new FunctionSignature(
                new FunctionShape(name, type, null, false, params, new FunctionShape.Result(value, null, view)));
    }

    /** What an instance needs to call it. */
    public ExportedSignature exported() {
        return new ExportedSignature(shape);
    }
}

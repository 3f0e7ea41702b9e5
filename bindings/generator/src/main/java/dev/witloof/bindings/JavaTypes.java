package dev.witloof.bindings;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.witloof.type.PrimitiveType;
import dev.witloof.value.Result;
import dev.witloof.wit.WitType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of types: what Java has for each type of WIT. */
final class JavaTypes implements WitType.Visitor<TypeName> {

    /** The smallest and largest tuple for which there is a class. */
    static final int SMALLEST_TUPLE = 2;

    static final int LARGEST_TUPLE = 16;

    private static final AnnotationSpec NULLABLE =
            AnnotationSpec.builder(Nullable.class).build();
    private static final Map<PrimitiveType, TypeName> ELEMENTS = new EnumMap<>(Map.ofEntries(
            Map.entry(PrimitiveType.BOOL, TypeName.BOOLEAN),
            Map.entry(PrimitiveType.S8, TypeName.BYTE),
            Map.entry(PrimitiveType.U8, TypeName.BYTE),
            Map.entry(PrimitiveType.S16, TypeName.SHORT),
            Map.entry(PrimitiveType.U16, TypeName.SHORT),
            Map.entry(PrimitiveType.S32, TypeName.INT),
            Map.entry(PrimitiveType.U32, TypeName.INT),
            Map.entry(PrimitiveType.S64, TypeName.LONG),
            Map.entry(PrimitiveType.U64, TypeName.LONG),
            Map.entry(PrimitiveType.F32, TypeName.FLOAT),
            Map.entry(PrimitiveType.F64, TypeName.DOUBLE),
            Map.entry(PrimitiveType.CHAR, TypeName.INT)));

    private final Names names;
    private final GeneratorSettings settings;

    JavaTypes(Names names, GeneratorSettings settings) {
        this.names = names;
        this.settings = settings;
    }

    /** What a parameter, a field or a result of this type is in Java. */
    TypeName of(WitType type) {
        return type.accept(this);
    }

    private TypeName boxed(WitType type) {
        return of(type).box();
    }

    /** {@code Void} where a result has no value. */
    private TypeName boxed(Optional<WitType> type) {
        return type.map(this::boxed).orElse(ClassName.get(Void.class));
    }

    private static ParameterizedTypeName generic(Class<?> raw, TypeName... arguments) {
        return ParameterizedTypeName.get(ClassName.get(raw), arguments);
    }

    @Override
    public TypeName primitive(WitType.Primitive type) {
        boolean raw = settings.unsignedStyle() == UnsignedStyle.RAW_BITS;
        return switch (type.type()) {
            case BOOL -> TypeName.BOOLEAN;
            case S8 -> TypeName.BYTE;
            case U8 -> raw ? TypeName.BYTE : TypeName.INT;
            case S16 -> TypeName.SHORT;
            case U16 -> raw ? TypeName.SHORT : TypeName.INT;
            case S32, CHAR -> TypeName.INT;
            case U32 -> raw ? TypeName.INT : TypeName.LONG;
            case S64, U64 -> TypeName.LONG;
            case F32 -> TypeName.FLOAT;
            case F64 -> TypeName.DOUBLE;
            case STRING -> ClassName.get(String.class);
            case ERROR_CONTEXT -> throw refused(type);
        };
    }

    @Override
    public TypeName named(WitType.Named type) {
        ClassName name = names.type(type);
        return names.flags().contains(type) ? generic(Set.class, name) : name;
    }

    @Override
    public TypeName list(WitType.ListOf type) {
        TypeName element = type.element() instanceof WitType.Primitive p ? ELEMENTS.get(p.type()) : null;
        return element != null ? ArrayTypeName.of(element) : generic(List.class, boxed(type.element()));
    }

    @Override
    public TypeName fixedLengthList(WitType.FixedLengthListOf type) {
        return generic(List.class, boxed(type.element()));
    }

    @Override
    public TypeName tuple(WitType.TupleOf type) {
        ClassName tuple =
                ClassName.get("dev.witloof.host", "Tuple" + type.elements().size());
        return ParameterizedTypeName.get(
                tuple, type.elements().stream().map(this::boxed).toArray(TypeName[]::new));
    }

    @Override
    public TypeName option(WitType.OptionOf type) {
        boolean nullable =
                settings.optionStyle() == OptionStyle.NULLABLE && !(type.element() instanceof WitType.OptionOf);
        return nullable
                ? boxed(type.element()).annotated(NULLABLE)
                : generic(Optional.class, withoutNull(type.element()));
    }

    /** An {@code Optional} cannot hold {@code null}, so an option directly in one is an {@code Optional} too. */
    private TypeName withoutNull(WitType type) {
        return type instanceof WitType.OptionOf inner
                ? generic(Optional.class, withoutNull(inner.element()))
                : boxed(type);
    }

    @Override
    public TypeName result(WitType.ResultOf type) {
        return generic(Result.class, boxed(type.ok()), boxed(type.err()));
    }

    @Override
    public TypeName map(WitType.MapOf type) {
        return generic(Map.class, boxed(type.key()), boxed(type.value()));
    }

    @Override
    public TypeName own(WitType.Own type) {
        return names.type(type.resource());
    }

    @Override
    public TypeName borrow(WitType.Borrow type) {
        return names.type(type.resource());
    }

    @Override
    public TypeName stream(WitType.StreamOf type) {
        throw refused(type);
    }

    @Override
    public TypeName future(WitType.FutureOf type) {
        throw refused(type);
    }

    private static IllegalStateException refused(WitType type) {
        return new IllegalStateException(type + " has no Java type and was not refused");
    }
}

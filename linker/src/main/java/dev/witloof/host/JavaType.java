package dev.witloof.host;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Java type as it is declared: with its arguments, its variables known, and whether it may be {@code null}.
 *
 * @param erased its class
 * @param arguments the arguments; empty where it is not generic, or raw
 * @param component what it is an array of; {@code null} if it is none
 * @param isNullable whether an annotation says that it may be {@code null}
 */
record JavaType(
        Class<?> erased, List<JavaType> arguments, @Nullable JavaType component, boolean isNullable) {

    /** Where variables have no types. */
    private static final Map<TypeVariable<?>, JavaType> NO_VARIABLES = Map.of();

    static JavaType of(Class<?> type) {
        JavaType component = type.isArray() ? of(type.getComponentType()) : null;
        return new JavaType(type, List.of(), component, false);
    }

    static JavaType of(AnnotatedType type) {
        return of(type, NO_VARIABLES);
    }

    /** What a method returns, as it is declared; {@code Nullable} may stand on the method itself. */
    static JavaType ofResult(Method method) {
        return ofResult(method, method.getDeclaringClass());
    }

    /** The same of a method that an interface has or inherits, which may say what the variables of others are. */
    static JavaType ofResult(Method method, Class<?> owner) {
        return of(method.getAnnotatedReturnType(), inherited(owner)).orNullable(method);
    }

    /** What a method takes, as it is declared. */
    static List<JavaType> ofParameters(Method method) {
        return ofParameters(method, method.getDeclaringClass());
    }

    /** The same of a method that an interface has or inherits. */
    static List<JavaType> ofParameters(Method method, Class<?> owner) {
        Map<TypeVariable<?>, JavaType> variables = inherited(owner);
        List<JavaType> types = new ArrayList<>();
        for (int i = 0; i < method.getParameterCount(); i++) {
            types.add(of(method.getAnnotatedParameterTypes()[i], variables).orNullable(method.getParameters()[i]));
        }
        return types;
    }

    /** What the variables of the interfaces that a class inherits from are to it. */
    private static Map<TypeVariable<?>, JavaType> inherited(Class<?> owner) {
        Map<TypeVariable<?>, JavaType> variables = new HashMap<>();
        inherit(owner, variables);
        return variables;
    }

    private static void inherit(Class<?> from, Map<TypeVariable<?>, JavaType> variables) {
        for (AnnotatedType each : from.getAnnotatedInterfaces()) {
            JavaType base = of(each, variables);
            variables.putAll(base.variables());
            inherit(base.erased, variables);
        }
    }

    private static JavaType of(AnnotatedType type, Map<TypeVariable<?>, JavaType> variables) {
        boolean nullable = saysNullable(type);
        if (type instanceof AnnotatedArrayType array) {
            JavaType component = of(array.getAnnotatedGenericComponentType(), variables);
            Class<?> erased = Array.newInstance(component.erased, 0).getClass();
            return new JavaType(erased, List.of(), component, nullable);
        }
        if (type instanceof AnnotatedParameterizedType parameterized) {
            List<JavaType> arguments = Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
                    .map(argument -> of(argument, variables))
                    .toList();
            Class<?> raw = (Class<?>) ((ParameterizedType) parameterized.getType()).getRawType();
            return new JavaType(raw, arguments, null, nullable);
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return of(wildcard.getAnnotatedUpperBounds()[0], variables);
        }
        if (type instanceof AnnotatedTypeVariable variable) {
            JavaType known = variables.get((TypeVariable<?>) variable.getType());
            JavaType found = known != null ? known : of(bound(variable.getType()));
            return nullable ? found.orNullable() : found;
        }
        Class<?> plain = (Class<?>) type.getType();
        return new JavaType(plain, List.of(), null, nullable);
    }

    private static Class<?> bound(Type variable) {
        Type bound = ((TypeVariable<?>) variable).getBounds()[0];
        return bound instanceof Class<?> type
                ? type
                : bound instanceof ParameterizedType parameterized
                        ? (Class<?>) parameterized.getRawType()
                        : Object.class;
    }

    private static boolean saysNullable(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            if (annotation.annotationType().getSimpleName().equals("Nullable")) {
                return true;
            }
        }
        return false;
    }

    private JavaType orNullable() {
        return new JavaType(erased, arguments, component, true);
    }

    private JavaType orNullable(AnnotatedElement declaration) {
        return saysNullable(declaration) ? orNullable() : this;
    }

    /** The same type where it is not {@code null}. */
    JavaType present() {
        return new JavaType(erased, arguments, component, false);
    }

    /** The only argument; {@code Object} where the type is raw. */
    JavaType argument(int place) {
        return place < arguments.size() ? arguments.get(place) : of(Object.class);
    }

    /** The type of a component of this record. */
    JavaType of(RecordComponent part) {
        return of(part.getAnnotatedType(), variables()).orNullable(part.getAccessor());
    }

    /** What a method of this type returns. */
    JavaType ofResultOf(Method accessor) {
        return of(accessor.getAnnotatedReturnType(), variables()).orNullable(accessor);
    }

    private Map<TypeVariable<?>, JavaType> variables() {
        Map<TypeVariable<?>, JavaType> variables = new HashMap<>();
        TypeVariable<?>[] declared = erased.getTypeParameters();
        for (int i = 0; i < declared.length && i < arguments.size(); i++) {
            variables.put(declared[i], arguments.get(i));
        }
        return variables;
    }

    /** As it is written in Java, classes by the names that they have inside their outermost class. */
    @Override
    public String toString() {
        String name = component != null
                ? component + "[]"
                : name(erased)
                        + (arguments.isEmpty()
                                ? ""
                                : arguments.stream()
                                        .map(JavaType::toString)
                                        .collect(Collectors.joining(", ", "<", ">")));
        return isNullable ? "@Nullable " + name : name;
    }

    /** {@code Store.Bucket}. */
    static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null || type.getSimpleName().isEmpty()
                ? type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName()
                : name(outer) + "." + type.getSimpleName();
    }
}

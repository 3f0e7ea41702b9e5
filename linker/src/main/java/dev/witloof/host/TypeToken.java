package dev.witloof.host;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;

/**
 * A Java type with its arguments, which a class alone cannot say:
 *
 * <pre>{@code
 * new TypeToken<List<Optional<String>>>() {}
 * }</pre>
 *
 * @param <T> the type
 */
public abstract class TypeToken<T> {

    private final AnnotatedType type;

    /**
     * Takes the type from the class that extends this one.
     *
     * @throws IllegalStateException if that class does not extend it directly and with an argument
     */
    protected TypeToken() {
        AnnotatedType superclass = getClass().getAnnotatedSuperclass();
        if (getClass().getSuperclass() != TypeToken.class
                || !(superclass instanceof AnnotatedParameterizedType parameterized)) {
            throw new IllegalStateException(
                    "type token: expected a class that directly extends TypeToken of a type, found "
                            + getClass().getGenericSuperclass().getTypeName());
        }
        this.type = parameterized.getAnnotatedActualTypeArguments()[0];
    }

    /** The type, with its annotations. */
    public final AnnotatedType type() {
        return type;
    }

    /** The type as Java writes it. */
    @Override
    public final String toString() {
        return type.getType().getTypeName();
    }
}

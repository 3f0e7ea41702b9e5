package dev.witloof.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands for an import of the component under test: at a field or parameter of type {@link Mock} for its mock, at a field of
 * any other type for an object that serves the import in place of a mock: a {@code Backend}, a {@code Functions}, or an object
 * of the Java interface that the field is declared with.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Import {

    /** The name of the import: a plain name, or an interface's. */
    String value();
}

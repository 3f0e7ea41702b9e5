package dev.witloof.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands for an export of the component under test, as the field's or parameter's type has it: a {@code ComponentFunction}, an
 * {@code ExportedInstance}, or a Java interface.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Export {

    /** The name of the export; empty for the component's exports as a whole, as a Java interface. */
    String value() default "";
}

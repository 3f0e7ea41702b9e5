package dev.witloof.host;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name in WIT of a Java declaration, where the rule of {@link JavaNames} does not lead from one to the other. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface WitName {

    /**
     * The label as WIT has it, such as {@code list-keys}; of a function that belongs to a resource the whole name, such as
     * {@code [static]bucket.from}, or for a method on the resource's interface its label alone.
     */
    String value();
}

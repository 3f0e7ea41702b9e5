package dev.witloof.host;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The WIT interface for which a Java interface stands. An interface without it can be bound to any import whose functions
 * it has.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WitInterface {

    /** The full name, such as {@code wasi:keyvalue/store@0.2.0-draft}. */
    String value();
}

package dev.witloof.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds what the test does not mock. At a method that takes a {@code Linker.Builder}: for the imports that {@link
 * WitloofTest#unmocked} names. At a field with a {@code Backend}: for all unnamed imports of the interfaces that it serves, but
 * those that the test has an {@link Import} for.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Bind {}

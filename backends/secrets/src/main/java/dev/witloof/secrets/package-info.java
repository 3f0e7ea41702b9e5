/**
 * Secrets that a component hands round without seeing them, {@code wasmcloud:secrets}. Enter at
 * {@link dev.witloof.secrets.Secrets}. The WIT is in {@code META-INF/wit/wasmcloud/secrets/}: {@code 1.0.0} with plain functions, and its
 * Java in {@code v1_0_0}; {@code 2.1.0} has asynchronous ones, which cannot be bound to Java interfaces yet.
 *
 * <p>Imports {@code name}, {@code link}, {@code config} in one class, and {@code secrets.v1_0_0}.
 */
@NullMarked
package dev.witloof.secrets;

import org.jspecify.annotations.NullMarked;

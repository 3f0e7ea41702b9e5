/**
 * Secrets that a component hands round without seeing them. So far the WIT: {@code wasmcloud:secrets}, beneath
 * {@code META-INF/wit/wasmcloud/secrets/}: {@code 1.0.0} with plain functions, {@code 2.1.0} with asynchronous ones and one
 * more interface, {@code secret}, for an import whose name is the secret's. The Java of the first is in {@code v1_0_0}; asynchronous
 * functions have none yet.
 *
 * <p>No class here: nothing to import.
 */
@NullMarked
package dev.witloof.secrets;

import org.jspecify.annotations.NullMarked;

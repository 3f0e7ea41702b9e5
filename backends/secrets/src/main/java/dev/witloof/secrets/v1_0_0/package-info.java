/**
 * The interfaces of {@code wasmcloud:secrets@1.0.0}, made from its WIT.
 *
 * <p>Imports {@code host}, for the annotations by which the linker knows what stands for what.
 */
@NullMarked
package dev.witloof.secrets.v1_0_0;

import org.jspecify.annotations.NullMarked;

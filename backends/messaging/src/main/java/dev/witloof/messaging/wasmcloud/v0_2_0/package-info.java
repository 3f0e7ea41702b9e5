/**
 * The interfaces of {@code wasmcloud:messaging@0.2.0}, made from its WIT.
 *
 * <p>Imports {@code host}, for the annotations by which the linker knows what stands for what.
 */
@NullMarked
package dev.witloof.messaging.wasmcloud.v0_2_0;

import org.jspecify.annotations.NullMarked;

/**
 * The interfaces of {@code wasi:keyvalue@0.2.0-draft2}, made from its WIT.
 *
 * <p>Imports {@code host}, for the annotations by which the linker knows what stands for what.
 */
@NullMarked
package dev.witloof.keyvalue.v0_2_0_draft2;

import org.jspecify.annotations.NullMarked;

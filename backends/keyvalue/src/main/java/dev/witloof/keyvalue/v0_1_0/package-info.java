/**
 * The interfaces of {@code witloof:keyvalue@0.1.0}, made from its WIT.
 *
 * <p>Imports {@code host}, for the annotations by which the linker knows what stands for what.
 */
@NullMarked
package dev.witloof.keyvalue.v0_1_0;

import org.jspecify.annotations.NullMarked;

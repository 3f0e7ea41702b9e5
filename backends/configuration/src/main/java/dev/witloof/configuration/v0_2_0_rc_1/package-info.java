/**
 * The interfaces of {@code wasi:config@0.2.0-rc.1}, made from its WIT.
 *
 * <p>Imports {@code host}, for the annotations by which the linker knows what stands for what.
 */
@NullMarked
package dev.witloof.configuration.v0_2_0_rc_1;

import org.jspecify.annotations.NullMarked;

/**
 * The interfaces of {@code wasi:logging@0.1.0-draft}, made from its WIT.
 *
 * <p>Imports {@code host}, for the annotations by which the linker knows what stands for what.
 */
@NullMarked
package dev.witloof.logging.v0_1_0_draft;

import org.jspecify.annotations.NullMarked;

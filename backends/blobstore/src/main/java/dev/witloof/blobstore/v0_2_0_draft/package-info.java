/**
 * The interfaces of {@code wasi:blobstore@0.2.0-draft}, made from its WIT.
 *
 * <p>Imports {@code host}, for the annotations by which the linker knows what stands for what. Uses the types of
 * {@code wasi.io}.
 */
@NullMarked
package dev.witloof.blobstore.v0_2_0_draft;

import org.jspecify.annotations.NullMarked;

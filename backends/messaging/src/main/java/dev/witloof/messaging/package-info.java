/**
 * Messages to and from components. So far the WIT of two packages that are alike in purpose only:
 * {@code wasmcloud:messaging@0.2.0} and {@code wasi:messaging@0.2.0-draft}, beneath {@code META-INF/wit/}, and their Java in
 * {@code wasmcloud.v0_2_0} and {@code v0_2_0_draft}.
 *
 * <p>No class here: nothing to import.
 */
@NullMarked
package dev.witloof.messaging;

import org.jspecify.annotations.NullMarked;

/**
 * {@code wasi:clocks}: a clock for durations and waiting, and one for the time of day, over what the embedder gives. The
 * interfaces are made from the WIT of {@code wasi:clocks@0.2.12} and serve every release of 0.2.
 *
 * <p>Imports {@code error}, {@code wasi.io}, and {@code host} for the annotations by which the linker knows what stands for what.
 */
@NullMarked
package dev.witloof.wasi.clocks;

import org.jspecify.annotations.NullMarked;

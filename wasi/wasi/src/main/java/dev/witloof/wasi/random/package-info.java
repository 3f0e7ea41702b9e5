/**
 * {@code wasi:random}, over a generator that the embedder gives. The interfaces are made from the WIT of
 * {@code wasi:random@0.2.12} and serve every release of 0.2.
 *
 * <p>Imports {@code error}, and {@code host} for the annotations by which the linker knows what stands for what.
 */
@NullMarked
package dev.witloof.wasi.random;

import org.jspecify.annotations.NullMarked;

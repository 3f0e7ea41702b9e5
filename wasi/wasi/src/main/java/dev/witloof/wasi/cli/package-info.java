/**
 * {@code wasi:cli}: what a program was started with, its standard streams, and its end. The interfaces are made from the WIT of
 * {@code wasi:cli@0.2.12} and serve every release of 0.2.
 *
 * <p>Imports {@code error}, {@code value}, {@code wasi.io}, and {@code host} for the annotations by which the linker knows what
 * stands for what.
 */
@NullMarked
package dev.witloof.wasi.cli;

import org.jspecify.annotations.NullMarked;

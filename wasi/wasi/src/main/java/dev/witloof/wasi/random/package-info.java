/**
 * The interfaces of {@code wasi:random@0.2.12}, made from its WIT. They serve every release of 0.2.
 *
 * <p>Imports {@code host}, for the annotations by which the linker knows what stands for what.
 */
@NullMarked
package dev.witloof.wasi.random;

import org.jspecify.annotations.NullMarked;

/**
 * The interfaces of {@code wasi:sockets@0.2.12}, made from its WIT, which serve every release of 0.2; and what guests may reach on
 * the network, {@link dev.witloof.wasi.sockets.NetworkPolicy}.
 *
 * <p>Imports {@code host}, for the annotations by which the linker knows what stands for what. Uses the types of
 * {@code wasi.clocks} and {@code wasi.io}.
 */
@NullMarked
package dev.witloof.wasi.sockets;

import org.jspecify.annotations.NullMarked;

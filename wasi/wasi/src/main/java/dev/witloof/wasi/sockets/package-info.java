/**
 * {@code wasi:sockets}: TCP, UDP and look-ups of names, within what an embedder allows. The interfaces are made from the WIT of
 * {@code wasi:sockets@0.2.12} and serve every release of 0.2.
 *
 * <p>{@link dev.witloof.wasi.sockets.NetworkPolicy} is what guests may reach; whatever else connects for guests asks it too.
 * {@link dev.witloof.wasi.sockets.GivenNetwork} is what one instance has. Sockets are channels that do not wait; an instance's are in
 * one object, by which they are counted, waited for and closed.
 *
 * <p>Imports {@code error}, and {@code host} for the annotations by which the linker knows what stands for what. Uses
 * {@code wasi.io} for streams and waiting.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-sockets/tree/a967b289897091ad106069371ccb35c6c9f09391/wit">wasi:sockets</a>
 */
@NullMarked
package dev.witloof.wasi.sockets;

import org.jspecify.annotations.NullMarked;

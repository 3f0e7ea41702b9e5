/**
 * {@code wasi:io}: streams of bytes, their errors, and waiting for several things at once. The interfaces are made from the WIT
 * of {@code wasi:io@0.2.12} and serve every release of 0.2.
 *
 * <p>Whatever gives streams to guests makes them here. {@link dev.witloof.wasi.io.SourceStream} is an {@code input-stream} over a
 * {@link dev.witloof.wasi.io.Source}, {@link dev.witloof.wasi.io.SinkStream} an {@code output-stream} over a
 * {@link dev.witloof.wasi.io.Sink}; both are made of Java's streams, channels and arrays just as well. They keep the rules of the
 * interface: budgets, traps, errors, what is closed. What guests can wait for is an {@link dev.witloof.wasi.io.Event}.
 *
 * <p>Imports {@code error}, and {@code host} for the annotations by which the linker knows what stands for what.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-io/blob/f3655c91815ca539eacf25099a166c622dfa7f86/wit/streams.wit">wasi:io/streams</a>
 */
@NullMarked
package dev.witloof.wasi.io;

import org.jspecify.annotations.NullMarked;

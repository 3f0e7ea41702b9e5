/**
 * Messages to and from components: {@code wasmcloud:messaging@0.2.0} and {@code wasi:messaging@0.2.0-draft}. Enter at
 * {@link dev.witloof.messaging.Messages}, messages in memory, and {@link dev.witloof.messaging.Subscriptions}, which lead from
 * subjects to the handlers that components export. What systems on a network implement is in {@code service}.
 *
 * <p>Imports {@code name}, {@code host}, {@code instance}, {@code link}, {@code config} in one class, {@code messaging.service} and
 * the packages of the two WIT packages; SLF4J.
 */
@NullMarked
package dev.witloof.messaging;

import org.jspecify.annotations.NullMarked;

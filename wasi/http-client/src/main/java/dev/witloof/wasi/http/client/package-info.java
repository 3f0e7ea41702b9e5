/**
 * HTTP requests of guests, sent over the network. Enter at {@link dev.witloof.wasi.http.client.OutgoingHttp}.
 *
 * <p>What is spoken on a connection is Apache HttpCore's, by one I/O thread of the client's. Which connection, to which address
 * and for how long, is decided here: {@code Connecting} goes the way from a request to a connection step by step,
 * {@code Exchange} is where the guest's thread and the I/O thread meet.
 *
 * <p>Imports {@code wasi.http}, {@code wasi.io}, {@code wasi.sockets} for its policy, {@code link}, and {@code config} for the one
 * class that reads settings.
 */
@NullMarked
package dev.witloof.wasi.http.client;

import org.jspecify.annotations.NullMarked;

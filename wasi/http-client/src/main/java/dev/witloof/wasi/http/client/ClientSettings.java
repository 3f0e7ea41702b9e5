package dev.witloof.wasi.http.client;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * All that makes a client what it is; equal settings share one.
 *
 * @param rules what requests may be sent to
 * @param tls how TLS is spoken; {@code null} is as the JVM does
 * @param lookup who tells addresses; {@code null} is the JVM
 * @param connectTimeout how long it may take to have a connection
 * @param firstByteTimeout how long a response may take to begin
 * @param betweenBytesTimeout how long the next bytes may take, in both directions
 * @param idleTimeout how long a connection is kept that nobody uses
 * @param maximumConnections how many connections there may be
 * @param maximumConnectionsPerDestination how many of them to one destination
 * @param maximumHeaderBytes how long the head of a response may be
 */
record ClientSettings(
        HttpRules rules,
        @Nullable SSLContext tls,
        @Nullable NameLookup lookup,
        Duration connectTimeout,
        Duration firstByteTimeout,
        Duration betweenBytesTimeout,
        Duration idleTimeout,
        int maximumConnections,
        int maximumConnectionsPerDestination,
        int maximumHeaderBytes) {}

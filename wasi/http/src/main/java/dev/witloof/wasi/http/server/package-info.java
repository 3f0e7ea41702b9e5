/**
 * Requests from the JDK's own server, {@code com.sun.net.httpserver}, for components. Enter at
 * {@link dev.witloof.wasi.http.server.HttpServiceHandler}, which says what that server leaves out.
 *
 * <p>Imports {@code wasi.http} and the module {@code jdk.httpserver}.
 */
@NullMarked
package dev.witloof.wasi.http.server;

import org.jspecify.annotations.NullMarked;

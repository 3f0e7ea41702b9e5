/**
 * WASI 0.2's HTTP. {@link dev.witloof.wasi.http.WasiHttp} gives it to guests. What they send is sent by an
 * {@link dev.witloof.wasi.http.HttpTransport}, an interface for whoever has a client; what they answer is asked by an
 * {@link dev.witloof.wasi.http.HttpService}, for whoever has a server. Both have the same heads, fields and bodies: a
 * {@link dev.witloof.wasi.http.BodySource} is received, a {@link dev.witloof.wasi.http.BodySink} sent.
 *
 * <p>Its WIT, {@code wasi:http@0.2.12}, is in {@code META-INF/wit/wasi/http/0.2.12/}, and the interfaces made from that serve
 * every release of 0.2. The classes named {@code Received…} and {@code Sent…} are the resources of {@code wasi:http/types} as
 * guests have them.
 *
 * <p>Imports {@code link}, {@code instance}, {@code host}, {@code error}, {@code wasi.io}.
 */
@NullMarked
package dev.witloof.wasi.http;

import org.jspecify.annotations.NullMarked;

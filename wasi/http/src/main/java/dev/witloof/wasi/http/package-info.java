/**
 * WASI 0.2's HTTP. So far its WIT, {@code wasi:http@0.2.12}, in {@code META-INF/wit/wasi/http/0.2.12/}, and its interfaces, made
 * from that. They serve every release of 0.2.
 *
 * <p>Imports {@code host}, {@code wasi.io} and {@code wasi.clocks}.
 */
@NullMarked
package dev.witloof.wasi.http;

import org.jspecify.annotations.NullMarked;

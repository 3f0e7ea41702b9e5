/**
 * WASI 0.2's HTTP. So far its WIT: {@code wasi:http@0.2.12}, in {@code META-INF/wit/wasi/http/0.2.12/}. It uses the WIT of
 * {@code witloof-wasi}.
 *
 * <p>No class here: nothing to import.
 */
@NullMarked
package dev.witloof.wasi.http;

import org.jspecify.annotations.NullMarked;

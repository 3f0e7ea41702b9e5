/**
 * WASI 0.2 apart from HTTP: {@link dev.witloof.wasi.Wasi} is what guests are given of it, {@link dev.witloof.wasi.Command} runs
 * programs. The packages beneath have an interface of WASI each, with what serves it; their WIT stands beneath
 * {@code META-INF/wit/wasi/}.
 *
 * <p>Imports {@code error}, {@code name}, {@code host}, {@code instance}, {@code link}, and the packages beneath.
 */
@NullMarked
package dev.witloof.wasi;

import org.jspecify.annotations.NullMarked;

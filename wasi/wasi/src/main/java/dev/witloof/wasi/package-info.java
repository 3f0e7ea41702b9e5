/**
 * WASI 0.2 apart from HTTP. So far its WIT: {@code wasi:cli}, {@code wasi:clocks}, {@code wasi:filesystem}, {@code wasi:io},
 * {@code wasi:random} and {@code wasi:sockets}, all {@code 0.2.12}, beneath {@code META-INF/wit/wasi/}, and the interfaces made
 * from it, a package for each.
 *
 * <p>No class here: nothing to import.
 */
@NullMarked
package dev.witloof.wasi;

import org.jspecify.annotations.NullMarked;

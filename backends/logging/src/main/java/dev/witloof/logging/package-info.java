/**
 * What components log, {@code wasi:logging}, by SLF4J. Enter at {@link dev.witloof.logging.Logs}. The WIT is in
 * {@code META-INF/wit/wasi/logging/0.1.0-draft/}, and its Java in {@code v0_1_0_draft}; components made before the package had a
 * version import {@code wasi:logging/logging}, which has the same shape.
 *
 * <p>Imports {@code name}, {@code host}, {@code link}, {@code config} in one class, and {@code logging.v0_1_0_draft}, and SLF4J.
 */
@NullMarked
package dev.witloof.logging;

import org.jspecify.annotations.NullMarked;

/**
 * What a component logs. So far the WIT: {@code wasi:logging@0.1.0-draft}, in
 * {@code META-INF/wit/wasi/logging/0.1.0-draft/}, and its Java in {@code v0_1_0_draft}. Components made before the package had a version import
 * {@code wasi:logging/logging}, which has the same shape.
 *
 * <p>No class here: nothing to import.
 */
@NullMarked
package dev.witloof.logging;

import org.jspecify.annotations.NullMarked;

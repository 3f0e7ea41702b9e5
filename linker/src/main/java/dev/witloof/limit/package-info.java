/**
 * What an embedder lets the instances of one store take up, how long it lets a call run, and how it cancels one. Numbers and
 * wishes alone: others enforce them. Enter at {@link dev.witloof.limit.Limits} and {@link dev.witloof.limit.Cancellation}.
 *
 * <p>Imports nothing.
 */
@NullMarked
package dev.witloof.limit;

import org.jspecify.annotations.NullMarked;

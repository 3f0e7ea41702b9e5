/**
 * What an embedder lets the instances of one store take up, and how long it lets a call run: numbers alone, which others
 * enforce. Enter at {@link dev.witloof.limit.Limits}.
 *
 * <p>Imports nothing.
 */
@NullMarked
package dev.witloof.limit;

import org.jspecify.annotations.NullMarked;

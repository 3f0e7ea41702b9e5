/**
 * One component, and a file that says where it keeps what. Enter at {@link dev.witloof.examples.stores.Stores}.
 *
 * <p>Imports {@code config}, {@code host}, {@code instance}, {@code link}, {@code wrapper} and every store.
 */
@NullMarked
package dev.witloof.examples.stores;

import org.jspecify.annotations.NullMarked;

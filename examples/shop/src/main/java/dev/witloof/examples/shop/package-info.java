/**
 * The program of the README: a component with two named imports of one interface, a plain one and an unnamed one. Enter at
 * {@link dev.witloof.examples.shop.Shop}.
 *
 * <p>Imports {@code host}, {@code instance}, {@code link}, {@code keyvalue} and {@code configuration}.
 */
@NullMarked
package dev.witloof.examples.shop;

import org.jspecify.annotations.NullMarked;

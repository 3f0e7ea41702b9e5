/**
 * Ready-made wrappers around the functions of a binding, each put there by {@code bind("cache").to(…).wrap(…)}:
 * {@link dev.witloof.wrapper.Logging}, {@link dev.witloof.wrapper.Timing}, {@link dev.witloof.wrapper.Retry},
 * {@link dev.witloof.wrapper.TimeLimit}, {@link dev.witloof.wrapper.Quota} and {@link dev.witloof.wrapper.Recording}; and
 * {@link dev.witloof.wrapper.CallCounts}, which adds up what {@code Timing} tells. {@code wrapAll} puts them around every binding.
 *
 * <p>Imports {@code error}, {@code name}, {@code type}, {@code layout}, {@code state}, {@code value}, {@code host}, {@code instance}, {@code policy} and {@code link}, of which
 * it uses nothing but what is open to every embedder.
 */
@NullMarked
package dev.witloof.wrapper;

import org.jspecify.annotations.NullMarked;

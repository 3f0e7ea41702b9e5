/**
 * Component-level values without generated classes: records, variants, enums, flags, tuples, results and handles to a
 * guest's resources. All but {@link dev.witloof.value.ResourceValue} are immutable and compare by content. Their text is
 * WAVE, the Component Model's text form of values. What needs no class of its own is a plain Java value: {@code String},
 * {@code Optional}, {@code List}, arrays of primitives, boxed numbers.
 *
 * <p>Imports {@code error}, {@code type} and {@code state}.
 */
@NullMarked
package dev.witloof.value;

import org.jspecify.annotations.NullMarked;

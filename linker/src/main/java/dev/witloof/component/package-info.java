/**
 * A component as its binary lists it: one record for each production of Binary.md, indices unresolved, nothing checked
 * beyond the format. Nested components and core modules are slices of the input, not copies.
 *
 * <p>Enter at {@link dev.witloof.component.ComponentBinary}. An index is an {@code int} to be read unsigned: one of
 * 2<sup>31</sup> and more is negative here, and never within an index space, which has at most one entry for each byte
 * of input. Families with more than a handful of forms have a visitor; where a record's name is also that of a type in
 * {@code type}, the record is nested in its family.
 *
 * <p>Imports {@code error}, {@code name} and {@code type}.
 */
@NullMarked
package dev.witloof.component;

import org.jspecify.annotations.NullMarked;

/**
 * A component as its binary lists it: one record for each production of Binary.md, indices unresolved, nothing checked
 * beyond the format. Nested components and core modules are slices of the input, not copies.
 *
 * <p>Imports {@code error}, {@code name} and {@code type}.
 */
@NullMarked
package dev.witloof.component;

import org.jspecify.annotations.NullMarked;

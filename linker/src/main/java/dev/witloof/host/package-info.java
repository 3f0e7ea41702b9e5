/**
 * How Java types stand for WIT types: an interface for an interface, a record for a record, an enum for an enum, a sealed
 * interface for a variant. {@link dev.witloof.host.JavaNames} has the rule for names; {@link dev.witloof.host.WitInterface}
 * and {@link dev.witloof.host.WitName} say what the rule cannot.
 *
 * <p>Imports every package of the linker that stands before it, but neither {@code instance} nor {@code link}.
 */
@NullMarked
package dev.witloof.host;

import org.jspecify.annotations.NullMarked;

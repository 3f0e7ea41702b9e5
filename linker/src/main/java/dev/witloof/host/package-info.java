/**
 * How Java types stand for WIT types: an interface for an interface, a record for a record, an enum for an enum, a sealed
 * interface for a variant. {@link dev.witloof.host.JavaNames} has the rule for names; {@link dev.witloof.host.WitInterface}
 * and {@link dev.witloof.host.WitName} say what the rule cannot.
 *
 * <p>Enter at {@link dev.witloof.host.ImportedInterface} (Java serves a guest) and
 * {@link dev.witloof.host.ExportedInterface} (Java calls a guest): both compare declarations once, report every
 * {@link dev.witloof.host.Mismatch}, and prepare {@link dev.witloof.host.Adapters}. All reflection is done then, none when
 * calling. What adapters call, {@link dev.witloof.host.IncomingCall} and {@link dev.witloof.host.OutgoingCall}, is what a
 * generator's source is written against.
 *
 * <p>Imports every package of the linker that stands before it, but neither {@code instance} nor {@code link}; the only
 * importer of ASM.
 */
@NullMarked
package dev.witloof.host;

import org.jspecify.annotations.NullMarked;

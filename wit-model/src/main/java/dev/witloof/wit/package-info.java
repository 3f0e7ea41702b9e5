/**
 * WIT packages as data: interfaces, worlds, types and functions as they were written, with docs, stability and places.
 * Enter at {@link dev.witloof.wit.WitPackages}, which the WIT parser returns; {@link dev.witloof.wit.WitWorld#importRefs()}
 * gives a world's imports as a component built from it shows them.
 *
 * <p>A type refers to another by owner and name ({@link dev.witloof.wit.WitType.Named}), so that all of it is plain,
 * immutable and without cycles. What the linker works with, fully resolved, are the types of {@code type}.
 *
 * <p>Imports {@code error}, {@code name} and {@code type}.
 */
@NullMarked
package dev.witloof.wit;

import org.jspecify.annotations.NullMarked;

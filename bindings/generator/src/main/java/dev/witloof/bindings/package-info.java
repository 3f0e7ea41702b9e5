/**
 * WIT, or a component's own types, to Java source: {@link dev.witloof.bindings.Generator} in a program,
 * {@link dev.witloof.bindings.Main} on a command line.
 *
 * <p>A line of small passes. Both inputs become one {@code Model} without aliases ({@code PackagesModel}, {@code ComponentModel});
 * {@code Choosing} takes what is wanted and all that this needs; {@code Ordering} lays out each file; {@code Naming} settles every
 * Java name; {@code Limits} refuses what Java cannot hold; the writers write. All problems are reported at once, by
 * {@link dev.witloof.bindings.GeneratorException}, before a line is written.
 *
 * <p>Uses the WIT model and parser and the linker's types; only here is the library for writing source used.
 */
@NullMarked
package dev.witloof.bindings;

import org.jspecify.annotations.NullMarked;

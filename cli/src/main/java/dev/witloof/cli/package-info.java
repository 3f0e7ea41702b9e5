/**
 * The command line: what a component needs and gives, whether it links with the bindings of a file, calls of its exports, and
 * WIT. Enter at {@link dev.witloof.cli.Main}.
 *
 * <p>A {@code …Command} for each command reads its arguments, calls the library, and prints: results on standard output,
 * everything else on standard error. All that the process has, its streams and whether they are terminals, is a
 * {@code Console}; what keeps a command from its result is thrown and becomes an exit status in {@code Main}. Nothing about
 * names or bindings is decided here: the linker is asked.
 *
 * <p>Uses the linker, the generator, the WIT parser (where WIT text is read or written only), backends, picocli, and Jackson's
 * streaming writer.
 */
@NullMarked
package dev.witloof.cli;

import org.jspecify.annotations.NullMarked;

/**
 * The second example: the imports of a world, read from WIT text. Enter at
 * {@link dev.witloof.examples.witimports.WitImports}.
 */
@NullMarked
package dev.witloof.examples.witimports;

import org.jspecify.annotations.NullMarked;

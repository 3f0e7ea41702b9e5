/**
 * A component with two named imports on two backends; enter at {@link dev.witloof.examples.firstlight.FirstLight}.
 *
 * <p>Imports {@code host}, {@code link}, {@code instance} and {@code keyvalue}.
 */
@NullMarked
package dev.witloof.examples.firstlight;

import org.jspecify.annotations.NullMarked;

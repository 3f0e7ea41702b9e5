/**
 * Assertions on components, plans and traps in the manner of AssertJ, which whoever uses them brings along.
 *
 * <p>Enter at {@link dev.witloof.testkit.assertions.WitloofAssertions}. Imports {@code instance}, {@code link} and AssertJ.
 */
@NullMarked
package dev.witloof.testkit.assertions;

import org.jspecify.annotations.NullMarked;

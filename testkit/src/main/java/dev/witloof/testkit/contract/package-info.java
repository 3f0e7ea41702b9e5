/**
 * Tests that any implementation of an interface has to pass: abstract classes, to be extended by a test of one's own.
 *
 * <p>Enter at {@link dev.witloof.testkit.contract.StoreContract}. Imports the interfaces that are tested, {@code link}, JUnit
 * and AssertJ.
 */
@NullMarked
package dev.witloof.testkit.contract;

import org.jspecify.annotations.NullMarked;

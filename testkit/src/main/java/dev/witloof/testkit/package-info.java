/**
 * Mocks for what a component imports, each by the name of its import, and a JUnit extension that puts them in place.
 *
 * <p>Enter at {@link dev.witloof.testkit.WitloofTest} in a test, or at {@link dev.witloof.testkit.Mocks} without JUnit. A
 * {@link dev.witloof.testkit.Mock} takes what it knows of functions from the component's own types; {@link
 * dev.witloof.testkit.Stub} says what a call gives, {@link dev.witloof.testkit.Called} which calls there should have been.
 *
 * <p>Imports the packages of the linker, and JUnit's API for the extension alone.
 */
@NullMarked
package dev.witloof.testkit;

import org.jspecify.annotations.NullMarked;

/**
 * Random types and values from the host through two components, which exchange them with each other, and back. Enter at
 * {@link dev.witloof.tests.roundtrip.RoundTripTest}.
 */
@NullMarked
package dev.witloof.tests.roundtrip;

import org.jspecify.annotations.NullMarked;

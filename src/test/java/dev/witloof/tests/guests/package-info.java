/** Real components from end to end: what they compute, what they ask their backends for, how they fail. */
@NullMarked
package dev.witloof.tests.guests;

import org.jspecify.annotations.NullMarked;

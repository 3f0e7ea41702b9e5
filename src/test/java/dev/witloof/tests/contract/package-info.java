/** Our own stores under the tests that any store has to pass. */
@NullMarked
package dev.witloof.tests.contract;

import org.jspecify.annotations.NullMarked;

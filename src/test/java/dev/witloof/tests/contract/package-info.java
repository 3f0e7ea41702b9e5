/**
 * The contracts of the testkit: over the stores in memory, over a store that serves everything, and over stores with one fault
 * each, which the contracts have to find.
 */
@NullMarked
package dev.witloof.tests.contract;

import org.jspecify.annotations.NullMarked;

/**
 * Targets for the fuzzer Jazzer, one in each class because a virtual machine fuzzes one. In an ordinary build each runs
 * on its seeds and on the inputs that stand beside it as resources.
 */
@NullMarked
package dev.witloof.fuzzing;

import org.jspecify.annotations.NullMarked;

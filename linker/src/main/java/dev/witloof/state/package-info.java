/**
 * The state of a component instance while it runs, in the words of CanonicalABI.md: its table of handles, what a handle
 * to a resource is, who may enter and leave, and which borrows a call still owes. Enter at
 * {@link dev.witloof.state.InstanceState}.
 *
 * <p>Nothing here is safe for several threads: an instance is used by one at a time, which the package {@code instance}
 * checks.
 *
 * <p>Imports {@code error}, {@code limit} and {@code core}.
 */
@NullMarked
package dev.witloof.state;

import org.jspecify.annotations.NullMarked;

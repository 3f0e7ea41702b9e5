/**
 * Components and their instances: loading, instantiation, calls in both directions. Enter at
 * {@link dev.witloof.instance.Component}; a {@link dev.witloof.instance.Store} turns one into a
 * {@link dev.witloof.instance.ComponentInstance}. An embedder usually lets {@code link} decide what the imports are
 * given.
 *
 * <p>What a component does at its instantiation is prepared once, as a list of initializers; an instantiation runs the
 * list over a fresh frame. Lifts and lowers are prepared with it, so a call dispatches on no type.
 *
 * <p>Imports every package of the linker that stands before it.
 */
@NullMarked
package dev.witloof.instance;

import org.jspecify.annotations.NullMarked;

/**
 * The records of {@code component} to a valid component whose types are resolved: index spaces, type definitions,
 * subtyping, canonical options. Enter at {@code ComponentValidation}; its result, {@code ValidComponent}, lists the
 * steps of an instantiation with every index checked and every type known, so that nothing after it has to doubt them.
 *
 * <p>Imports {@code error}, {@code name}, {@code type}, {@code component}, {@code binary} and {@code core}.
 */
@NullMarked
package dev.witloof.validation;

import org.jspecify.annotations.NullMarked;

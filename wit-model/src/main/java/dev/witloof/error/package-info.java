/**
 * Every error that the library reports: one sealed family of unchecked exceptions beneath
 * {@link dev.witloof.error.WitloofException}, and {@link dev.witloof.error.Problem}, one finding of the linker as plain
 * data.
 *
 * <p>The five kinds that the Component Model's reference tests tell apart are {@link dev.witloof.error.MalformedException},
 * {@link dev.witloof.error.InvalidException}, {@link dev.witloof.error.UnlinkableException},
 * {@link dev.witloof.error.UninstantiableException} and {@link dev.witloof.error.TrapException}.
 *
 * <p>Imports nothing but the JDK.
 */
@NullMarked
package dev.witloof.error;

import org.jspecify.annotations.NullMarked;

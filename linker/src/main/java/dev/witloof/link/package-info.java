/**
 * The linker: which import is served by what. Enter at {@link dev.witloof.link.Linker}, which collects bindings and
 * makes a {@link dev.witloof.link.LinkPlan} for a component or reports every problem at once; a plan is started into a
 * {@link dev.witloof.link.Deployment}, which opens the backends and makes instances.
 *
 * <p>What serves imports is an object of a Java interface, a {@link dev.witloof.link.Backend} or a set of {@link dev.witloof.link.Functions}. Inside,
 * {@code Resolution} finds what answers for an import, {@code Target} checks it against the import's type,
 * {@code Unbound} and {@code Unused} explain what was not found, and {@code Report} prints.
 *
 * <p>{@code Enforcement} asks the policies, and {@code Around} puts what they deny, and wrappers, around the functions of a binding.
 *
 * <p>Imports {@code error}, {@code name}, {@code type}, {@code core}, {@code host}, {@code instance} and {@code policy}. Of this module's
 * packages only {@code wrapper} imports this one.
 */
@NullMarked
package dev.witloof.link;

import org.jspecify.annotations.NullMarked;

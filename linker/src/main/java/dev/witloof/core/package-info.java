/**
 * Core modules, instances, functions and memories. The only package that imports the core engine (Chicory), so that
 * another engine is one package's work; the engine's defects are worked round here.
 *
 * <p>Enter at {@link dev.witloof.core.CoreModule}: {@code parse}, {@code instantiate}, {@code export}. What passes
 * between instances is a {@link dev.witloof.core.CoreExtern}; what leaves a call, {@link dev.witloof.core.CoreTraps} turns
 * into a trap.
 *
 * <p>Each instance has its own view of a shared table ({@code TableView} over {@code SharedTable}), of a global that holds
 * a function ({@code GlobalView}), of a shared tag ({@code SharedTag}) and of a shared memory ({@code LinearMemory} over
 * {@code CoreMemory}), because the engine keeps in them what belongs to one instance: function and type indices, data
 * segments.
 *
 * <p>{@link dev.witloof.core.ShimModule} and {@link dev.witloof.core.FixupModule} recognise modules that only pass calls on,
 * so that they need not run.
 *
 * <p>What the engine's compiler cannot do is interpreted, and the log says so once for each module: functions that exceed
 * a JVM method, functions that may loop by tail calls ({@code TailCalls}), whole modules that mention vectors.
 *
 * <p>Compiled code may come from a directory, and be kept there: {@link dev.witloof.core.CompilationCache}. The entry
 * ({@code StoredCode}) under the key of all that it depends on ({@code CodeKey}) has the classes and what is interpreted;
 * files are {@code CacheDirectory}'s concern, and whether others may have written them {@code Ownership}'s.
 *
 * <p>Known limits of the engine: a reference to a function of another instance that came out of a table or a global,
 * or was an argument or result of an imported function ({@code PassedFunctions}), can be kept, copied, passed on and put into a
 * table, and called from there, but {@code call_ref} on it traps; one that is passed in a call through a shared table, as an
 * exception argument or as a field of a structure loses its instance. A tail call to another instance's
 * function, imported or through a shared table, is an ordinary call in compiled code, so a loop of tail calls across
 * instances, or through a table that several see, uses up the stack; in the interpreter it traps. Vector instructions trap: the
 * interpreter lacks them. An instance does not catch an exception of its own tag that another instance threw, unless it
 * imports the tag. An address above 2 GiB whose sum with a constant offset overflows wraps in some stores of the
 * interpreter.
 *
 * <p>Imports {@code error}, {@code type} and {@code limit}.
 */
@NullMarked
package dev.witloof.core;

import org.jspecify.annotations.NullMarked;

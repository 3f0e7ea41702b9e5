/**
 * Core modules, instances, functions and memories. The only package that imports the core engine (Chicory), so that
 * another engine is one package's work; the engine's defects are worked round here.
 *
 * <p>Enter at {@link dev.witloof.core.CoreModule}: {@code parse}, {@code instantiate}, {@code export}. What passes
 * between instances is a {@link dev.witloof.core.CoreExtern}; what leaves a call, {@link dev.witloof.core.CoreTraps} turns
 * into a trap.
 *
 * <p>Each instance has its own view of a shared table ({@code TableView} over {@code SharedTable}) and of a shared memory
 * ({@code LinearMemory} over {@code MemoryBytes}), because the engine keeps in tables and memories what belongs to one
 * instance: type indices, data segments.
 *
 * <p>Known limits of the engine: a reference to a function that reaches another instance in a global or as a parameter
 * loses its instance; a tail call through a shared table to another instance's function traps in the interpreter;
 * vectors parse, but a module that computes with them runs in the interpreter, which lacks them; an address above 2 GiB
 * whose sum with a constant offset overflows wraps in some stores of the interpreter.
 *
 * <p>Imports {@code error} and {@code type}.
 */
@NullMarked
package dev.witloof.core;

import org.jspecify.annotations.NullMarked;

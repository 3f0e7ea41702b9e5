/**
 * Core modules, instances, functions and memories. The only package that imports the core engine (Chicory), so that
 * another engine is one package's work; the engine's defects are worked round here.
 *
 * <p>Imports {@code error} and {@code type}.
 */
@NullMarked
package dev.witloof.core;

import org.jspecify.annotations.NullMarked;

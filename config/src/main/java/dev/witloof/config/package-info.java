/**
 * Bindings as a file, for people who deploy rather than program. Enter at {@link dev.witloof.config.Bindings}; what an
 * embedder gives is a {@link dev.witloof.config.BackendRegistry} and a {@link dev.witloof.config.SecretResolver}.
 *
 * <p>{@code YamlTree} reads a file into {@code Node}s, {@code Format} says what may stand in it, as {@code Shape}s which both
 * check nodes and describe themselves as JSON Schema, and {@code Reading} makes bindings of what is left.
 *
 * <p>Imports {@code error}, {@code name} and {@code link}; the YAML parser in one class.
 */
@NullMarked
package dev.witloof.config;

import org.jspecify.annotations.NullMarked;

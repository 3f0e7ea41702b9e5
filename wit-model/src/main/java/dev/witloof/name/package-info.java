/**
 * The names of imports and exports: the grammar, versions and their tracks, the attributes that stand beside a name,
 * strong uniqueness. Enter at {@link dev.witloof.name.ExternName}; {@link dev.witloof.name.ImportRef} and
 * {@link dev.witloof.name.ExportRef} are what an embedder sees of a component's imports and exports.
 *
 * <p>Imports {@code error} only.
 */
@NullMarked
package dev.witloof.name;

import org.jspecify.annotations.NullMarked;

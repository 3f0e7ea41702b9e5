/**
 * Containers of objects, {@code wasi:blobstore@0.2.0-draft}, in memory, for imports with names and without. Enter at
 * {@link dev.witloof.blobstore.Blobs}. The WIT is in {@code META-INF/wit/wasi/blobstore/0.2.0-draft/}, its Java in
 * {@code v0_2_0_draft}; whoever writes another store begins in {@code service}.
 *
 * <p>Imports {@code link} and {@code blobstore.service}; {@code config} in the factory alone, for who has bindings in a file.
 */
@NullMarked
package dev.witloof.blobstore;

import org.jspecify.annotations.NullMarked;

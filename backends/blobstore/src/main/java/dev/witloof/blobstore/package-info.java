/**
 * Containers of objects. So far the WIT: {@code wasi:blobstore@0.2.0-draft}, in
 * {@code META-INF/wit/wasi/blobstore/0.2.0-draft/}, and its Java in {@code v0_2_0_draft}. It uses the streams of
 * {@code witloof-wasi}.
 *
 * <p>No class here: nothing to import.
 */
@NullMarked
package dev.witloof.blobstore;

import org.jspecify.annotations.NullMarked;

/**
 * What a store of objects does, in terms of Java, and the backend that serves {@code wasi:blobstore} over it.
 *
 * <p>Whoever writes a store implements {@link dev.witloof.blobstore.service.BlobService} and
 * {@link dev.witloof.blobstore.service.StoredContainer}, and extends {@link dev.witloof.blobstore.service.BlobBackend}, which
 * knows names, handles, streams and errors of WIT. Nothing here knows a particular store.
 *
 * <p>Imports {@code error}, {@code name}, {@code host}, {@code link}, {@code wasi.io} and {@code blobstore.v0_2_0_draft}.
 */
@NullMarked
package dev.witloof.blobstore.service;

import org.jspecify.annotations.NullMarked;

/**
 * Key-value and blobs in a directory, for several processes at once. Enter at {@link dev.witloof.files.FileStores}.
 *
 * <p>{@code OpenDirectory} is what a directory has open: its {@code Layout}, the {@code Locks} between processes, the
 * {@code Drafts} that become entries. {@code Shelf} is a folder of entries, each a file that begins with a {@code Header}.
 *
 * <p>Imports {@code link}, {@code keyvalue.service}, {@code blobstore.service} and, where a file of bindings names a store,
 * {@code config}.
 */
@NullMarked
package dev.witloof.files;

import org.jspecify.annotations.NullMarked;

/**
 * {@code wasi:keyvalue} and {@code wasi:blobstore} in the tables of a database, over any JDBC driver. Enter at {@link dev.witloof.jdbc.Jdbc}.
 *
 * <p>{@code Database} is what is open: a pool of connections, or a {@code DataSource} of the embedder's; a call is a
 * {@code Work} in a {@code Session} of it. {@code Dialect} has what databases differ in, {@code Failure} what their errors
 * mean. {@code KeyValueTable} is a key-value store, {@code BlobTables} one of objects.
 *
 * <p>Imports {@code link}, {@code keyvalue.service}, {@code blobstore.service} and, in {@code JdbcFactory} alone, {@code config}; HikariCP in
 * {@code Database} alone.
 */
@NullMarked
package dev.witloof.jdbc;

import org.jspecify.annotations.NullMarked;

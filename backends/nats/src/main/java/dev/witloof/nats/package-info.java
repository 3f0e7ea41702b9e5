/**
 * NATS behind imports: key-value and blobs in JetStream, and messages. Enter at {@link dev.witloof.nats.Nats}.
 *
 * <p>{@code NatsLink} is a connection of the client library, kept within the time that calls have; {@code JetStreamApi} and
 * {@code StreamReading} are what is asked of a stream. How buckets and keys are called is in {@code Names}, and in the
 * documentation of stores.
 *
 * <p>Imports {@code link}, {@code keyvalue.service}, {@code blobstore.service}, {@code messaging.service}, and {@code config}
 * for the one class that reads settings.
 */
@NullMarked
package dev.witloof.nats;

import org.jspecify.annotations.NullMarked;

package dev.witloof.keyvalue.service;

import org.jspecify.annotations.Nullable;

/**
 * A key as it was seen.
 *
 * @param value its value; {@code null} if it was not there
 * @param version what tells the store whether it has changed since, in whatever form the store likes: it may be the value. A text or a
 *     number is also what components are told as the version; for anything else they are told a digest of the value
 */
public record Sighting(byte @Nullable [] value, Object version) {}

package dev.witloof.blobstore.service;

/**
 * What is known about an object.
 *
 * @param size its bytes
 * @param createdAt when it was made, or last replaced, in seconds since 1970-01-01T00:00:00Z
 */
public record ObjectInfo(long size, long createdAt) {}

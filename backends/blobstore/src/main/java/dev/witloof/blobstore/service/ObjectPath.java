package dev.witloof.blobstore.service;

/**
 * An object by its container and its name.
 *
 * @param container the container's name
 * @param object the object's name
 */
public record ObjectPath(String container, String object) {}

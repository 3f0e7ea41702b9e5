package dev.witloof.link;

/**
 * An export that was chosen.
 *
 * @param name its name, as it was written
 * @param place where
 */
record ExportSelection(String name, Place place) {}

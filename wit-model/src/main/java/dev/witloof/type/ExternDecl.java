package dev.witloof.type;

import dev.witloof.name.NameAttributes;

/**
 * A named import or export.
 *
 * @param name the name, as written
 * @param attributes what stands beside the name; no part of matching
 * @param type the type
 */
public record ExternDecl(String name, NameAttributes attributes, ExternType type) {}

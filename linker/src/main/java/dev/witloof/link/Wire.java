package dev.witloof.link;

/**
 * An import of one member of a composition that is served by an export of another, because the embedder said so.
 *
 * @param exporter the member that exports
 * @param export its export
 * @param importer the member that imports
 * @param importName its import
 * @param place where it was declared
 */
record Wire(String exporter, String export, String importer, String importName, String place) {

    /** The {@linkplain Need#key key} of the import that it serves. */
    String key() {
        return importer + " " + importName;
    }

    /** As it was written: {@code wire("kv", "hot", "shop", "cache")}. */
    String written() {
        return written(exporter, export, importer, importName);
    }

    static String written(String exporter, String export, String importer, String importName) {
        return "wire(" + Text.quoted(exporter) + ", " + Text.quoted(export) + ", " + Text.quoted(importer) + ", "
                + Text.quoted(importName) + ")";
    }
}

package dev.witloof.keyvalue;

/** How many keys a listing gives at a time. */
final class PageSize {

    static final int DEFAULT = 1000;

    private PageSize() {}

    static int checked(int keys) {
        if (keys < 1) {
            throw new IllegalArgumentException("pageSize: expected 1 or more, found " + keys);
        }
        return keys;
    }
}

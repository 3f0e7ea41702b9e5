package dev.witloof.redis;

/** Redis's language of patterns. */
final class Glob {

    private Glob() {}

    /** A pattern of this text and nothing else. */
    static String escaped(String text) {
        return text.replaceAll("[*?\\[\\\\]", "\\\\$0");
    }
}

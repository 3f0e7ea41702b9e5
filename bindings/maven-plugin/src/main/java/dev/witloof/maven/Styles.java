package dev.witloof.maven;

import dev.witloof.bindings.OptionStyle;
import dev.witloof.bindings.UnsignedStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Settings that stand in a POM as words. */
final class Styles {

    private Styles() {}

    static OptionStyle optionStyle(String word) {
        return setting("optionStyle", OptionStyle::of, word);
    }

    static UnsignedStyle unsignedStyle(String word) {
        return setting("unsignedStyle", UnsignedStyle::of, word);
    }

    private static <T> T setting(String name, Function<String, T> style, String word) {
        try {
            return style.apply(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** A colon and an at-sign may not stand in the name of an XML element, so the pairs are texts and no map. */
    static Map<String, String> javaPackages(List<String> pairs) {
        Map<String, String> byWitPackage = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(
                        "javaPackages: expected a pair such as acme:shop=com.acme.shop, found \"" + pair + "\"");
            }
            String witPackage = pair.substring(0, equals).strip();
            String before =
                    byWitPackage.put(witPackage, pair.substring(equals + 1).strip());
            if (before != null) {
                throw new IllegalArgumentException(
                        "javaPackages: expected one Java package for " + witPackage + ", found a second one: " + pair);
            }
        }
        return byWitPackage;
    }
}

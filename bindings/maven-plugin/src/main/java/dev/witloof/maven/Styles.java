package dev.witloof.maven;

import dev.witloof.bindings.OptionStyle;
import dev.witloof.bindings.UnsignedStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings that stand in a POM as words. */
final class Styles {

    private Styles() {}

    static OptionStyle optionStyle(String word) {
        return switch (word) {
            case "optional" -> OptionStyle.OPTIONAL;
            case "nullable" -> OptionStyle.NULLABLE;
            default -> throw expected("optionStyle", "optional or nullable", word);
        };
    }

    static UnsignedStyle unsignedStyle(String word) {
        return switch (word) {
            case "wide" -> UnsignedStyle.WIDE;
            case "raw-bits" -> UnsignedStyle.RAW_BITS;
            default -> throw expected("unsignedStyle", "wide or raw-bits", word);
        };
    }

    /** A colon and an at-sign may not stand in the name of an XML element, so the pairs are texts and no map. */
    static Map<String, String> javaPackages(List<String> pairs) {
        Map<String, String> byWitPackage = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw expected("javaPackages", "a pair such as acme:shop=com.acme.shop", pair);
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

    private static IllegalArgumentException expected(String setting, String what, String found) {
        return new IllegalArgumentException(setting + ": expected " + what + ", found \"" + found + "\"");
    }
}

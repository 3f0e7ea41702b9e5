package dev.witloof.policy;

import dev.witloof.error.InvalidException;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.Printable;

/**
 * Interfaces of which a rule speaks: one in the versions that match a given one, one in all versions, or all of a package.
 *
 * @param name the interface; of a package, some interface of it
 * @param isPackage whether the whole package is meant
 */
record InterfacePattern(InterfaceName name, boolean isPackage) {

    private static final String ALL = "/*";

    /**
     * Reads {@code wasi:keyvalue/store@0.2.0-draft}, {@code wasi:keyvalue/store} or {@code wasi:keyvalue/*}.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    static InterfacePattern parse(String text) {
        boolean isPackage = text.endsWith(ALL);
        try {
            return new InterfacePattern(
                    InterfaceName.parse(isPackage ? text.substring(0, text.length() - 1) + "any" : text), isPackage);
        } catch (InvalidException invalid) {
            throw new IllegalArgumentException(
                    "interfaceName " + Printable.quoted(text)
                            + ": expected an interface with or without its version, or all of a package as in wasi:keyvalue/*",
                    invalid);
        }
    }

    boolean matches(InterfaceName other) {
        if (isPackage) {
            return name.packageName().equals(other.packageName());
        }
        return name.version().isEmpty() ? name.unversioned().equals(other.unversioned()) : other.matches(name);
    }

    @Override
    public String toString() {
        return isPackage ? name.packageName() + ALL : name.toString();
    }
}

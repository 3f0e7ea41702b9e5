package dev.witloof.bindings;

import com.palantir.javapoet.ClassName;
import dev.witloof.name.InterfaceName;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitType;
import dev.witloof.wit.WorldItem;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every name that a rule cannot give from the WIT name alone.
 *
 * @param interfaces the Java interface of each WIT interface, and of each world that holds types
 * @param types the class of each named type
 * @param flags those of them that are flags, whose class is that of one flag
 * @param exceptions the exception of each error type, by the interface whose functions throw it
 * @param imports the builder of each world's imports
 * @param exports the interface of each world's exports
 * @param functions the interface with one method of each function that a world imports
 * @param items the method of each import in the builder, and the accessor of each export
 */
record Names(
        Map<TypeOwner, ClassName> interfaces,
        Map<WitType.Named, ClassName> types,
        Set<WitType.Named> flags,
        Map<Thrown, ClassName> exceptions,
        Map<InterfaceName, ClassName> imports,
        Map<InterfaceName, ClassName> exports,
        Map<WitFunction, ClassName> functions,
        Map<WorldItem, String> items) {

    /**
     * An error type where it is thrown.
     *
     * @param by the interface whose functions fail with it
     * @param error the type
     */
    record Thrown(TypeOwner by, WitType.Named error) {}

    ClassName type(WitType.Named reference) {
        ClassName name = types.get(reference);
        if (name == null) {
            throw new IllegalStateException(reference.owner() + ": the type \"" + reference + "\" was given no name");
        }
        return name;
    }

    /** The exception nested where it is thrown, if there is one, else the one beside the type. */
    ClassName exception(TypeOwner by, WitType.Named error) {
        ClassName own = exceptions.get(new Thrown(by, error));
        if (own != null) {
            return own;
        }
        ClassName beside = exceptions.get(new Thrown(error.owner(), error));
        if (beside == null) {
            throw new IllegalStateException(error.owner() + ": the type \"" + error + "\" was given no exception");
        }
        return beside;
    }

    /** The simple names of the types nested directly in an interface, which whoever implements it inherits. */
    String[] nestedIn(ClassName type) {
        return Stream.of(types.values(), exceptions.values(), functions.values(), interfaces.values())
                .flatMap(Collection::stream)
                .filter(name -> type.equals(name.enclosingClassName()))
                .map(ClassName::simpleName)
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}

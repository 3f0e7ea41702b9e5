package dev.witloof.link;

import dev.witloof.host.AdapterKind;
import dev.witloof.host.ImportedFunction;
import dev.witloof.host.ImportedInterface;
import dev.witloof.host.InterfaceNames;
import dev.witloof.instance.ImportValue;
import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Java interface that serves one import, compared and prepared when planning.
 *
 * @param type the interface
 * @param differences how it differs from what is needed
 * @param functions what is called for each function; empty where there are differences
 * @param resources the Java types of the resources that it gives or takes
 * @param need the import
 */
record Served(
        Class<?> type,
        List<TypeDifference> differences,
        Map<String, ImportedFunction> functions,
        Map<ResourceType, Class<?>> resources,
        Need need) {

    static Served of(Class<?> type, Need need, AdapterKind kind) {
        ImportedInterface imported;
        if (need.type() instanceof InstanceType instance) {
            imported = need.interfaces().of(type, need.ref().name(), instance, kind);
        } else if (need.type() instanceof FuncType func) {
            imported = need.interfaces().ofFunction(type, need.ref().name(), func, kind);
        } else {
            TypeDifference other = new TypeDifference("", need.wanted(), "an instance or a function");
            return new Served(type, List.of(other), Map.of(), Map.of(), need);
        }
        List<TypeDifference> differences = imported.mismatches().stream()
                .map(each -> new TypeDifference(
                        Text.plain(each.at()), each.wit(), each.given(), Optional.of(each.declaration())))
                .toList();
        return differences.isEmpty()
                ? new Served(type, differences, imported.prepare(), imported.resources(), need)
                : new Served(type, differences, Map.of(), Map.of(), need);
    }

    /** The same where an object of a class was given that does not implement the interface. */
    Served butGiven(Class<?> other) {
        TypeDifference difference =
                new TypeDifference("", "an object of " + type.getName(), "one of " + Text.plain(other.getName()));
        return differences.isEmpty() ? new Served(type, List.of(difference), Map.of(), Map.of(), need) : this;
    }

    /** The WIT interface that a Java interface says it stands for. */
    static Optional<InterfaceName> interfaceName(Class<?> type) {
        return InterfaceNames.of(type);
    }

    /** Of the interfaces that a backend can be the one for an import; those that do not say what they are for come last. */
    static Optional<Class<?>> choose(List<Class<?>> types, ImportRef ref) {
        List<Class<?>> said = new ArrayList<>();
        List<InterfaceName> names = new ArrayList<>();
        Optional<Class<?>> unsaid = Optional.empty();
        for (Class<?> type : types) {
            Optional<InterfaceName> name = interfaceName(type);
            if (name.isPresent()) {
                said.add(type);
                names.add(name.get());
            } else if (unsaid.isEmpty()) {
                unsaid = Optional.of(type);
            }
        }
        Optional<InterfaceName> wanted = ref.interfaceName();
        if (wanted.isPresent()) {
            Optional<InterfaceName> best = Resolution.best(wanted.get(), names);
            return best.isPresent() ? Optional.of(said.get(names.indexOf(best.get()))) : unsaid;
        }
        return unsaid.isPresent() ? unsaid : said.stream().findFirst();
    }

    /** What the instance layer is given. */
    ImportValue value(Object implementation, String servedBy) {
        return new ImportValue.Typed(functions, implementation, servedBy);
    }
}

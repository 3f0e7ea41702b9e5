package dev.witloof.link;

import dev.witloof.host.AdapterKind;
import dev.witloof.name.InterfaceName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that an embedder declared, with an index for each step so that hundreds of imports find their answers quickly. */
final class Bindings {

    private final List<Declaration> all;
    private final List<Linker.Resolver> resolvers;
    private final List<Wrapper> wrappers;
    private final Map<String, String> interfaceAllowed;
    private final boolean interfaceAllowedForAll;
    private final List<ExportSelection> selections;
    private final Optional<Place> file;
    private final AdapterKind adapters;
    private final Optional<Enforcement> enforcement;
    private final DeclaredLimits limits;
    private final String digest;
    private final Sharing sharing;
    private final Map<String, List<Declaration>> byName = new HashMap<>();
    private final Map<String, List<Declaration>> byExternalId = new HashMap<>();
    private final Map<String, List<Provision>> byInterface = new HashMap<>();

    Bindings(
            List<Declaration> declarations,
            List<Linker.Resolver> resolvers,
            List<Wrapper> wrappers,
            Map<String, String> interfaceAllowed,
            boolean interfaceAllowedForAll,
            List<ExportSelection> selections,
            Optional<Place> file,
            AdapterKind adapters,
            DeclaredLimits limits,
            Optional<Enforcement> enforcement,
            Connections connections) {
        all = List.copyOf(declarations);
        this.resolvers = List.copyOf(resolvers);
        this.wrappers = List.copyOf(wrappers);
        this.interfaceAllowed = Collections.unmodifiableMap(new LinkedHashMap<>(interfaceAllowed));
        this.interfaceAllowedForAll = interfaceAllowedForAll;
        this.selections = List.copyOf(selections);
        this.file = file.or(() -> all.stream()
                .map(Declaration::place)
                .filter(place -> place.form() == Form.FILE)
                .findFirst());
        this.adapters = adapters;
        this.enforcement = enforcement;
        this.limits = limits;
        this.sharing = new Sharing(connections);
        for (Declaration declaration : all) {
            declaration.name().ifPresent(name -> add(byName, name, declaration));
            declaration.externalId().ifPresent(id -> add(byExternalId, id, declaration));
            for (InterfaceName name : interfaces(declaration)) {
                add(byInterface, name.unversioned(), new Provision(name, declaration));
            }
        }
        digest = new ConfigurationDigest()
                .declarations(all)
                .add("resolvers", String.valueOf(this.resolvers.size()))
                .addAll("interface allowed for", interfaceAllowed.keySet())
                .add("interface allowed for all", String.valueOf(interfaceAllowedForAll))
                .addAll(
                        "selected export",
                        this.selections.stream().map(ExportSelection::name).toList())
                .add("adapters", adapters.name())
                .addAll("everything wrapped in", descriptions(this.wrappers))
                .addAll("policy", enforcement.map(Enforcement::declared).orElse(List.of()))
                .addAll("limits", limits.declared())
                .digest();
    }

    /** How they describe themselves, with their places, because here their order makes a difference. */
    private static List<String> descriptions(List<Wrapper> wrappers) {
        return IntStream.range(0, wrappers.size())
                .mapToObj(i -> i + " " + wrappers.get(i).description())
                .toList();
    }

    private static <T> void add(Map<String, List<T>> index, String key, T value) {
        index.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }

    private static List<InterfaceName> interfaces(Declaration declaration) {
        if (declaration.step() != Step.INTERFACE) {
            return List.of();
        }
        if (declaration.interfaceName().isPresent()) {
            return List.of(declaration.interfaceName().get());
        }
        return interfaces(((Target.OfBackend) declaration.target()).backend());
    }

    /** The interfaces that a backend says it can be. */
    static List<InterfaceName> interfaces(Backend backend) {
        return Stream.concat(
                        backend.serves().stream().flatMap(type -> Served.interfaceName(type).stream()),
                        backend.offers().stream().map(Offer::interfaceName))
                .distinct()
                .toList();
    }

    /** The digest of all that is declared, whatever its order. */
    String digest() {
        return digest;
    }

    /** The exports that were chosen, in order. */
    List<ExportSelection> selections() {
        return selections;
    }

    /** What the deployments of all its plans have open. */
    Sharing sharing() {
        return sharing;
    }

    /** The file in which bindings are declared, with a place in it or without; empty where all are declared in Java. */
    Optional<Place> file() {
        return file;
    }

    /** What the instances of a store may take up. */
    DeclaredLimits limits() {
        return limits;
    }

    /** How adapters for Java interfaces come about. */
    AdapterKind adapters() {
        return adapters;
    }

    /** What decides which import may be served; empty where nothing is denied and nobody is told. */
    Optional<Enforcement> enforcement() {
        return enforcement;
    }

    /** Every declaration, in order. */
    List<Declaration> all() {
        return all;
    }

    List<Linker.Resolver> resolvers() {
        return resolvers;
    }

    /** What stands around the functions of an import, outermost first: what stands around all, then what the binding has. */
    List<Wrapper> wrappers(Need need, Answer.Found found) {
        return wrappers.isEmpty()
                        || found.target() instanceof Target.OfMember
                        || need.functionTypes().isEmpty()
                ? found.wrappers()
                : Stream.concat(wrappers.stream(), found.wrappers().stream()).toList();
    }

    /** Those for this name, with an external-id or without. */
    List<Declaration> forName(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** Those for this external-id, with a name or without. */
    List<Declaration> forExternalId(String id) {
        return byExternalId.getOrDefault(id, List.of());
    }

    /** Those for any version of this interface. */
    List<Provision> forInterface(InterfaceName name) {
        return byInterface.getOrDefault(name.unversioned(), List.of());
    }

    /** Whether the import of this plain name may take its interface's binding. */
    boolean allowsInterfaceFor(String name) {
        return interfaceAllowedForAll || interfaceAllowed.containsKey(name);
    }

    /** The names that may take their interface's binding, each with the place where that was said. */
    Map<String, String> interfaceAllowed() {
        return interfaceAllowed;
    }

    /**
     * A declaration that is for an interface.
     *
     * @param name the interface, in the version for which it stands
     * @param declaration the declaration
     */
    record Provision(InterfaceName name, Declaration declaration) {}
}

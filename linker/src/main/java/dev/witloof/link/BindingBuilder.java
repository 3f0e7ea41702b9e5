package dev.witloof.link;

import dev.witloof.core.CoreModule;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.HostFunction;
import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.type.FuncType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A binding that says for which imports it is and not yet what serves them. Each method {@code to…} finishes it and goes
 * back to the linker's builder.
 */
public final class BindingBuilder {

    private final Linker.Builder linker;
    private final List<String> names;
    private final @Nullable InterfaceName interfaceName;
    private Place place;
    private @Nullable String externalId;
    private List<InterfaceName> implementing = List.of();
    private boolean optional;
    private boolean orExport;
    private String declaredWith = "";
    private @Nullable Target target;
    private final List<Wrapper> wrappers = new ArrayList<>();

    BindingBuilder(
            Linker.Builder linker,
            List<String> names,
            @Nullable String externalId,
            @Nullable InterfaceName interfaceName,
            Place place) {
        this.linker = linker;
        this.names = names;
        this.externalId = externalId;
        this.interfaceName = interfaceName;
        this.place = place;
    }

    /**
     * Only where the import has this external-id too.
     *
     * @throws IllegalStateException if the binding is not for a name
     */
    public BindingBuilder withExternalId(String id) {
        if (names.isEmpty()) {
            throw new IllegalStateException(
                    place + ": withExternalId: expected a binding for a name, found " + written());
        }
        externalId = Objects.requireNonNull(id, "id");
        return this;
    }

    /**
     * Only where the import implements one of these interfaces too, in a version that matches.
     *
     * @throws IllegalStateException if the binding is for an interface already
     * @throws IllegalArgumentException if one is no interface name
     */
    public BindingBuilder implementing(String interfaceName, String... more) {
        if (!isForNameOrExternalId()) {
            throw new IllegalStateException(
                    place + ": implementing: expected a binding for a name or an external-id, found " + written());
        }
        implementing = Stream.concat(Stream.of(interfaceName), Stream.of(more))
                .map(each -> Linker.interfaceName("implementing", each))
                .toList();
        return this;
    }

    /**
     * The binding was declared in a file. Plans and reports then name this place, and what is to be written is said as an
     * entry of the file.
     *
     * @param place file, line and column, such as {@code bindings.yaml:3:12}
     */
    public BindingBuilder declaredAt(String place) {
        this.place = Place.inFile(place);
        return this;
    }

    /** The binding need not be used. */
    public BindingBuilder optional() {
        optional = true;
        return this;
    }

    /**
     * Where no import takes the binding and the component exports what it is for, by the same name or interface, the binding
     * chooses that export: see {@link LinkPlan#selectedExports()}. This is for configurations that list imports and exports alike.
     */
    public BindingBuilder orExport() {
        orExport = true;
        return this;
    }

    /**
     * What the binding was declared with besides what this builder is told, such as the settings of an entry of a file, with
     * references in place of secrets. It goes into {@link LinkPlan#configurationDigest()}, so that a changed setting is
     * seen, and is shown nowhere.
     *
     * @param text never a secret's value: a digest of it would let the secret be found by trying
     */
    public BindingBuilder declaredWith(String text) {
        declaredWith = Objects.requireNonNull(text, "text");
        return this;
    }

    /** Served by a backend, which is started with the deployment and closed with it. */
    public Linker.Builder to(Backend backend) {
        return finish(new Target.OfBackend(Objects.requireNonNull(backend, "backend")));
    }

    /**
     * An instance or a function, served by an object of a Java interface, generated or written by hand to the same shape, which
     * is compared with the import when planning. For a function the interface's only method serves, whatever it is called. The object stays the embedder's and is not closed.
     */
    public <T> Linker.Builder to(Class<T> type, T implementation) {
        Objects.requireNonNull(type, "type");
        return finish(new Target.OfInterface(type, Objects.requireNonNull(implementation, "implementation")));
    }

    /** An instance, served by functions that are at hand. */
    public Linker.Builder to(Functions functions) {
        return finish(new Target.OfFunctions(Objects.requireNonNull(functions, "functions")));
    }

    /** An instance, served by functions on untyped values. */
    public Linker.Builder toFunctions(Consumer<Functions.Builder> declarations) {
        return finish(new Target.OfFunctions(Functions.of(declarations)));
    }

    /** A function, served by one on untyped values. */
    public Linker.Builder toFunction(HostFunction function) {
        return finish(new Target.OfFunction(Objects.requireNonNull(function, "function"), Optional.empty()));
    }

    /** A function, served by one on untyped values whose type is checked when planning. */
    public Linker.Builder toFunction(FuncType type, HostFunction function) {
        return finish(new Target.OfFunction(Objects.requireNonNull(function, "function"), Optional.of(type)));
    }

    /**
     * An instance or a function, served by an export of another component's instance, which stays the embedder's.
     *
     * @param export the export's name: an interface name or a plain name
     */
    public Linker.Builder toInstance(ComponentInstance instance, String export) {
        return finish(new Target.OfExport(
                Objects.requireNonNull(instance, "instance"), Objects.requireNonNull(export, "export")));
    }

    /** A core module. */
    public Linker.Builder toModule(CoreModule module) {
        return finish(new Target.OfModule(Objects.requireNonNull(module, "module")));
    }

    /** A component. */
    public Linker.Builder toComponent(Component component) {
        return finish(new Target.OfComponent(Objects.requireNonNull(component, "component")));
    }

    /**
     * A resource type.
     *
     * @param destructor called with the object when its last handle is dropped
     */
    public Linker.Builder toResource(Consumer<Object> destructor) {
        return finish(new Target.OfResource(Objects.requireNonNull(destructor, "destructor")));
    }

    /** Served by a backend of its own for each import; the factory is called while planning and must open nothing. */
    public Linker.Builder toFactory(Function<ImportRef, Backend> factory) {
        return finish(new Target.OfFactory(Objects.requireNonNull(factory, "factory")));
    }

    private Linker.Builder finish(Target given) {
        if (target != null) {
            throw new IllegalStateException(place + ": " + written() + " has been given its target already");
        }
        target = given;
        linker.finished(this);
        return linker;
    }

    /** Puts these around its functions, inside those that are there. */
    void wrap(List<Wrapper> outermostFirst) {
        if (target != null && !target.hasFunctions()) {
            throw new IllegalStateException(place + ": " + written()
                    + ": wrap: expected functions to stand around, found " + target.description());
        }
        outermostFirst.forEach(wrapper -> wrappers.add(Objects.requireNonNull(wrapper, "wrapper")));
    }

    /**
     * What was declared, one for each name.
     *
     * @throws IllegalStateException if it was not said what serves it
     */
    List<Declaration> declarations() {
        if (target == null) {
            throw new IllegalStateException(
                    place + ": " + written() + ": expected what serves it, such as .to(…), found nothing");
        }
        return names.isEmpty()
                ? List.of(declaration(Optional.empty(), target))
                : names.stream()
                        .map(name -> declaration(Optional.of(name), target))
                        .toList();
    }

    private Declaration declaration(Optional<String> name, Target served) {
        return new Declaration(
                name,
                Optional.ofNullable(externalId),
                Optional.ofNullable(interfaceName),
                implementing,
                optional,
                orExport,
                place,
                served,
                declaredWith,
                wrappers);
    }

    private boolean isForNameOrExternalId() {
        return !names.isEmpty() || externalId != null;
    }

    /** As it was written so far. */
    String written() {
        return place.form().written(names, Optional.ofNullable(externalId), Optional.ofNullable(interfaceName));
    }
}

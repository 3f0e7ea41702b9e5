package dev.witloof.link;

import dev.witloof.error.InvalidException;
import dev.witloof.error.UnlinkableException;
import dev.witloof.host.AdapterKind;
import dev.witloof.instance.Beginning;
import dev.witloof.instance.Component;
import dev.witloof.instance.Store;
import dev.witloof.instance.StoreLimits;
import dev.witloof.limit.Limits;
import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.policy.Audit;
import dev.witloof.policy.AuditListener;
import dev.witloof.policy.LinkPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bindings of imports to what serves them. Immutable; one linker plans any number of components.
 *
 * <pre>{@code
 * Linker linker = Linker.builder()
 *     .bind("sessions").to(KeyValue.inMemory())
 *     .bind("audit").toFunctions(f -> f.function("record", (call, args) -> …))
 *     .bindInterface("wasi:config/store@0.2.0-rc.1").to(configuration)
 *     .build();
 * LinkPlan plan = linker.plan(shop);
 * }</pre>
 *
 * <p>An import finds what serves it by the steps of {@link Step}. A named import never falls to the binding of its interface
 * unless {@link Builder#allowInterfaceFor} or {@link Builder#allowInterfaceForNamed} says so: it would be handed a backend,
 * and credentials, that it never asked for.
 */
public final class Linker {

    private final Bindings bindings;
    private final StoreLimits stores;

    private Linker(Bindings bindings) {
        this.bindings = bindings;
        this.stores = bindings.limits().forStores();
    }

    /** No bindings yet. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Finds what serves each import and checks it against the import's type. Nothing is opened, and no guest code runs.
     *
     * @throws UnlinkableException with every problem, if there is one
     */
    public LinkPlan plan(Component component) {
        LinkPlan plan = plan(
                Needs.of(component),
                Siblings.NONE,
                component::beginning,
                planned -> imports -> newStore().instantiate(component, imports));
        component.prepare();
        return plan;
    }

    /** Plans for what is asked; the instances are made by {@code instantiation}. */
    LinkPlan plan(Needs needs, Deployment.Instantiation instantiation) {
        return plan(needs, Siblings.NONE, () -> Beginning.NOTHING, planned -> instantiation);
    }

    /** Plans for a composition, or a component that stands alone. */
    LinkPlan plan(
            Needs needs,
            Siblings siblings,
            Supplier<Beginning> beginning,
            Function<List<Planned>, Deployment.Instantiation> instantiation) {
        List<Finding> known = bindings.limits().problems(beginning);
        Planning.Result planned = Planning.plan(needs, bindings, siblings, known);
        return new LinkPlan(siblings.settled(needs), planned, bindings, instantiation.apply(planned.imports()));
    }

    /** Where an instance lives. */
    Store newStore() {
        return new Store(bindings.adapters(), stores);
    }

    /** Reads an interface's name that an embedder wrote. */
    static InterfaceName interfaceName(String what, String text) {
        try {
            return InterfaceName.parse(text);
        } catch (InvalidException invalid) {
            throw new IllegalArgumentException(what + ": " + Text.plain(invalid.getMessage()), invalid);
        }
    }

    /** Collects bindings. The place of each, class and line, is where its {@code bind…} method is called. */
    public static final class Builder {

        private final List<BindingBuilder> bindings = new ArrayList<>();
        private @Nullable BindingBuilder finished;
        private final List<Resolver> resolvers = new ArrayList<>();
        private final List<LinkPolicy> policies = new ArrayList<>();
        private final List<AuditListener> listeners = new ArrayList<>();
        private final List<Wrapper> wrappers = new ArrayList<>();
        private final Map<String, String> interfaceAllowed = new LinkedHashMap<>();
        private final List<ExportSelection> selections = new ArrayList<>();
        private boolean interfaceAllowedForAll;
        private AdapterKind adapters = AdapterKind.HIDDEN_CLASSES;
        private DeclaredLimits limits = DeclaredLimits.NONE;
        private @Nullable Place file;
        private Connections connections = new Connections();

        private Builder() {}

        /**
         * A binding for the import of this name, or for several names that one backend serves.
         *
         * @throws IllegalArgumentException if one is not a plain name, or stands there twice
         */
        public BindingBuilder bind(String name, String... more) {
            List<String> names = new ArrayList<>(List.of(more));
            names.add(0, name);
            for (String each : names) {
                if (each.indexOf(':') >= 0) {
                    throw new IllegalArgumentException("bind: expected a plain name, found " + Text.quoted(each)
                            + "; bindInterface binds imports that have no name of their own");
                }
                Functions.plainName("bind:", each);
            }
            if (Set.copyOf(names).size() < names.size()) {
                throw new IllegalArgumentException("bind: expected different names, found "
                        + Text.list(names.stream().map(Text::quoted).toList()));
            }
            return begin(new BindingBuilder(this, List.copyOf(names), null, null, Place.ofCaller()));
        }

        /**
         * A binding for unnamed imports of this interface: of the version given, or of another release on its track.
         *
         * @throws IllegalArgumentException if it is not an interface name
         */
        public BindingBuilder bindInterface(String interfaceName) {
            InterfaceName name = interfaceName("bindInterface", interfaceName);
            return begin(new BindingBuilder(this, List.of(), null, name, Place.ofCaller()));
        }

        /** A binding for every import with this external-id. */
        public BindingBuilder bindExternalId(String externalId) {
            Objects.requireNonNull(externalId, "externalId");
            return begin(new BindingBuilder(this, List.of(), externalId, null, Place.ofCaller()));
        }

        private BindingBuilder begin(BindingBuilder binding) {
            finished = null;
            bindings.add(binding);
            return binding;
        }

        /**
         * Binds all unnamed imports of the interfaces that the backend offers.
         *
         * @throws IllegalArgumentException if it offers none
         */
        public Builder bindAll(Backend backend) {
            Target.OfBackend target = new Target.OfBackend(Objects.requireNonNull(backend, "backend"));
            if (backend.offers().isEmpty()
                    && backend.serves().stream()
                            .allMatch(type -> Served.interfaceName(type).isEmpty())) {
                throw new IllegalArgumentException(
                        "bindAll: expected a backend that offers interfaces, found " + target.description());
            }
            return begin(new BindingBuilder(this, List.of(), null, null, Place.ofCaller()))
                    .to(backend);
        }

        /** What was given its target last is what is spoken of next. */
        void finished(BindingBuilder binding) {
            finished = binding;
        }

        /**
         * The binding that was just finished need not be used.
         *
         * @throws IllegalStateException if none was
         */
        public Builder optional() {
            justFinished("optional").optional();
            return this;
        }

        /**
         * Puts wrappers around the functions of the binding that was just finished, inside those that it has.
         *
         * @throws IllegalStateException if none was, or what it is bound to has no functions: a core module, a component or a
         *     resource
         */
        public Builder wrap(Wrapper... outermostFirst) {
            justFinished("wrap").wrap(Arrays.asList(outermostFirst));
            return this;
        }

        /**
         * Puts wrappers around the functions of every binding, outside those that the binding has itself and inside those
         * that were put around all before. It does not matter whether a binding is declared before or after, in Java, in a file or by
         * a resolver. What has no functions is left alone: core modules, components and resources; so are calls between the members
         * of a composition, which no binding serves.
         */
        public Builder wrapAll(Wrapper... outermostFirst) {
            for (Wrapper wrapper : outermostFirst) {
                wrappers.add(Objects.requireNonNull(wrapper, "wrapper"));
            }
            return this;
        }

        /** Only what this policy allows may be reached. Of several each must allow it. */
        public Builder policy(LinkPolicy policy) {
            policies.add(Objects.requireNonNull(policy, "policy"));
            return this;
        }

        /** Tells what the policy decides, or that there is none, to a listener too. */
        public Builder audit(AuditListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        private Optional<Enforcement> enforcement() {
            if (policies.isEmpty() && listeners.isEmpty()) {
                return Optional.empty();
            }
            List<LinkPolicy> each = policies.isEmpty() ? List.of(LinkPolicy.allowingAll()) : policies;
            return Optional.of(new Enforcement(each, new Audit(listeners)));
        }

        private BindingBuilder justFinished(String what) {
            if (finished == null) {
                String last = bindings.isEmpty()
                        ? "none"
                        : bindings.get(bindings.size() - 1).written();
                throw new IllegalStateException(what + ": expected a binding with its target before it, found " + last);
            }
            return finished;
        }

        /** Asks {@code answers} for each import that no binding for a name or external-id serves, while planning. */
        public Builder resolver(Function<ImportRef, Optional<Binding>> answers) {
            resolvers.add(new Resolver(
                    Objects.requireNonNull(answers, "answers"), Place.ofCaller().text()));
            return this;
        }

        /**
         * Lets the import of this name take the binding of the interface that it implements, if nothing else serves it.
         *
         * @throws IllegalArgumentException if it is not a plain name
         */
        public Builder allowInterfaceFor(String name) {
            Functions.plainName("allowInterfaceFor:", name);
            interfaceAllowed.putIfAbsent(name, Place.ofCaller().text());
            return this;
        }

        /** Lets every named import take the binding of the interface that it implements, if nothing else serves it. */
        public Builder allowInterfaceForNamed() {
            interfaceAllowedForAll = true;
            return this;
        }

        /**
         * Bindings come from this file, also where it has none yet. What reports say is to be written for an import that
         * nothing serves is then an entry of the file. Of several files it is the first.
         *
         * @param file such as {@code bindings.yaml}
         */
        public Builder declaredIn(String file) {
            this.file = this.file == null ? Place.inFile(file) : this.file;
            return this;
        }

        /**
         * Chooses an export, for whoever calls the component and asks {@link LinkPlan#selectedExports()}. A component that
         * does not have it cannot be linked.
         *
         * @param name a plain name, or an interface's name: the export of that version, or of the highest other on its track
         * @param declaredAt where it was chosen, such as {@code bindings.yaml:3:12}
         * @throws IllegalArgumentException if it is neither
         */
        public Builder selectExport(String name, String declaredAt) {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(declaredAt, "declaredAt");
            if (name.indexOf(':') < 0) {
                Functions.plainName("selectExport:", name);
            } else {
                interfaceName("selectExport", name);
            }
            selections.add(new ExportSelection(name, Place.inFile(declaredAt)));
            return this;
        }

        /**
         * How adapters for Java interfaces come about: as hidden classes, unless another way is chosen here because classes
         * may not be made at run time.
         */
        public Builder adapters(AdapterKind kind) {
            adapters = Objects.requireNonNull(kind, "kind");
            return this;
        }

        /**
         * What the instances of one store may take up, and how long a call may run. Said again, in the program or in a file,
         * it adds to what was said before: of each limit the least holds.
         */
        public Builder limits(Limits most) {
            limits = limits.with(Objects.requireNonNull(most, "most"), Place.ofCaller());
            return this;
        }

        /**
         * The same, read from a file.
         *
         * @param declaredAt file, line and column, such as {@code bindings.yaml:9:1}
         */
        public Builder limits(Limits most, String declaredAt) {
            limits = limits.with(Objects.requireNonNull(most, "most"), Place.inFile(declaredAt));
            return this;
        }

        /**
         * Where deadlines run. It stays the embedder's, and must take tasks as long as there are instances with a deadline;
         * its threads must not be kept busy for longer than a deadline may be late.
         */
        public Builder scheduler(ScheduledExecutorService scheduler) {
            limits = limits.with(Objects.requireNonNull(scheduler, "scheduler"));
            return this;
        }

        /** What backends open together with those of other linkers; by default only those of this linker share. */
        public Builder connections(Connections shared) {
            connections = Objects.requireNonNull(shared, "shared");
            return this;
        }

        /**
         * The linker.
         *
         * @throws IllegalStateException if a binding was begun and never given what serves it
         */
        public Linker build() {
            List<Declaration> declarations = bindings.stream()
                    .flatMap(binding -> binding.declarations().stream())
                    .toList();
            return new Linker(new Bindings(
                    declarations,
                    resolvers,
                    wrappers,
                    interfaceAllowed,
                    interfaceAllowedForAll,
                    selections,
                    Optional.ofNullable(file),
                    adapters,
                    limits,
                    enforcement(),
                    connections));
        }
    }

    /**
     * An embedder's resolver.
     *
     * @param answers what it answers
     * @param place where it was declared
     */
    record Resolver(Function<ImportRef, Optional<Binding>> answers, String place) {}
}

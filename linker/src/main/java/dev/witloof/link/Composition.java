package dev.witloof.link;

import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.name.ExportRef;
import dev.witloof.name.ImportRef;
import dev.witloof.name.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Several components that are linked as one: what one exports serves what another imports, and bindings serve the rest.
 * Immutable.
 *
 * <pre>{@code
 * LinkPlan plan = Composition.builder()
 *     .add("shop", shop)
 *     .add("kv", kv)
 *     .wire("kv", "hot", "shop", "cache")
 *     .link(linker);
 * }</pre>
 *
 * <p>A named import is served by a {@linkplain Builder#wire wire}, else by the member whose own name equals the import's and
 * which exports the interface, else by the only member with an export of that very name and interface; an unnamed one by the
 * only member that exports the interface. Two answers are a conflict. This is the step {@link Step#COMPOSITION}: bindings for
 * a name or external-id come before it, resolvers and bindings for an interface after.
 *
 * <p>It exports what its members export and no member takes. Instances of all members are made together, in the order in which
 * they need each other, and behave as one instance.
 */
public final class Composition {

    private final Map<String, Added> members;
    private final List<Wire> wires;
    private final List<String> exportFrom;

    private Composition(Builder builder) {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(builder.members));
        wires = List.copyOf(builder.wires);
        exportFrom = List.copyOf(builder.exportFrom);
    }

    /**
     * A member.
     *
     * @param component its component
     * @param place where it was added
     */
    record Added(Component component, String place) {}

    /** No members yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that has what this has, such as to {@linkplain Builder#replace replace} one member. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.members.putAll(members);
        builder.wires.addAll(wires);
        builder.exportFrom.addAll(exportFrom);
        return builder;
    }

    /** The members by their names, in the order in which they were added. */
    public Map<String, Component> members() {
        Map<String, Component> components = new LinkedHashMap<>();
        members.forEach((name, member) -> components.put(name, member.component()));
        return Collections.unmodifiableMap(components);
    }

    Map<String, Added> added() {
        return members;
    }

    List<Wire> wires() {
        return wires;
    }

    /** The members that are preferred where several export alike, in the order of preference. */
    List<String> exportFrom() {
        return exportFrom;
    }

    /**
     * Finds what serves each import of each member and checks it against the import's type. Nothing is opened, and no guest
     * code runs. What was compiled for a member is used again in every plan that has it.
     *
     * @throws UnlinkableException with every problem, if there is one
     */
    public LinkPlan link(Linker linker) {
        return Composing.plan(this, linker);
    }

    /** Collects members and wires. The place of each, class and line, is where its method is called. */
    public static final class Builder {

        private final Map<String, Added> members = new LinkedHashMap<>();
        private final List<Wire> wires = new ArrayList<>();
        private final List<String> exportFrom = new ArrayList<>();

        private Builder() {}

        /**
         * A member.
         *
         * @param name what it is called in this composition; one component may be added under several names
         * @throws IllegalArgumentException if it is not a plain name, or there is a member of that name
         */
        public Builder add(String name, Component component) {
            Functions.plainName("add:", name);
            Objects.requireNonNull(component, "component");
            Added before = members.putIfAbsent(
                    name, new Added(component, Place.ofCaller().text()));
            if (before != null) {
                throw new IllegalArgumentException("add: expected a name that no member has, found " + Text.quoted(name)
                        + ", which was added before (" + before.place() + "); replace gives it another component");
            }
            return this;
        }

        /**
         * Puts another component in the place of a member; wires from and to it stay.
         *
         * @throws IllegalArgumentException if there is no member of that name
         */
        public Builder replace(String name, Component component) {
            Objects.requireNonNull(component, "component");
            require("replace", name);
            members.put(name, new Added(component, Place.ofCaller().text()));
            return this;
        }

        /**
         * An export of one member serves an import of another. Whether both exist is checked when the composition is built.
         *
         * @param exporter the member that exports
         * @param export the name of its export
         * @param importer the member that imports
         * @param importName the name of its import
         */
        public Builder wire(String exporter, String export, String importer, String importName) {
            wires.add(new Wire(
                    Objects.requireNonNull(exporter, "exporter"),
                    Objects.requireNonNull(export, "export"),
                    Objects.requireNonNull(importer, "importer"),
                    Objects.requireNonNull(importName, "importName"),
                    Place.ofCaller().text()));
            return this;
        }

        /**
         * Where several members export alike, what this one exports is what the composition exports. Of several that are
         * preferred the first counts.
         */
        public Builder exportFrom(String member) {
            exportFrom.add(Objects.requireNonNull(member, "member"));
            return this;
        }

        /**
         * The composition.
         *
         * @throws IllegalArgumentException if a wire or {@link #exportFrom} names what does not exist
         * @throws IllegalStateException if there is no member
         */
        public Composition build() {
            if (members.isEmpty()) {
                throw new IllegalStateException("composition: expected members, found none; add(…) adds one");
            }
            exportFrom.forEach(member -> require("exportFrom", member));
            for (Wire wire : wires) {
                String what = wire.place() + ": " + wire.written();
                Component exporter = require(what, wire.exporter());
                Component importer = require(what, wire.importer());
                require(
                        what,
                        "an export of " + wire.exporter(),
                        wire.export(),
                        exporter.exports().stream().map(ExportRef::name));
                require(
                        what,
                        "an import of " + wire.importer(),
                        wire.importName(),
                        importer.imports().stream().map(ImportRef::name));
            }
            return new Composition(this);
        }

        private Component require(String what, String member) {
            require(what, "a member", member, members.keySet().stream());
            return members.get(member).component();
        }

        private static void require(String what, String kind, String name, Stream<String> names) {
            List<String> there = names.toList();
            if (!there.contains(name)) {
                String found = Nearest.to(name, there)
                        .map(near -> ", did you mean " + Text.quoted(near) + "? There is ")
                        .orElse("; there is ");
                throw new IllegalArgumentException(what + ": expected " + kind + ", found " + Text.quoted(name) + found
                        + (there.isEmpty()
                                ? "none"
                                : Text.list(there.stream().map(Text::quoted).toList())));
            }
        }

        /** The short form of {@link #build} and {@link Composition#link}. */
        public LinkPlan link(Linker linker) {
            return build().link(linker);
        }
    }
}

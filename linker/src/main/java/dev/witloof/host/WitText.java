package dev.witloof.host;

import dev.witloof.type.BorrowType;
import dev.witloof.type.DefinedType;
import dev.witloof.type.EnumType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.FuncType;
import dev.witloof.type.FutureType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.ResultType;
import dev.witloof.type.StreamType;
import dev.witloof.type.TupleType;
import dev.witloof.type.TypeBound;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Types in WIT's syntax, where the types that an interface names are called by their names. {@link #of} gives a type as it
 * would be mentioned, {@link #definition} as it would be defined.
 */
public final class WitText {

    /** No type has a name. */
    public static final WitText PLAIN = new WitText(Map.of(), new IdentityHashMap<>());

    private final Map<ValType, String> names;
    private final Map<ResourceType, String> resources;
    private final Structure structure = new Structure();

    private WitText(Map<ValType, String> names, Map<ResourceType, String> resources) {
        this.names = names;
        this.resources = resources;
    }

    /** With the names of the records, variants, enums, flags and resources that the instance exports. */
    public static WitText of(InstanceType instance) {
        Map<ValType, String> names = new HashMap<>();
        Map<ResourceType, String> resources = new HashMap<>();
        for (ExternDecl export : instance.exports()) {
            if (export.type() instanceof TypeBound.Eq eq && isNamedInWit(eq.type())) {
                names.putIfAbsent((ValType) eq.type(), export.name());
            } else if (export.type() instanceof TypeBound bound && bound.type() instanceof ResourceType resource) {
                resources.putIfAbsent(resource, export.name());
            }
        }
        return new WitText(names, resources);
    }

    /** The same names of value types, and resources by what they call themselves. */
    public WitText withoutResources() {
        return new WitText(names, new IdentityHashMap<>());
    }

    /** A resource by the name under which it is exported, else as it calls itself. */
    public String resource(ResourceType type) {
        return resources.getOrDefault(type, type.name());
    }

    private static boolean isNamedInWit(DefinedType type) {
        return type instanceof RecordType
                || type instanceof VariantType
                || type instanceof EnumType
                || type instanceof FlagsType;
    }

    /** Whether the type has a name. */
    boolean isNamed(ValType type) {
        return names.containsKey(type);
    }

    /** The type by its name, else as it is built. */
    public String of(ValType type) {
        String name = names.get(type);
        return name != null ? name : definition(type);
    }

    /** The type as it is built, even where it has a name. */
    public String definition(ValType type) {
        return type.accept(structure);
    }

    /** {@code func(key: string) -> bool}. */
    public String func(FuncType type) {
        return (type.async() ? "async func(" : "func(") + labelled(type.params()) + ")"
                + type.result().map(t -> " -> " + of(t)).orElse("");
    }

    /** {@code key: string}. */
    public String labelled(LabelledType type) {
        return type.label() + ": " + of(type.type());
    }

    private String labelled(List<LabelledType> types) {
        return types.stream().map(this::labelled).collect(Collectors.joining(", "));
    }

    private final class Structure implements ValType.Visitor<String> {

        @Override
        public String primitive(PrimitiveType type) {
            return type.toString();
        }

        @Override
        public String list(ListType type) {
            return "list<" + of(type.element()) + ">";
        }

        @Override
        public String fixedLengthList(FixedLengthListType type) {
            return "list<" + of(type.element()) + ", " + Integer.toUnsignedString(type.length()) + ">";
        }

        @Override
        public String record(RecordType type) {
            return "record { " + labelled(type.fields()) + " }";
        }

        @Override
        public String tuple(TupleType type) {
            return type.elements().stream().map(WitText.this::of).collect(Collectors.joining(", ", "tuple<", ">"));
        }

        @Override
        public String variant(VariantType type) {
            return type.cases().stream()
                    .map(c -> c.label() + c.type().map(t -> "(" + of(t) + ")").orElse(""))
                    .collect(Collectors.joining(", ", "variant { ", " }"));
        }

        @Override
        public String enumeration(EnumType type) {
            return type.toString();
        }

        @Override
        public String flags(FlagsType type) {
            return type.toString();
        }

        @Override
        public String option(OptionType type) {
            return "option<" + of(type.some()) + ">";
        }

        @Override
        public String result(ResultType type) {
            if (type.error().isPresent()) {
                return "result<" + type.ok().map(WitText.this::of).orElse("_") + ", "
                        + of(type.error().get()) + ">";
            }
            return "result" + of(type.ok());
        }

        @Override
        public String map(MapType type) {
            return "map<" + of(type.key()) + ", " + of(type.value()) + ">";
        }

        @Override
        public String own(OwnType type) {
            return resource(type.resource());
        }

        @Override
        public String borrow(BorrowType type) {
            return "borrow<" + resource(type.resource()) + ">";
        }

        @Override
        public String stream(StreamType type) {
            return "stream" + of(type.element());
        }

        @Override
        public String future(FutureType type) {
            return "future" + of(type.value());
        }

        private String of(Optional<ValType> argument) {
            return argument.map(t -> "<" + WitText.this.of(t) + ">").orElse("");
        }

        private String of(ValType type) {
            return WitText.this.of(type);
        }
    }
}

package dev.witloof.link;

import dev.witloof.instance.HostFunction;
import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import dev.witloof.type.BorrowType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ListType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.ResultType;
import dev.witloof.type.TypeBound;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Made-up components and backends for the tests of this package. */
final class Shop {

    static final String STORE = "wasi:keyvalue/store@0.2.0-draft";
    static final String CONFIG = "wasi:config/store@0.2.0-rc.1";
    static final String SHA = "ab12cd34".repeat(8);
    static final HostFunction NOTHING = (call, args) -> null;
    static final ListType BYTES = new ListType(PrimitiveType.U8);

    private Shop() {}

    static Needs component(Need... imports) {
        return new Needs("shop.wasm", SHA, List.of(imports), List.of());
    }

    static LinkPlan plan(Linker.Builder linker, Need... imports) {
        return linker.build().plan(component(imports), values -> {
            throw new AssertionError("no instance is made here");
        });
    }

    static Need named(String name, String implemented) {
        return named(name, implemented, null, small());
    }

    static Need named(String name, String implemented, String externalId, ExternType type) {
        NameAttributes attributes =
                new NameAttributes(Optional.ofNullable(implemented), Optional.empty(), Optional.ofNullable(externalId));
        return new Need(new ImportRef(name, type.kind(), attributes), type);
    }

    static Need unnamed(String interfaceName) {
        return unnamed(interfaceName, small());
    }

    static Need unnamed(String interfaceName, ExternType type) {
        return new Need(new ImportRef(interfaceName, type.kind(), NameAttributes.NONE), type);
    }

    /** An instance with one function: {@code get: func(key: string) -> option<string>}. */
    static InstanceType small() {
        return instance(Map.of("get", get()));
    }

    static FuncType get() {
        return func(List.of(param("key", PrimitiveType.STRING)), new OptionType(PrimitiveType.STRING));
    }

    static InstanceType instance(Map<String, ? extends ExternType> exports) {
        List<ExternDecl> decls = new ArrayList<>();
        exports.forEach((name, type) -> decls.add(new ExternDecl(name, NameAttributes.NONE, type)));
        return new InstanceType(decls);
    }

    static FuncType func(List<LabelledType> params, ValType result) {
        return FuncType.of(params, Optional.of(result));
    }

    static LabelledType param(String label, ValType type) {
        return new LabelledType(label, type);
    }

    static VariantType error() {
        return new VariantType(List.of(
                new VariantType.Case("no-such-store", Optional.empty()),
                new VariantType.Case("access-denied", Optional.empty()),
                new VariantType.Case("other", Optional.of(PrimitiveType.STRING))));
    }

    static ResultType orError(ValType ok) {
        return new ResultType(Optional.ofNullable(ok), Optional.of(error()));
    }

    static RecordType keyResponse() {
        return new RecordType(List.of(
                param("keys", new ListType(PrimitiveType.STRING)), param("cursor", new OptionType(PrimitiveType.U64))));
    }

    /** The functions of {@code wasi:keyvalue/store}, where a get's value is {@code value}. */
    static Map<String, FuncType> storeFunctions(ValType value) {
        ResourceType bucket = ResourceType.named("bucket");
        LabelledType self = param("self", new BorrowType(bucket));
        LabelledType key = param("key", PrimitiveType.STRING);
        Map<String, FuncType> functions = new LinkedHashMap<>();
        functions.put("open", func(List.of(param("identifier", PrimitiveType.STRING)), orError(new OwnType(bucket))));
        functions.put("[method]bucket.get", func(List.of(self, key), orError(new OptionType(value))));
        functions.put("[method]bucket.set", func(List.of(self, key, param("value", value)), orError(null)));
        functions.put(
                "[method]bucket.list-keys",
                func(List.of(self, param("cursor", new OptionType(PrimitiveType.U64))), orError(keyResponse())));
        return functions;
    }

    static InstanceType store() {
        Map<String, ExternType> exports = new LinkedHashMap<>();
        exports.put("bucket", new TypeBound.SubResource(ResourceType.named("bucket")));
        exports.put("error", new TypeBound.Eq(error()));
        exports.put("key-response", new TypeBound.Eq(keyResponse()));
        exports.putAll(storeFunctions(BYTES));
        return instance(exports);
    }

    /** Functions of these names, without types. */
    static Functions functions(String... names) {
        return Functions.of(f -> Arrays.stream(names).forEach(name -> f.function(name, NOTHING)));
    }

    /** A backend that offers nothing and starts a function {@code get}. */
    static Backend backend(String description) {
        return backend(description, new Offer[0]);
    }

    static Backend backend(String description, Offer... offers) {
        return backend(description, offers, new Class<?>[0]);
    }

    static Backend backend(String description, Offer[] offers, Class<?>... sharedResources) {
        return new Fake(description, List.of(offers), List.of(sharedResources));
    }

    static Offer offer(String interfaceName) {
        return Offer.of(interfaceName, Map.of("get", get()));
    }

    private record Fake(String description, List<Offer> offers, List<Class<?>> sharedResources) implements Backend {
        @Override
        public Started start(List<ImportRef> imports) {
            return ref -> functions("get");
        }

        // Two of them are never the same backend, even if they look alike.
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}

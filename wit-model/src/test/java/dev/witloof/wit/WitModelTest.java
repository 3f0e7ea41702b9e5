package dev.witloof.wit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.name.ExportRef;
import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.InterfaceVersion;
import dev.witloof.type.PrimitiveType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WitModelTest {

    private static final InterfaceName STORE = InterfaceName.parse("wasi:keyvalue/store@0.2.0-draft");
    private static final TypeOwner OWNER = new TypeOwner.OfInterface(STORE);
    private static final WitType U8 = new WitType.Primitive(PrimitiveType.U8);
    private static final WitType STRING = new WitType.Primitive(PrimitiveType.STRING);
    private static final WitType.Named BUCKET = new WitType.Named(OWNER, "bucket");

    private static TypeDef type(String name, TypeOwner owner, TypeKind kind) {
        return new TypeDef(name, owner, kind, Optional.empty(), Optional.empty(), Stability.UNSTATED, Optional.empty());
    }

    private static WitFunction function(String name, List<WitFunction.Parameter> parameters, Optional<WitType> result) {
        return new WitFunction(
                name,
                WitFunction.Kind.FREESTANDING,
                false,
                Optional.empty(),
                Optional.empty(),
                parameters,
                result,
                Optional.empty(),
                Optional.empty(),
                Stability.UNSTATED,
                Optional.empty());
    }

    private static WitFunction.Parameter parameter(String name, WitType type) {
        return new WitFunction.Parameter(name, type, Optional.empty());
    }

    private static WorldItem.OfInterface item(String key, Optional<String> implemented, Optional<String> id) {
        WitInterface store = new WitInterface(
                OWNER,
                List.of(type("bucket", OWNER, new TypeKind.Resource())),
                List.of(function(
                        "open", List.of(parameter("identifier", STRING)), Optional.of(new WitType.Own(BUCKET)))),
                Optional.empty(),
                Stability.UNSTATED,
                Optional.empty());
        return new WorldItem.OfInterface(
                key, implemented, store, id, Optional.empty(), Stability.UNSTATED, Optional.empty());
    }

    private static WitPackages shop() {
        InterfaceName name = InterfaceName.parse("acme:shop/shop@1.0.0");
        WitWorld world = new WitWorld(
                name,
                List.of(
                        item("cache", Optional.of(STORE.toString()), Optional.of("eu")),
                        item(STORE.toString(), Optional.empty(), Optional.empty()),
                        new WorldItem.OfType(type("b", new TypeOwner.OfWorld(name), new TypeKind.Alias(BUCKET))),
                        new WorldItem.OfFunction(function("log", List.of(), Optional.empty()))),
                List.of(item("hot", Optional.of(STORE.toString()), Optional.empty())),
                Optional.empty(),
                Stability.UNSTATED,
                Optional.empty());
        WitPackage shop = new WitPackage(
                "acme", "shop", InterfaceVersion.read("1.0.0"), List.of(), List.of(world), Optional.empty());
        WitPackage keyvalue = new WitPackage(
                "wasi",
                "keyvalue",
                InterfaceVersion.read("0.2.0-draft"),
                List.of(item("x", Optional.empty(), Optional.empty()).type()),
                List.of(),
                Optional.empty());
        return new WitPackages(List.of(keyvalue, shop), shop, Optional.empty());
    }

    @Test
    void aWorldGivesItsImportsAndExportsAsAComponentWould() {
        WitWorld world = shop().world("shop");
        assertThat(world.name()).isEqualTo("shop");
        assertThat(world.importRefs().stream().map(ImportRef::toString))
                .containsExactly(
                        "import \"cache\", implements wasi:keyvalue/store@0.2.0-draft, external-id \"eu\"",
                        "import \"wasi:keyvalue/store@0.2.0-draft\"",
                        "import \"b\"",
                        "import \"log\"");
        assertThat(world.importRefs().stream().map(ImportRef::kind))
                .containsExactly("instance", "instance", "type", "func");
        assertThat(world.exportRefs().stream().map(ExportRef::toString))
                .containsExactly("export \"hot\", implements wasi:keyvalue/store@0.2.0-draft");
        assertThat(world.imports().stream().map(WorldItem::isPlain)).containsExactly(true, false, true, true);
    }

    @Test
    void namesAndReferencesAreFound() {
        WitPackages wit = shop();
        assertThat(wit.world("acme:shop/shop@1.0.0")).isEqualTo(wit.world("shop"));
        assertThatThrownBy(() -> wit.world("shop@2.0.0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("world \"shop@2.0.0\": expected one of [acme:shop/shop@1.0.0], found none");
        assertThat(wit.interfaceNamed(STORE).flatMap(i -> i.function("open")))
                .hasToString("Optional[open: func(identifier: string) -> bucket]");
        assertThat(wit.interfaceNamed(InterfaceName.parse("a:b/c"))).isEmpty();
        assertThat(wit.definition(BUCKET).map(TypeDef::kind)).contains(new TypeKind.Resource());
        TypeOwner world = new TypeOwner.OfWorld(InterfaceName.parse("acme:shop/shop@1.0.0"));
        assertThat(wit.definition(new WitType.Named(world, "b")).map(TypeDef::kind))
                .contains(new TypeKind.Alias(BUCKET));
        assertThat(wit.definition(new WitType.Named(world, "bucket"))).isEmpty();
        assertThat(wit.main().fullName("x")).hasToString("acme:shop/x@1.0.0");
    }

    @Test
    void typesReadAsWitWritesThem() {
        Optional<WitType> u8 = Optional.of(U8);
        List<WitType> types = List.of(
                new WitType.ListOf(U8),
                new WitType.FixedLengthListOf(U8, 4),
                new WitType.TupleOf(List.of(U8, STRING)),
                new WitType.OptionOf(BUCKET),
                new WitType.ResultOf(Optional.empty(), Optional.empty()),
                new WitType.ResultOf(u8, Optional.empty()),
                new WitType.ResultOf(Optional.empty(), u8),
                new WitType.ResultOf(Optional.of(STRING), u8),
                new WitType.MapOf(STRING, U8),
                new WitType.Own(BUCKET),
                new WitType.Borrow(BUCKET),
                new WitType.StreamOf(u8),
                new WitType.FutureOf(Optional.empty()));
        assertThat(types.stream().map(Object::toString))
                .containsExactly(
                        "list<u8>",
                        "list<u8, 4>",
                        "tuple<u8, string>",
                        "option<bucket>",
                        "result",
                        "result<u8>",
                        "result<_, u8>",
                        "result<string, u8>",
                        "map<string, u8>",
                        "bucket",
                        "borrow<bucket>",
                        "stream<u8>",
                        "future");
        assertThat(new TypeOwner.OfInline(InterfaceName.parse("a:b/w"), true, "n"))
                .hasToString("world a:b/w, export n");
        assertThat(new SourceSpan("a.wit", 1, 2, 3, 4)).hasToString("a.wit:3:4");
    }
}

package dev.witloof.wit.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.name.ImportRef;
import dev.witloof.wit.SourceSpan;
import dev.witloof.wit.Stability;
import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitInterface;
import dev.witloof.wit.WitPackage;
import dev.witloof.wit.WitPackages;
import dev.witloof.wit.WitWorld;
import dev.witloof.wit.WorldItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WitParserTest {

    private final WitParser parser = WitParser.create();

    static List<String> folders() {
        return Guests.WIT.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void encodesWhatDecodesToTheSameWorlds(String folder) {
        Map<String, byte[]> files = Guests.wit(folder);
        WitPackages text = parser.parse(files);
        WitPackages binary = parser.decode(parser.encode(files));
        assertThat(binary.main().toString()).isEqualTo(text.main().toString());
        assertThat(binary.componentWorld()).isEmpty();
        for (WitWorld world : text.main().worlds()) {
            WitWorld other = binary.world(world.name());
            assertThat(other.importRefs()).isEqualTo(world.importRefs());
            assertThat(other.exportRefs()).isEqualTo(world.exportRefs());
            assertThat(other.docs()).isEqualTo(world.docs());
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void printsWhatParsesToTheSameWorlds(String folder) {
        WitPackages text = parser.parse(Guests.wit(folder));
        String printed = parser.print(Guests.wit(folder));
        WitPackages again = parser.parseText(printed);
        assertThat(again.main().worlds().stream().map(WitWorld::importRefs).toList())
                .isEqualTo(
                        text.main().worlds().stream().map(WitWorld::importRefs).toList());
        assertThat(parser.print(Map.of("a.wit", printed.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(printed);
    }

    @Test
    void aWorldHasTheImportsOfTheComponentBuiltFromIt() {
        List<ImportRef> fromText = parser.parse(Guests.wit("c-sessions/wit"))
                .world("cached-sessions")
                .importRefs();
        List<ImportRef> fromBinary = parser.decode(Guests.bytes("c-sessions/sessions.wasm"))
                .componentWorld()
                .orElseThrow()
                .importRefs();
        assertThat(fromText).isEqualTo(fromBinary);
        assertThat(fromText.stream().map(ImportRef::toString))
                .containsExactly(
                        "import \"sessions\", implements wasi:keyvalue/store@0.2.0-draft",
                        "import \"cache\", implements wasi:keyvalue/store@0.2.0-draft");
    }

    @Test
    void readsAFolderAFileAndABinary(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("deps/kv"));
        Files.write(folder.resolve("world.wit"), Guests.bytes("c-sessions/wit/world.wit"));
        Files.write(folder.resolve("deps.lock"), new byte[] {1});
        Files.write(folder.resolve("deps/kv/store.wit"), Guests.bytes("c-sessions/wit/deps/wasi-keyvalue/store.wit"));
        WitPackages wit = parser.parse(folder);
        assertThat(wit.packages().stream().map(WitPackage::toString))
                .containsExactly("wasi:keyvalue@0.2.0-draft", "demo:named@0.1.0");
        assertThat(wit.main().toString()).isEqualTo("demo:named@0.1.0");

        // The dependency as a file of its own, and as a binary.
        Path store = folder.resolve("deps/kv/store.wit");
        WitPackages alone = parser.parse(store);
        assertThat(alone.main().toString()).isEqualTo("wasi:keyvalue@0.2.0-draft");
        byte[] binary = parser.encode(Map.of("store.wit", Files.readAllBytes(store)));
        Files.move(store, folder.resolve("deps/store.wit"));
        assertThat(parser.parse(folder).world("cached-sessions").importRefs())
                .isEqualTo(wit.world("cached-sessions").importRefs());
        Files.delete(folder.resolve("deps/store.wit"));
        Files.write(folder.resolve("deps/store.wasm"), binary);
        assertThat(parser.parse(folder).world("cached-sessions").importRefs())
                .isEqualTo(wit.world("cached-sessions").importRefs());
        assertThat(parser.parse(folder.resolve("deps/store.wasm")).main().toString())
                .isEqualTo("wasi:keyvalue@0.2.0-draft");
    }

    @Test
    void readsEveryPartOfAPackage() {
        WitPackages wit = parser.parseText("""
                package a:b@1.2.0;
                /// About i.
                @since(version = 1.1.0)
                interface i {
                  resource r {
                    constructor(n: u32);
                    get: func() -> option<r>;
                    make: static func(other: borrow<r>) -> result<_, string>;
                  }
                  /// About t.
                  record t { /// About f.
                    f: list<u8>, g: tuple<s8, char> }
                  variant v { none, some(t) }
                  enum e { x, y }
                  flags fs { p, q }
                  type l = list<f32, 4>;
                  type m = map<string, u64>;
                  @external-id("ü") go: async func(s: stream<u8>, f: future) -> m;
                }
                world w {
                  use i.{t as u};
                  import inner: interface { enum e { z } get: func() -> e; }
                  import mine: func(x: u);
                  export i;
                }
                """);
        WitInterface i = wit.main().interfaces().get(0);
        assertThat(i.owner()).hasToString("a:b/i@1.2.0");
        assertThat(i.docs()).contains("About i.");
        assertThat(i.stability()).isEqualTo(new Stability(Optional.of("1.1.0"), Optional.empty(), Optional.empty()));
        assertThat(i.span()).contains(new SourceSpan("input.wit", 66, 67, 4, 11));
        assertThat(i.functions().stream().map(WitFunction::toString))
                .containsExactlyInAnyOrder(
                        "[constructor]r: func(n: u32) -> r",
                        "[method]r.get: func(self: borrow<r>) -> option<r>",
                        "[static]r.make: func(other: borrow<r>) -> result<_, string>",
                        "go: async func(s: stream<u8>, f: future) -> m");
        WitFunction go = i.function("go").orElseThrow();
        assertThat(go.externalId()).contains("ü");
        assertThat(go.isAsync()).isTrue();
        WitFunction get = i.function("[method]r.get").orElseThrow();
        assertThat(get.kind()).isEqualTo(WitFunction.Kind.METHOD);
        assertThat(get.resource().map(wit::definition)).contains(i.type("r"));
        assertThat(i.type("l").map(TypeDef::kind).map(Object::toString)).contains("Alias[target=list<f32, 4>]");
        TypeKind.RecordOf t = (TypeKind.RecordOf) i.type("t").orElseThrow().kind();
        assertThat(t.fields().get(0).docs()).contains("About f.");
        assertThat(t.fields().get(1).type()).hasToString("Optional[tuple<s8, char>]");

        WitWorld w = wit.world("a:b/w@1.2.0");
        assertThat(w.imports().stream().map(WorldItem::key)).containsExactly("inner", "a:b/i@1.2.0", "u", "mine");
        assertThat(w.importRefs().stream().map(ImportRef::kind))
                .containsExactly("instance", "instance", "type", "func");
        assertThat(w.imports().get(0).isPlain()).isTrue();
        assertThat(w.imports().get(0).implementsName()).isEmpty();
        assertThat(w.imports().get(0).span()).contains(new SourceSpan("input.wit", 514, 519, 22, 10));
        assertThat(w.imports().get(1).span()).isEmpty();
        TypeDef inner =
                ((WorldItem.OfInterface) w.imports().get(0)).type().types().get(0);
        assertThat(inner.owner()).hasToString("world a:b/w@1.2.0, import inner");
        assertThat(wit.definition(inner.reference())).contains(inner);
        TypeDef used = ((WorldItem.OfType) w.imports().get(2)).type();
        assertThat(used.owner()).hasToString("world a:b/w@1.2.0");
        assertThat(((TypeKind.Alias) used.kind()).target())
                .isEqualTo(i.type("t").orElseThrow().reference());
    }

    @Test
    void gatedFormsSurviveTheBinary() {
        byte[] text = """
                package a:b;
                interface i {
                  type l = list<f32, 4>;
                  type m = map<string, u64>;
                  f: async func(e: error-context, s: stream<u8>, f: future<l>) -> m;
                }
                world w { import n: i; @external-id("") export o: i; }
                """.getBytes(StandardCharsets.UTF_8);
        WitPackages wit = parser.decode(parser.encode(Map.of("w.wit", text)));
        WitInterface i = wit.main().interfaces().get(0);
        assertThat(i.function("f"))
                .hasToString("Optional[f: async func(e: error-context, s: stream<u8>, f: future<l>) -> m]");
        assertThat(i.types().stream().map(type -> type.kind().toString()))
                .containsExactly("Alias[target=list<f32, 4>]", "Alias[target=map<string, u64>]");
        assertThat(i.span()).isEmpty();
        assertThat(wit.world("w").importRefs()).hasToString("[import \"n\", implements a:b/i]");
        assertThat(wit.world("w").exportRefs()).hasToString("[export \"o\", implements a:b/i, external-id \"\"]");
    }

    @Test
    void nestedPackagesAreFound() {
        WitPackages wit = parser.parse(Guests.wit("bench-micro"));
        assertThat(wit.packages().stream().map(WitPackage::toString))
                .containsExactly("bench:micro@0.1.0", "root:component");
        assertThat(wit.world("root").importRefs().stream().map(ImportRef::toString))
                .containsExactly(
                        "import \"sessions\", implements bench:micro/kv@0.1.0", "import \"bench:micro/kv@0.1.0\"");
    }

    @Test
    void unstableItemsAreThereWhenTheirFeatureIs() {
        String text = "package a:b; interface i { f: func(); @unstable(feature = new) g: func();"
                + " @unstable(feature = newer) h: func(); }";
        assertThat(functions(parser, text)).containsExactly("f");
        assertThat(functions(WitParser.builder().features("new").build(), text)).containsExactly("f", "g");
        assertThat(functions(WitParser.builder().allFeatures().build(), text)).containsExactly("f", "g", "h");
    }

    private static List<String> functions(WitParser parser, String text) {
        return parser.parseText(text).main().interfaces().get(0).functions().stream()
                .map(WitFunction::name)
                .toList();
    }

    @Test
    void tellsItsVersions() {
        assertThat(parser.versions())
                .containsExactly(
                        Map.entry("library", "0.1.0"),
                        Map.entry("abi", "1.0"),
                        Map.entry("schema", "1"),
                        Map.entry("wit-parser", "0.263.0"));
    }

    @Test
    void anUnknownWorldIsAnErrorThatListsTheWorlds() {
        WitPackages wit = parser.parse(Guests.wit("c-sessions/wit"));
        assertThatThrownBy(() -> wit.world("other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("world \"other\": expected one of [demo:named/cached-sessions@0.1.0,"
                        + " demo:named/named-both@0.1.0], found none");
    }

    @Test
    void aPathThatBelongsToNoPackageIsAnError() {
        assertThatThrownBy(() -> parser.parse(Map.of("a/b.wit", new byte[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the file \"a/b.wit\" belongs to no package: expected <file>.wit, deps/<file>.wit,"
                        + " deps/<file>.wasm or deps/<folder>/<file>.wit");
        assertThatThrownBy(() -> parser.parse(Map.of(":options", new byte[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("file \":options\": expected a path, found a reserved name");
    }
}

package dev.witloof.bindings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final String SHARED = """
            package a:shop@1.0.0;
            interface cart {
              use a:base/types@0.1.0.{error, item};
              add: func(i: item) -> result<option<u32>, error>;
            }
            interface other { f: func() -> option<option<string>>; g: func(a: list<option<list<u8>>>) -> u8; }
            world w { import cart; import mine: cart; export other; }
            package a:base@0.1.0 {
              interface types { enum error { e } record item { n: u16, o: option<bool> } }
              interface unused {}
            }
            """;

    private static List<String> paths(List<SourceFile> files) {
        return files.stream().map(SourceFile::path).toList();
    }

    @Test
    void theMainPackageAndWhatItNeeds() {
        assertThat(paths(Wit.generate(SHARED)))
                .containsExactly(
                        "a/base/v0_1_0/Types.java",
                        "a/shop/v1_0_0/Cart.java",
                        "a/shop/v1_0_0/Other.java",
                        "a/shop/v1_0_0/WExports.java",
                        "a/shop/v1_0_0/WImports.java");
    }

    @Test
    void oneInterfaceAndWhatItNeeds() {
        assertThat(paths(Wit.generate(
                        SHARED,
                        GeneratorSettings.builder().interfaces("a:shop/cart").build())))
                .containsExactly("a/base/v0_1_0/Types.java", "a/shop/v1_0_0/Cart.java");
    }

    @Test
    void packagesAreMapped() {
        GeneratorSettings settings = GeneratorSettings.builder()
                .world("w")
                .javaPackage("a:shop", "com.acme.shop")
                .javaPackage("a:base", "com.acme.any")
                .javaPackage("a:base@0.1.0", "com.acme.base")
                .build();

        List<SourceFile> files = Wit.generate(SHARED, settings);

        assertThat(paths(files)).startsWith("com/acme/base/Types.java", "com/acme/shop/Cart.java");
        assertThat(Wit.file(files, "Cart.java"))
                .contains("import com.acme.base.Types;\n")
                .contains("    Optional<Long> add(Types.Item i) throws Types.ErrorException;\n");
        Compiled.of(files);
    }

    @Test
    void whatIsProvidedIsUsedAndNotWritten() {
        GeneratorSettings settings = GeneratorSettings.builder()
                .provided("a:base")
                .interfaces("a:shop/cart")
                .build();

        List<SourceFile> files = Wit.generate(SHARED, settings);

        assertThat(paths(files)).containsExactly("a/shop/v1_0_0/Cart.java");
        // No function of the provided interface fails with it, so that there is no exception there.
        assertThat(Wit.file(files, "Cart.java"))
                .contains("    Optional<Long> add(Types.Item i) throws ErrorException;\n")
                .contains("        public ErrorException(Types.Error error) {\n");
    }

    @Test
    void optionsMayBeNullable() {
        GeneratorSettings settings =
                GeneratorSettings.builder().optionStyle(OptionStyle.NULLABLE).build();

        List<SourceFile> files = Wit.generate(SHARED, settings);

        assertThat(Wit.file(files, "Cart.java")).contains("    @Nullable Long add(Types.Item i) throws");
        assertThat(Wit.file(files, "Types.java")).contains("    record Item(int n, @Nullable Boolean o) {\n");
        assertThat(Wit.file(files, "Other.java"))
                .contains("    Optional<Optional<String>> f();\n")
                .contains("    int g(List<byte @Nullable []> a);\n");
        Compiled.of(files);
    }

    @Test
    void unsignedIntegersMayBeRawBits() {
        GeneratorSettings settings = GeneratorSettings.builder()
                .unsignedStyle(UnsignedStyle.RAW_BITS)
                .build();

        List<SourceFile> files = Wit.generate(SHARED, settings);

        assertThat(Wit.file(files, "Cart.java")).contains("    Optional<Integer> add(Types.Item i) throws");
        assertThat(Wit.file(files, "Types.java")).contains("    record Item(short n, Optional<Boolean> o) {\n");
        assertThat(Wit.file(files, "Other.java")).contains("    byte g(List<Optional<byte[]>> a);\n");
    }

    @Test
    void unstableItemsAreThereWithTheirFeatures() {
        String wit = """
                package a:b;
                interface i {
                  @unstable(feature = one) record r { f: u8 }
                  @unstable(feature = one) f: func() -> r;
                  @unstable(feature = two) g: func() -> r;
                }
                @unstable(feature = two) interface j {}
                """;
        GeneratorSettings one = GeneratorSettings.builder().features("one").build();

        assertThat(Wit.file(Wit.generate(wit), "I.java")).contains("public interface I {\n}");
        assertThat(Wit.file(Wit.generate(wit, one), "I.java"))
                .contains("    R f();\n")
                .doesNotContain(" g();");
        assertThat(paths(Wit.generate(wit, one))).containsExactly("a/b/I.java");
        assertThat(paths(Wit.generate(
                        wit, GeneratorSettings.builder().allFeatures().build())))
                .containsExactly("a/b/I.java", "a/b/J.java");
        assertThat(Wit.refusal(wit, GeneratorSettings.builder().features("two").build()))
                .isEqualTo("""
                        input.wit:5:28: a:b/i, function "g": expected the type "r" of a:b/i to be there, found that it is \
                        not; it may be unstable and need its feature""");
    }

    @Test
    void anotherDigestMeansOtherDeclarations() {
        String one = Wit.file(Wit.generate("package a:b; interface i { f: func(a: u8); }"), "I.java");
        String documented =
                Wit.file(Wit.generate("package a:b; interface i {\n/// Docs.\nf: func(a: u8); }"), "I.java");
        String other = Wit.file(Wit.generate("package a:b; interface i { f: func(a: u16); }"), "I.java");

        assertThat(documented).isNotEqualTo(one).startsWith(one.substring(0, one.indexOf("package")));
        assertThat(other.lines().skip(1).findFirst())
                .isNotEqualTo(one.lines().skip(1).findFirst());
    }

    @Test
    void wrongNamesAreRefused() {
        assertThatThrownBy(() -> GeneratorSettings.builder().javaPackage("shop", "a.b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("package \"shop\": expected a name such as acme:shop or acme:shop/cart@1.2.0");
        assertThatThrownBy(() -> GeneratorSettings.builder().javaPackage("a:shop", "a-b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("package \"a:shop\": expected the name of a Java package, found \"a-b\"");
    }
}

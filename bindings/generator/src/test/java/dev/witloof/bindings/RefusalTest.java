package dev.witloof.bindings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.name.InterfaceName;
import dev.witloof.type.PrimitiveType;
import dev.witloof.wit.SourceSpan;
import dev.witloof.wit.Stability;
import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitInterface;
import dev.witloof.wit.WitPackage;
import dev.witloof.wit.WitPackages;
import dev.witloof.wit.WitType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is refused, by name and place, all of it at once. */
class RefusalTest {

    @Test
    void functionsThatMeet() {
        assertThat(Wit.refusal("""
                package a:b;
                interface i {
                  resource bucket { constructor(); %from: static func(); }
                  bucket-from: func();
                  new-bucket: func();
                }
                """)).isEqualTo("""
                input.wit:4:3: a:b/i: expected names that differ in Java, found function "[static]bucket.from" \
                (input.wit:3:36) and function "bucket-from", both "bucketFrom"
                input.wit:5:3: a:b/i: expected names that differ in Java, found function "[constructor]bucket" \
                (input.wit:3:21) and function "new-bucket", both "newBucket\"""");
    }

    @Test
    void aTypeAndAnException() {
        assertThat(Wit.refusal("""
                package a:b;
                interface i {
                  enum error { e }
                  record error-exception { e: u8 }
                  f: func() -> result<_, error>;
                }
                """)).isEqualTo("""
                input.wit:2:11: a:b/i: expected names that differ in Java, found type "error-exception" \
                (input.wit:4:10) and the exception of type "error", both "ErrorException\"""");
    }

    @Test
    void interfacesAndWorldsThatMeet() {
        assertThat(Wit.refusal("""
                package a:b;
                interface x-1 {}
                interface x1 {}
                interface w-imports {}
                world w { import f: func(); }
                """)).isEqualTo("""
                input.wit:3:11: Java package "a.b": expected names that differ in Java, found interface "a:b/x-1" \
                (input.wit:2:11) and interface "a:b/x1", both "X1"
                input.wit:5:7: Java package "a.b": expected names that differ in Java, found interface \
                "a:b/w-imports" (input.wit:4:11) and the imports of world "a:b/w", both "WImports\"""");
    }

    /** The parser refuses such labels in text; in binary they may stand side by side. */
    @Test
    void labelsThatMeet() {
        TypeOwner owner = new TypeOwner.OfInterface(InterfaceName.parse("a:b/i"));
        WitType text = new WitType.Primitive(PrimitiveType.STRING);
        WitPackages wit = packages(
                owner,
                List.of(
                        type(owner, "r", new TypeKind.RecordOf(List.of(member("f-1", text), member("f1", text)))),
                        type(owner, "v-1", new TypeKind.VariantOf(List.of(member("c-1", text), member("c1", text)))),
                        type(owner, "v1", new TypeKind.EnumOf(List.of(member("a-b", null), member("a-B", null))))),
                List.of(function("f", "p-1", "p1")));

        assertThat(catchThrowableOfType(
                        GeneratorException.class,
                        () -> Generator.of(GeneratorSettings.defaults()).generate(wit)))
                .hasMessage("""
                        a:b/i, type "r": expected names that differ in Java, found field "f-1" and field "f1", both "f1"
                        a:b/i, type "v-1": expected names that differ in Java, found case "c-1" and case "c1", both "C1"
                        a:b/i: expected names that differ in Java, found type "v-1" and type "v1", both "V1"
                        a:b/i, type "v1": expected names that differ in Java, found case "a-b" and case "a-B", both "A_B"
                        a:b/i, function "f": expected names that differ in Java, found parameter "p-1" and parameter \
                        "p1", both "p1\"""");
    }

    private static TypeKind.Member member(String name, @Nullable WitType type) {
        return new TypeKind.Member(name, Optional.ofNullable(type), Optional.empty(), Optional.empty());
    }

    private static TypeDef type(TypeOwner owner, String name, TypeKind kind) {
        return new TypeDef(name, owner, kind, Optional.empty(), Optional.empty(), Stability.UNSTATED, Optional.empty());
    }

    private static WitFunction function(String name, String... parameters) {
        return new WitFunction(
                name,
                WitFunction.Kind.FREESTANDING,
                false,
                Optional.empty(),
                Optional.empty(),
                Stream.of(parameters)
                        .map(p -> new WitFunction.Parameter(
                                p, new WitType.Primitive(PrimitiveType.BOOL), Optional.empty()))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Stability.UNSTATED,
                Optional.empty());
    }

    private static WitPackages packages(TypeOwner owner, List<TypeDef> types, List<WitFunction> functions) {
        WitInterface i =
                new WitInterface(owner, types, functions, Optional.empty(), Stability.UNSTATED, Optional.empty());
        WitPackage pkg = new WitPackage("a", "b", Optional.empty(), List.of(i), List.of(), Optional.empty());
        return new WitPackages(List.of(pkg), pkg, Optional.empty());
    }

    @Test
    void packagesThatMeet() {
        String wit = """
                package a:b;
                interface i {}
                package c:d { interface i {} }
                """;
        GeneratorSettings settings = GeneratorSettings.builder()
                .interfaces("a:b/i", "c:d/i")
                .javaPackage("a:b", "x")
                .javaPackage("c:d", "x")
                .build();
        assertThat(Wit.refusal(wit, settings)).isEqualTo("""
                input.wit:3:25: Java package "x": expected names that differ in Java, found interface "a:b/i" \
                (input.wit:2:11) and interface "c:d/i", both "I\"""");
    }

    @Test
    void whatCannotBeBound() {
        assertThat(Wit.refusal("""
                package a:b;
                interface i {
                  f: func(s: stream<u8>) -> future<string>;
                  g: async func();
                  h: func(t: list<tuple<u8>>) -> tuple<u8,u8,u8,u8,u8,u8,u8,u8,u8,u8,u8,u8,u8,u8,u8,u8,u8>;
                  record r { e: option<error-context> }
                }
                world w { resource r { g: func(); } }
                """)).isEqualTo("""
                input.wit:3:11: a:b/i, function "f", parameter "s": expected a type that Java can have, found \
                stream<u8>, which cannot be bound yet
                input.wit:3:3: a:b/i, function "f", result: expected a type that Java can have, found \
                future<string>, which cannot be bound yet
                input.wit:4:3: a:b/i, function "g": expected a synchronous function, found an async one, which \
                cannot be bound yet
                input.wit:5:11: a:b/i, function "h", parameter "t": expected a tuple of 2 to 16 elements, found one \
                of 1; make a record of it
                input.wit:5:3: a:b/i, function "h", result: expected a tuple of 2 to 16 elements, found one of 17; \
                make a record of it
                input.wit:6:14: a:b/i, type "r", field "e": expected a type that Java can have, found \
                error-context, which cannot be bound yet
                input.wit:8:20: world "a:b/w", resource "r": expected a resource to belong to an interface, found \
                one of the world itself, which Java cannot bind; move it to an interface""");
    }

    @Test
    void aTypeThatDoublesWithEachAlias() {
        StringBuilder wit = new StringBuilder("package a:b;\ninterface i {\n  type t0 = u8;\n");
        for (int i = 1; i <= 40; i++) {
            wit.append("  type t" + i + " = tuple<t" + (i - 1) + ", t" + (i - 1) + ">;\n");
        }
        assertThat(Wit.refusal(wit + "  f: func() -> t40;\n}\n")).startsWith("""
                input.wit:12:8: a:b/i, type "t9": expected a type that is made of at most 1000 others, found a larger \
                one; make records of its parts
                """);
    }

    @Test
    void packagesOfJavaItself() {
        assertThat(Wit.refusal("package java:lang; interface i {}")).isEqualTo("""
                input.wit:1:30: interface "java:lang/i": expected a Java package that a program may have, found \
                "java.lang"; set another one for the WIT package""");
    }

    @Test
    void namesThatNoFileCanHave() {
        String label = "a".repeat(239);
        assertThat(Wit.refusal("package a:b; interface i { enum " + label + " { e } }"))
                .isEqualTo("input.wit:1:33: a:b/i, type \"" + label
                        + "\": expected the name of its class to have at most 240 characters, because a file is named"
                        + " after it, found 241");
    }

    @Test
    void whatIsNotThere() {
        String wit = "package a:b; interface i {} world w {}";
        assertThat(Wit.refusal(
                        wit,
                        GeneratorSettings.builder()
                                .world("v")
                                .interfaces("a:b/j")
                                .build()))
                .isEqualTo("""
                        world "v": expected one of [a:b/w], found none
                        interface "a:b/j": expected one of [a:b/i], found none""");
    }

    @Test
    void aProblemTellsItsPlace() {
        GeneratorException refused =
                catchThrowableOfType(GeneratorException.class, () -> Wit.generate("package java:x;\ninterface i {}"));

        assertThat(refused.problems())
                .containsExactly(new GeneratorException.Problem(
                        Optional.of(new SourceSpan("input.wit", 26, 27, 2, 11)),
                        "interface \"java:x/i\"",
                        "expected a Java package that a program may have, found \"java.x\"; set another one for the WIT"
                                + " package"));
    }
}

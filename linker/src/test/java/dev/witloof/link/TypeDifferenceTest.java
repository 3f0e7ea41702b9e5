package dev.witloof.link;

import static dev.witloof.link.Shop.func;
import static dev.witloof.link.Shop.instance;
import static dev.witloof.link.Shop.param;
import static dev.witloof.type.PrimitiveType.BOOL;
import static dev.witloof.type.PrimitiveType.STRING;
import static dev.witloof.type.PrimitiveType.U32;
import static dev.witloof.type.PrimitiveType.U64;
import static dev.witloof.type.PrimitiveType.U8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.type.BorrowType;
import dev.witloof.type.ComponentType;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import dev.witloof.type.EnumType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.FuncType;
import dev.witloof.type.FutureType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.ModuleType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.ResultType;
import dev.witloof.type.StreamType;
import dev.witloof.type.TupleType;
import dev.witloof.type.TypeBound;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TypeDifferenceTest {

    private static RecordType point(ValType x) {
        return new RecordType(List.of(param("x", x), param("y", U32)));
    }

    private static VariantType shape(ValType circle) {
        return new VariantType(List.of(
                new VariantType.Case("dot", Optional.empty()), new VariantType.Case("circle", Optional.of(circle))));
    }

    private static ResultType result(ValType ok, ValType error) {
        return new ResultType(Optional.ofNullable(ok), Optional.ofNullable(error));
    }

    private static OwnType own(String name) {
        return new OwnType(ResourceType.named(name));
    }

    private static BorrowType borrow(String name) {
        return new BorrowType(ResourceType.named(name));
    }

    static Stream<Arguments> different() {
        return Stream.of(
                Arguments.of(U8, U32, "at the result", "u8", "u32"),
                Arguments.of(new ListType(U8), new ListType(U32), "at the result", "list<u8>", "list<u32>"),
                Arguments.of(
                        new FixedLengthListType(U8, 2),
                        new FixedLengthListType(U8, 3),
                        "at the result",
                        "list<u8, 2>",
                        "list<u8, 3>"),
                Arguments.of(
                        new ListType(point(U8)),
                        new ListType(point(U32)),
                        "at the result's elements, field \"x\"",
                        "u8",
                        "u32"),
                Arguments.of(
                        new OptionType(new ListType(U8)),
                        new OptionType(STRING),
                        "at the result",
                        "option<list<u8>>",
                        "option<string>"),
                Arguments.of(
                        new OptionType(shape(U8)),
                        new OptionType(shape(U32)),
                        "at the result's value, case \"circle\"",
                        "u8",
                        "u32"),
                Arguments.of(
                        shape(U8),
                        new VariantType(List.of(new VariantType.Case("dot", Optional.empty()))),
                        "at the result",
                        "variant { dot, circle(u8) }",
                        "variant { dot }"),
                Arguments.of(
                        point(U8),
                        new RecordType(List.of(param("x", U8), param("z", U32))),
                        "at the result",
                        "record { x: u8, y: u32 }",
                        "record { x: u8, z: u32 }"),
                Arguments.of(
                        new TupleType(List.of(U8, point(U8))),
                        new TupleType(List.of(U8, point(BOOL))),
                        "at the result, element 2, field \"x\"",
                        "u8",
                        "bool"),
                Arguments.of(result(U8, STRING), result(U8, U32), "at the result's error case", "string", "u32"),
                Arguments.of(result(U8, null), result(null, U8), "at the result", "result<u8>", "result<_, u8>"),
                Arguments.of(
                        point(result(U8, null)),
                        point(result(U32, null)),
                        "at the result, field \"x\"'s ok case",
                        "u8",
                        "u32"),
                Arguments.of(
                        new EnumType(List.of("a", "b")),
                        new EnumType(List.of("b", "a")),
                        "at the result",
                        "enum { a, b }",
                        "enum { b, a }"),
                Arguments.of(
                        new FlagsType(List.of("a")),
                        new EnumType(List.of("a")),
                        "at the result",
                        "flags { a }",
                        "enum { a }"),
                Arguments.of(
                        new MapType(STRING, U8),
                        new MapType(U32, U8),
                        "at the result",
                        "map<string, u8>",
                        "map<u32, u8>"),
                Arguments.of(
                        new MapType(STRING, point(U8)),
                        new MapType(STRING, point(U32)),
                        "at the result's values, field \"x\"",
                        "u8",
                        "u32"),
                Arguments.of(own("bucket"), own("file"), "at the result", "bucket", "file"),
                Arguments.of(own("bucket"), borrow("bucket"), "at the result", "bucket", "borrow<bucket>"),
                Arguments.of(
                        new StreamType(Optional.of(U8)),
                        new StreamType(Optional.empty()),
                        "at the result",
                        "stream<u8>",
                        "stream"),
                Arguments.of(
                        new FutureType(Optional.of(U8)),
                        new FutureType(Optional.of(U32)),
                        "at the result",
                        "future<u8>",
                        "future<u32>"));
    }

    @ParameterizedTest
    @MethodSource("different")
    void theFirstDifferenceOfResults(ValType needed, ValType given, String at, String neededText, String givenText) {
        assertThat(TypeDifference.ofFunction(func(List.of(), needed), func(List.of(), given), Sides.PLAIN))
                .contains(new TypeDifference(at, neededText, givenText));
        assertThat(TypeDifference.ofFunction(func(List.of(), needed), func(List.of(), needed), Sides.PLAIN))
                .isEmpty();
    }

    @Test
    void resourcesAreTheSameByName() {
        ValType one = new TupleType(List.of(own("bucket"), borrow("bucket")));
        ValType two = new TupleType(List.of(own("bucket"), borrow("bucket")));
        assertThat(one).isNotEqualTo(two);
        assertThat(TypeDifference.ofValue(one, two, Sides.PLAIN)).isEmpty();
    }

    @Test
    void functionsDifferInTheirShapeAsAWhole() {
        FuncType one = func(List.of(param("a", U8)), U8);
        assertThat(TypeDifference.ofFunction(one, func(List.of(), U8), Sides.PLAIN))
                .contains(new TypeDifference("", "func(a: u8) -> u8", "func() -> u8"));
        assertThat(TypeDifference.ofFunction(one, FuncType.of(one.params(), Optional.empty()), Sides.PLAIN))
                .contains(new TypeDifference("", "func(a: u8) -> u8", "func(a: u8)"));
        assertThat(TypeDifference.ofFunction(one, new FuncType(true, one.params(), one.result()), Sides.PLAIN))
                .contains(new TypeDifference("", "func(a: u8) -> u8", "async func(a: u8) -> u8"));
    }

    @Test
    void parametersDifferByNameAndByType() {
        FuncType one = func(List.of(param("a", U8), param("b", U64)), U8);
        assertThat(TypeDifference.ofFunction(one, func(List.of(param("a", U8), param("c", U64)), U8), Sides.PLAIN))
                .contains(new TypeDifference("at parameter 2", "b: u64", "c: u64"));
        assertThat(TypeDifference.ofFunction(one, func(List.of(param("a", U8), param("b", U8)), U8), Sides.PLAIN))
                .contains(new TypeDifference("at parameter \"b\"", "u64", "u8"));
    }

    @Test
    void typesThatTheInterfaceNamesAreCalledByTheirNamesExceptWhereTheyDiffer() {
        Map<String, ExternType> exports = new LinkedHashMap<>();
        exports.put("point", new TypeBound.Eq(point(U8)));
        exports.put("shape", new TypeBound.Eq(shape(point(U8))));
        exports.put("draw", func(List.of(param("s", shape(point(U8)))), new ListType(point(U8))));
        InstanceType needed = instance(exports);
        assertThat(TypeDifference.ofFunctions(needed, Map.of()))
                .containsExactly(new TypeDifference("draw", "func(s: shape) -> list<point>", "nothing of this name"));
        Map<String, FuncType> given = Map.of("draw", func(List.of(param("s", shape(U8))), new ListType(point(U8))));
        assertThat(TypeDifference.ofFunctions(needed, given))
                .containsExactly(new TypeDifference(
                        "draw, at parameter \"s\", case \"circle\"", "record { x: u8, y: u32 }", "u8"));
    }

    @Test
    void anUnknownTypeAndMoreFunctionsThanNeededAreNoDifference() {
        Map<String, FuncType> given = new LinkedHashMap<>();
        given.put("get", null);
        given.put("more", Shop.get());
        assertThat(TypeDifference.ofFunctions(Shop.small(), given)).isEmpty();
    }

    @Test
    void whatFunctionsCannotBeIsLacking() {
        assertThat(TypeDifference.ofFunctions(instance(Map.of("inner", Shop.small())), Map.of()))
                .containsExactly(new TypeDifference("inner", "an instance", "nothing of this name"));
    }

    private static List<TypeDifference> extern(ExternType needed, ExternType given) {
        return ExternDifference.between(needed, given);
    }

    @Test
    void instancesAreComparedExportByExport() {
        InstanceType nested = instance(Map.of("inner", Shop.small()));
        InstanceType other = instance(Map.of("inner", instance(Map.of("get", func(List.of(), U8)))));
        assertThat(extern(nested, nested)).isEmpty();
        assertThat(extern(nested, other))
                .containsExactly(
                        new TypeDifference("inner, get", "func(key: string) -> option<string>", "func() -> u8"));
        assertThat(extern(nested, instance(Map.of())))
                .containsExactly(new TypeDifference("inner", "an instance", "nothing of this name"));
        assertThat(extern(
                        instance(Map.of("t", new TypeBound.Eq(point(U8)))),
                        instance(Map.of("t", new TypeBound.Eq(point(U32))))))
                .containsExactly(new TypeDifference("t, field \"x\"", "u8", "u32"));
        assertThat(extern(
                        instance(Map.of("t", new TypeBound.SubResource(ResourceType.named("t")))),
                        instance(Map.of("t", new TypeBound.Eq(U8)))))
                .containsExactly(new TypeDifference("t", "a resource type", "u8"));
    }

    @Test
    void resourcesOfInstancesAreNamedByTheirExports() {
        InstanceType needed = storing("what the guest calls it", "bucket");
        assertThat(extern(needed, storing("resource 7", "bucket"))).isEmpty();
        assertThat(extern(needed, storing("what the guest calls it", "bin")))
                .containsExactly(
                        new TypeDifference("bucket", "a type", "nothing of this name"),
                        new TypeDifference("open, at the result", "bucket", "bin"));
        assertThat(TypeDifference.ofFunctions(needed, Map.of("open", func(List.of(), own("bucket")))))
                .isEmpty();
    }

    private static InstanceType storing(String called, String export) {
        ResourceType resource = ResourceType.named(called);
        Map<String, ExternType> exports = new LinkedHashMap<>();
        exports.put(export, new TypeBound.SubResource(resource));
        exports.put("open", func(List.of(), new OwnType(resource)));
        return instance(exports);
    }

    @Test
    void aComponentMayImportLessAndExportMore() {
        List<ExternDecl> small = Shop.instance(Map.of("log", Shop.small())).exports();
        List<ExternDecl> run = Shop.instance(Map.of("run", Shop.get())).exports();
        ComponentType needed = new ComponentType(small, run);
        assertThat(extern(needed, needed)).isEmpty();
        assertThat(extern(needed, new ComponentType(List.of(), run))).isEmpty();
        assertThat(extern(new ComponentType(List.of(), run), needed))
                .containsExactly(new TypeDifference("import \"log\"", "no such import", "an instance that it imports"));
        List<ExternDecl> wider = Shop.instance(Map.of(
                        "log", instance(Map.of("get", Shop.get(), "set", func(List.of(), U8)))))
                .exports();
        assertThat(extern(needed, new ComponentType(wider, run)))
                .containsExactly(new TypeDifference("import \"log\", set", "nothing of this name", "func() -> u8"));
    }

    @Test
    void aCoreModuleMayImportLessAndExportMore() {
        CoreExternType func = new CoreExternType.Func(List.of(CoreValType.Number.I32), List.of());
        CoreExternType other = new CoreExternType.Func(List.of(), List.of());
        ModuleType needed = new ModuleType(
                List.of(new ModuleType.Import("env", "log", func)), List.of(new ModuleType.Export("run", func)));
        assertThat(extern(needed, needed)).isEmpty();
        assertThat(extern(
                        needed,
                        new ModuleType(
                                List.of(
                                        new ModuleType.Import("env", "log", other),
                                        new ModuleType.Import("a", "b", func)),
                                List.of())))
                .containsExactly(
                        new TypeDifference("export \"run\"", "func [i32] -> []", "nothing of this name"),
                        new TypeDifference("import \"env\" \"log\"", "func [i32] -> []", "func [] -> []"),
                        new TypeDifference("import \"a\" \"b\"", "no such import", "func [i32] -> []"));
    }

    @Test
    void memoriesAndTablesMatchByTheirLimits() {
        assertThat(CoreMatching.matches(memory(1, -1), memory(2, 4))).isTrue();
        assertThat(CoreMatching.matches(memory(1, 4), memory(2, 4))).isTrue();
        assertThat(CoreMatching.matches(memory(3, -1), memory(2, -1))).isFalse();
        assertThat(CoreMatching.matches(memory(1, 4), memory(2, -1))).isFalse();
        assertThat(CoreMatching.matches(memory(1, 4), memory(2, 5))).isFalse();
        assertThat(CoreMatching.matches(memory(1, -1), table(1))).isFalse();
        assertThat(CoreMatching.matches(table(1), table(2))).isTrue();
        assertThat(CoreMatching.matches(table(2), table(1))).isFalse();
    }

    private static CoreExternType memory(long min, long max) {
        return new CoreExternType.Memory(limits(min, max), false);
    }

    private static CoreExternType table(long min) {
        return new CoreExternType.Table(
                new CoreValType.Reference(true, CoreValType.AbstractHeapType.FUNC), limits(min, -1));
    }

    private static CoreExternType.Limits limits(long min, long max) {
        return new CoreExternType.Limits(min, max < 0 ? OptionalLong.empty() : OptionalLong.of(max), false);
    }
}

package dev.witloof.binary;

import static dev.witloof.binary.Bytes.definition;
import static dev.witloof.binary.Bytes.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.component.CoreDefType;
import dev.witloof.component.CoreExternTypeRef;
import dev.witloof.component.CoreSubType;
import dev.witloof.component.Definition;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreTypeDecoderTest {

    private static final CoreSubType NOTHING =
            new CoreSubType(true, List.of(), new CoreSubType.Func(List.of(), List.of()));

    private static CoreDefType type(String bytes) {
        return ((Definition.CoreTypeDefinition) definition(3, "01" + bytes)).type();
    }

    private static CoreSubType single(String bytes) {
        CoreDefType.RecursionGroup group = (CoreDefType.RecursionGroup) type(bytes);
        assertThat(group.types()).hasSize(1);
        return group.types().get(0);
    }

    /** The type of the only export of a core module type. */
    private static CoreExternTypeRef export(String bytes) {
        CoreDefType.Module module = (CoreDefType.Module) type("50 01 03 `e`" + bytes);
        assertThat(module.declarations()).hasSize(1);
        return ((CoreDefType.Export) module.declarations().get(0)).type();
    }

    @Test
    void functions() {
        assertThat(type("60 00 00")).isEqualTo(new CoreDefType.RecursionGroup(List.of(NOTHING)));
        assertThat(single("60 05 7f 7e 7d 7c 7b 01 7f").type())
                .isEqualTo(new CoreSubType.Func(
                        List.of(
                                CoreValType.Number.I32,
                                CoreValType.Number.I64,
                                CoreValType.Number.F32,
                                CoreValType.Number.F64,
                                CoreValType.Number.V128),
                        List.of(CoreValType.Number.I32)));
    }

    @ParameterizedTest
    @CsvSource({
        "70, (ref null func)",
        "6f, (ref null extern)",
        "6e, (ref null any)",
        "6d, (ref null eq)",
        "6c, (ref null i31)",
        "6b, (ref null struct)",
        "6a, (ref null array)",
        "69, (ref null exn)",
        "68, (ref null cont)",
        "71, (ref null none)",
        "72, (ref null noextern)",
        "73, (ref null nofunc)",
        "74, (ref null noexn)",
        "75, (ref null nocont)",
        "63 70, (ref null func)",
        "64 6f, (ref extern)",
        "64 03, (ref 3)",
        "63 c0 00, (ref null 64)",
        "64 ff ff ff ff 0f, (ref 4294967295)"
    })
    void references(String bytes, String text) {
        CoreSubType.Func func =
                (CoreSubType.Func) single("60 01" + bytes + "00").type();
        assertThat(func.params().get(0)).hasToString(text);
    }

    @Test
    void structuresAndArrays() {
        assertThat(single("5f 03 7f 00 78 01 77 00").type())
                .isEqualTo(new CoreSubType.Struct(List.of(
                        new CoreSubType.Field(new CoreSubType.Unpacked(CoreValType.Number.I32), false),
                        new CoreSubType.Field(CoreSubType.Packed.I8, true),
                        new CoreSubType.Field(CoreSubType.Packed.I16, false))));
        assertThat(single("5e 78 01").type())
                .isEqualTo(new CoreSubType.Array(new CoreSubType.Field(CoreSubType.Packed.I8, true)));
    }

    @Test
    void subtypesTakeAZeroBeforeThemAtTheTopOnly() {
        CoreSubType open = new CoreSubType(false, List.of(), NOTHING.type());
        assertThat(single("00 50 00 60 00 00")).isEqualTo(open);
        assertThat(single("4f 02 00 81 01 60 00 00")).isEqualTo(new CoreSubType(true, List.of(0, 129), NOTHING.type()));
        assertThat(type("4e 03 60 00 00 50 00 60 00 00 4f 01 00 60 00 00"))
                .isEqualTo(new CoreDefType.RecursionGroup(
                        List.of(NOTHING, open, new CoreSubType(true, List.of(0), NOTHING.type()))));
        assertThat(type("50 00")).isEqualTo(new CoreDefType.Module(List.of()));
    }

    @Test
    void coreModuleTypes() {
        assertThat(type("50 04 01 60 00 00 00 `a` `b` 00 00 02 10 01 01 00 03 `e` 00 00"))
                .isEqualTo(new CoreDefType.Module(List.of(
                        new CoreDefType.Type(0xd, new CoreDefType.RecursionGroup(List.of(NOTHING))),
                        new CoreDefType.Import(0x11, "a", "b", new CoreExternTypeRef.Func(0)),
                        new CoreDefType.OuterAlias(0x18, 1, 0),
                        new CoreDefType.Export(0x1d, "e", new CoreExternTypeRef.Func(0)))));
    }

    @Test
    void aCoreModuleTypeWithinAnotherIsLeftToValidation() {
        assertThat(type("50 02 01 50 00 01 60 00 00"))
                .isEqualTo(new CoreDefType.Module(List.of(
                        new CoreDefType.Type(0xd, new CoreDefType.Module(List.of())),
                        new CoreDefType.Type(0x10, new CoreDefType.RecursionGroup(List.of(NOTHING))))));
    }

    @Test
    void typesOfCoreImportsAndExports() {
        assertThat(export("00 03")).isEqualTo(new CoreExternTypeRef.Func(3));
        assertThat(export("04 00 02")).isEqualTo(new CoreExternTypeRef.Tag(2));
        assertThat(export("03 7e 01"))
                .isEqualTo(new CoreExternTypeRef.Direct(new CoreExternType.Global(CoreValType.Number.I64, true)));
        assertThat(export("03 7f 00"))
                .isEqualTo(new CoreExternTypeRef.Direct(new CoreExternType.Global(CoreValType.Number.I32, false)));
        CoreValType.Reference func = new CoreValType.Reference(true, CoreValType.AbstractHeapType.FUNC);
        assertThat(export("01 70 01 02 08"))
                .isEqualTo(new CoreExternTypeRef.Direct(
                        new CoreExternType.Table(func, new CoreExternType.Limits(2, OptionalLong.of(8), false))));
        assertThat(export("01 70 04 02"))
                .isEqualTo(new CoreExternTypeRef.Direct(
                        new CoreExternType.Table(func, new CoreExternType.Limits(2, OptionalLong.empty(), true))));
    }

    @ParameterizedTest
    @CsvSource({
        "02 00 01, 1.., false",
        "02 01 01 10, 1..16, false",
        "02 03 01 10, 1..16, true",
        "02 02 01, 1.., true",
        "02 04 ff ff ff ff ff ff ff ff ff 01, 18446744073709551615.. i64, false",
        "02 05 00 80 80 80 80 80 40, 0..2199023255552 i64, false",
        "02 07 00 01, 0..1 i64, true",
        "02 00 ff ff ff ff 0f, 4294967295.., false"
    })
    void memories(String bytes, String limits, boolean shared) {
        CoreExternType.Memory memory = (CoreExternType.Memory) ((CoreExternTypeRef.Direct) export(bytes)).type();
        assertThat(memory.limits()).hasToString(limits);
        assertThat(memory.shared()).isEqualTo(shared);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "01 61 | offset 0xb: expected a core type: 0x60 for func, 0x5f for struct or 0x5e for array, found 0x61",
                "01 00 60 00 00 | offset 0xc: expected 0x50, a core type that is not final, after 0x00, found 0x60",
                "01 60 01 62 00 | parameter 0, offset 0xd: expected a core value type, found 0x62",
                "01 60 01 64 62 00 | parameter 0, offset 0xe: expected a heap type, found 0x62",
                "01 60 01 64 ff 7f | parameter 0, offset 0xe: expected a heap type, found the negative index -1",
                "01 5f 01 7f 02 | field 0, offset 0xe: expected 0x00 for a constant field or 0x01 for a mutable one, found 0x02",
                "01 50 01 04 60 00 00 | declaration 0, offset 0xd: expected a declaration of a core module type from 0x00 to 0x03, found 0x04",
                "01 50 01 02 00 01 01 00 | declaration 0, offset 0xe: expected an alias of sort 0x10, core type, found 0x00",
                "01 50 01 02 10 00 01 00 | declaration 0, offset 0xf: expected an alias of target 0x01, outer, found 0x00",
                "01 50 01 03 `e` 05 00 | declaration 0, offset 0x10: expected the kind of a core import or export from 0x00 to 0x04, found 0x05",
                "01 50 01 03 `e` 04 01 00 | declaration 0, offset 0x11: expected 0x00, the attribute of a tag, found 0x01",
                "01 50 01 03 `e` 01 7f 00 00 | declaration 0, offset 0x11: expected a reference type, found 0x7f",
                "01 50 01 03 `e` 01 70 10 00 | declaration 0, offset 0x12: expected the limits of a table, found 0x10",
                "01 50 01 03 `e` 02 10 00 | declaration 0, offset 0x11: expected the limits of a memory, found 0x10",
                "01 50 01 03 `e` 03 7f 04 | declaration 0, offset 0x12: expected 0x00 for a constant global or 0x01 for a mutable one, found 0x04",
                "01 50 01 03 `e` 02 00 80 80 80 80 10 | declaration 0, offset 0x12: expected the size at first, found a number that does not fit in 32 bits"
            })
    void whatBreaksTheFormat(String bytes, String message) {
        assertThat(error(3, bytes)).isEqualTo("core type section, core type 0, " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "01 65 60 00 00 | offset 0xb: expected a core type that is not shared, found a shared one, which needs the feature shared-everything-threads; it is not supported",
                "01 60 01 65 70 00 | parameter 0, offset 0xd: expected a reference that is not shared, found a shared one, which needs the feature shared-everything-threads; it is not supported",
                "01 60 01 64 65 70 00 | parameter 0, offset 0xe: expected a heap type that is not shared, found a shared one, which needs the feature shared-everything-threads; it is not supported",
                "01 50 01 03 `e` 01 70 02 00 | declaration 0, offset 0x12: expected a table that is not shared, found a shared one, which needs the feature shared-everything-threads; it is not supported",
                "01 50 01 03 `e` 03 7f 02 | declaration 0, offset 0x12: expected a global that is not shared, found a shared one, which needs the feature shared-everything-threads; it is not supported",
                "01 50 01 03 `e` 02 08 00 00 | declaration 0, offset 0x11: expected a memory with pages of 64 KiB, found one with pages of another size, which needs the proposal custom-page-sizes; it is not supported"
            })
    void formsThatTheModelHasNoPlaceForAreRefusedByName(String bytes, String message) {
        assertThat(error(3, bytes)).isEqualTo("core type section, core type 0, " + message);
    }

    @Test
    void coreModuleTypesNestAtMostAHundredDeep() {
        assertThat(type("50 01 01".repeat(99) + "50 00")).isInstanceOf(CoreDefType.Module.class);
        assertThat(error(3, "01" + "50 01 01".repeat(100) + "50 00"))
                .endsWith("declaration 0, offset 0x138: expected types nested at most 100 deep, found one deeper");
    }
}

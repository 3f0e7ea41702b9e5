package dev.witloof.binary;

import static dev.witloof.binary.Bytes.definition;
import static dev.witloof.binary.Bytes.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.component.Alias;
import dev.witloof.component.ComponentDeclaration;
import dev.witloof.component.ComponentSort;
import dev.witloof.component.CoreDefType;
import dev.witloof.component.CoreSubType;
import dev.witloof.component.DefType;
import dev.witloof.component.DefValType;
import dev.witloof.component.Definition;
import dev.witloof.component.ExternNameAttributes;
import dev.witloof.component.ExternTypeRef;
import dev.witloof.component.LabelledValType;
import dev.witloof.component.ValTypeRef;
import dev.witloof.type.CoreValType;
import dev.witloof.type.PrimitiveType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeDecoderTest {

    private static final ValTypeRef BOOL = new ValTypeRef.Primitive(PrimitiveType.BOOL);
    private static final DefType STRING = new DefType.ValueDef(new DefValType.PrimitiveDef(PrimitiveType.STRING));
    private static final DefType NOTHING = new DefType.FuncDef(false, List.of(), Optional.empty());

    private static DefType type(String bytes) {
        return ((Definition.TypeDefinition) definition(7, "01" + bytes)).type();
    }

    private static ExternNameAttributes name(String name, ExternNameAttributes.Attribute... attributes) {
        return new ExternNameAttributes(name, List.of(attributes));
    }

    @Test
    void functions() {
        assertThat(type("40 00 01 00")).isEqualTo(NOTHING);
        assertThat(type("40 01 `p` 7f 00 03"))
                .isEqualTo(new DefType.FuncDef(
                        false, List.of(new LabelledValType("p", BOOL)), Optional.of(new ValTypeRef.Index(3))));
        assertThat(type("43 00 01 00")).isEqualTo(new DefType.FuncDef(true, List.of(), Optional.empty()));
    }

    @Test
    void resources() {
        assertThat(type("3f 7f 00")).isEqualTo(new DefType.ResourceDef(CoreValType.Number.I32, Optional.empty()));
        assertThat(type("3f 7e 01 04")).isEqualTo(new DefType.ResourceDef(CoreValType.Number.I64, Optional.of(4)));
    }

    @Test
    void componentTypes() {
        assertThat(type("41 04 01 73 03 00 `a` 03 00 00 01 40 00 01 00 04 00 `b` 01 02"))
                .isEqualTo(new DefType.ComponentDef(List.of(
                        new ComponentDeclaration.Type(0xd, STRING),
                        new ComponentDeclaration.Import(
                                0xf, name("a"), new ExternTypeRef.Type(new ExternTypeRef.EqualType(0))),
                        new ComponentDeclaration.Type(0x16, NOTHING),
                        new ComponentDeclaration.Export(0x1b, name("b"), new ExternTypeRef.Func(2)))));
    }

    @Test
    void instanceTypes() {
        CoreSubType func = new CoreSubType(true, List.of(), new CoreSubType.Func(List.of(), List.of()));
        assertThat(type("42 03 00 60 00 00 02 03 02 01 00 04 00 `t` 03 00 00"))
                .isEqualTo(new DefType.InstanceDef(List.of(
                        new ComponentDeclaration.CoreType(0xd, new CoreDefType.RecursionGroup(List.of(func))),
                        new ComponentDeclaration.AliasDeclaration(0x11, new Alias.Outer(ComponentSort.TYPE, 1, 0)),
                        new ComponentDeclaration.Export(
                                0x16, name("t"), new ExternTypeRef.Type(new ExternTypeRef.EqualType(0))))));
    }

    @Test
    void attributesStandInComponentAndInstanceTypesToo() {
        ExternNameAttributes named = name(
                "i",
                new ExternNameAttributes.Attribute.Implements("a:b/c@0.2"),
                new ExternNameAttributes.Attribute.VersionSuffix(".1"),
                new ExternNameAttributes.Attribute.ExternalId("x"));
        String bytes = "02 `i` 03 00 `a:b/c@0.2` 01 `.1` 02 `x` 05 00";
        assertThat(type("41 02 03" + bytes + "04" + bytes))
                .isEqualTo(new DefType.ComponentDef(List.of(
                        new ComponentDeclaration.Import(0xd, named, new ExternTypeRef.Instance(0)),
                        new ComponentDeclaration.Export(0x26, named, new ExternTypeRef.Instance(0)))));
        assertThat(type("42 01 04" + bytes))
                .isEqualTo(new DefType.InstanceDef(
                        List.of(new ComponentDeclaration.Export(0xd, named, new ExternTypeRef.Instance(0)))));
    }

    @Test
    void aResourceWithinATypeIsLeftToValidation() {
        assertThat(type("41 01 01 3f 7f 00"))
                .isEqualTo(new DefType.ComponentDef(List.of(new ComponentDeclaration.Type(
                        0xd, new DefType.ResourceDef(CoreValType.Number.I32, Optional.empty())))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "01 40 00 01 01 | offset 0xe: expected 0x00 after 0x01, no result, found 0x01",
                "01 40 00 02 00 | offset 0xd: expected 0x00 for a result or 0x01 for none, found 0x02",
                "01 40 02 `p` 7f `q` | parameter 1, offset 0x12: expected a value type, found the end of the section",
                "01 3f 62 00 | offset 0xc: expected a core value type, found 0x62",
                "01 3f 7f 02 | offset 0xd: expected 0x00 for no destructor or 0x01 for one, found 0x02",
                "01 41 01 05 73 | declaration 0, offset 0xd: expected a declaration from 0x00 to 0x04, found 0x05",
                "01 42 01 03 00 `a` 03 01 | declaration 0, offset 0xd: expected a declaration of an instance type, which has no imports, found 0x03",
                "01 41 02 01 73 01 42 01 01 61 | declaration 1, declaration 0, offset 0x13: expected the opcode of a type, found 0x61",
                "01 42 01 04 02 `a` 01 03 `b` 01 00 | declaration 0, attribute 0, offset 0x12: expected an attribute: 0x00 for implements, 0x01 for versionsuffix or 0x02 for external-id, found 0x03"
            })
    void whatBreaksTheFormat(String bytes, String message) {
        assertThat(error(7, bytes)).isEqualTo("type section, type 0, " + message);
    }

    @Test
    void typesNestAtMostAHundredDeep() {
        assertThat(type("42 01 01".repeat(50) + "41 01 01".repeat(49) + "42 00"))
                .isInstanceOf(DefType.InstanceDef.class);
        assertThat(error(7, "01" + "42 01 01".repeat(100) + "41 00"))
                .isEqualTo("type section, type 0, " + "declaration 0, ".repeat(6) + "… 86 more …, "
                        + "declaration 0, ".repeat(8)
                        + "offset 0x138: expected types nested at most 100 deep, found one deeper");
    }
}

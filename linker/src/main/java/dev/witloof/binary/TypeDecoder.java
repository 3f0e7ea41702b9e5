package dev.witloof.binary;

import dev.witloof.component.ComponentDeclaration;
import dev.witloof.component.DefType;
import dev.witloof.component.ExternNameAttributes;
import dev.witloof.component.LabelledValType;
import dev.witloof.component.ValTypeRef;
import dev.witloof.type.CoreValType;
import java.util.List;
import java.util.Optional;

/**
 * Decodes types: of functions, resources, components and instances; those of values through {@link ValTypeDecoder}.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#type-definitions">Binary: type definitions</a>
 */
final class TypeDecoder {

    private TypeDecoder() {}

    static DefType type(BinaryReader in) {
        int opcode = in.peek("a type");
        switch (opcode) {
            case 0x3F:
                in.u8("a resource type");
                return resource(in);
            case 0x40:
                in.u8("a function type");
                return func(in, false);
            case 0x43:
                in.u8("a function type");
                return func(in, true);
            case 0x41:
                in.u8("a component type");
                return in.nestedType(() -> new DefType.ComponentDef(
                        in.vec("declaration", "declarations", () -> componentDeclaration(in))));
            case 0x42:
                in.u8("an instance type");
                return in.nestedType(() ->
                        new DefType.InstanceDef(in.vec("declaration", "declarations", () -> instanceDeclaration(in))));
            default:
                return new DefType.ValueDef(ValTypeDecoder.defValType(in));
        }
    }

    private static DefType resource(BinaryReader in) {
        CoreValType rep = CoreValTypeDecoder.valType(in);
        return new DefType.ResourceDef(rep, in.optional("destructor", () -> in.u32("a core function's index")));
    }

    private static DefType func(BinaryReader in, boolean async) {
        List<LabelledValType> params =
                in.vec("parameter", "parameters", () -> ValTypeDecoder.labelled(in, "the parameter's label"));
        return new DefType.FuncDef(async, params, resultList(in));
    }

    /** {@code resultlist}, which {@code task.return} has too. */
    static Optional<ValTypeRef> resultList(BinaryReader in) {
        if (in.flag("0x00 for a result or 0x01 for none")) {
            in.expect(0x00, "0x00 after 0x01, no result");
            return Optional.empty();
        }
        return Optional.of(ValTypeDecoder.valType(in));
    }

    private static ComponentDeclaration componentDeclaration(BinaryReader in) {
        int at = in.position();
        if (in.peek("a declaration of a component type") != 0x03) {
            return instanceDeclaration(in);
        }
        in.u8("an import");
        ExternNameAttributes name = ImportExportDecoder.nameAttributes(in);
        return new ComponentDeclaration.Import(at, name, ExternTypeDecoder.externType(in));
    }

    private static ComponentDeclaration.InstanceDeclaration instanceDeclaration(BinaryReader in) {
        int at = in.position();
        int opcode = in.u8("a declaration");
        switch (opcode) {
            case 0x00:
                return new ComponentDeclaration.CoreType(at, CoreTypeDecoder.coreType(in));
            case 0x01:
                return new ComponentDeclaration.Type(at, type(in));
            case 0x02:
                return new ComponentDeclaration.AliasDeclaration(at, AliasDecoder.alias(in));
            case 0x04: {
                ExternNameAttributes name = ImportExportDecoder.nameAttributes(in);
                return new ComponentDeclaration.Export(at, name, ExternTypeDecoder.externType(in));
            }
            case 0x03:
                throw in.unexpected("a declaration of an instance type, which has no imports", opcode);
            default:
                throw in.unexpected("a declaration from 0x00 to 0x04", opcode);
        }
    }
}

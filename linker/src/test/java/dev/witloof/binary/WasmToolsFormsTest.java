package dev.witloof.binary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.component.Canonical;
import dev.witloof.component.ComponentBinary;
import dev.witloof.component.ComponentDeclaration;
import dev.witloof.component.CoreDefType;
import dev.witloof.component.CoreExternTypeRef;
import dev.witloof.component.DefType;
import dev.witloof.component.Definition;
import dev.witloof.component.ExternNameAttributes;
import dev.witloof.component.ExternNameAttributes.Attribute;
import dev.witloof.component.InstanceExpression;
import dev.witloof.type.CoreExternType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Gated and asynchronous forms as wasm-tools 1.262 writes them; the text of each stands beside its binary. */
class WasmToolsFormsTest {

    private static ComponentBinary component(String name) {
        return ComponentDecoder.decode(Guests.resource("/binary/" + name + ".wasm"));
    }

    private static List<String> canonicals(String name) {
        List<String> found = new ArrayList<>();
        for (Definition definition : component(name).definitions()) {
            if (definition instanceof Definition.CanonicalDefinition) {
                Canonical canonical = ((Definition.CanonicalDefinition) definition).canonical();
                found.add(
                        canonical instanceof Canonical.Builtin
                                ? ((Canonical.Builtin) canonical).kind() + " "
                                        + ((Canonical.Builtin) canonical).immediates()
                                : canonical.toString());
            }
        }
        return found;
    }

    private static List<String> types(String name) {
        List<String> found = new ArrayList<>();
        for (Definition definition : component(name).definitions()) {
            if (definition instanceof Definition.TypeDefinition) {
                DefType type = ((Definition.TypeDefinition) definition).type();
                found.add(
                        type instanceof DefType.ValueDef
                                ? ((DefType.ValueDef) type).type().toString()
                                : type.toString());
            }
        }
        return found;
    }

    @Test
    void asynchronousForms() {
        assertThat(types("async"))
                .containsExactly(
                        "FutureDef[value=Optional[Primitive[type=u8]]]",
                        "FuncDef[async=true, params=[LabelledValType[label=p, type=Primitive[type=string]]],"
                                + " result=Optional[Index[index=0]]]",
                        "StreamDef[element=Optional[Primitive[type=u8]]]",
                        "FutureDef[value=Optional.empty]",
                        "FuncDef[async=true, params=[], result=Optional.empty]");
        assertThat(canonicals("async"))
                .containsExactly(
                        "Lift[func=2, options=[Async[], Callback[func=1]], type=4]",
                        "Lower[func=0, options=[Async[], Memory[memory=0], Realloc[func=0]]]",
                        "task.return TaskResult[result=Optional[Primitive[type=u32]], options=[]]",
                        "task.cancel None[]",
                        "context.get ContextSlot[type=i32, index=0]",
                        "context.set ContextSlot[type=i32, index=0]",
                        "backpressure.inc None[]",
                        "backpressure.dec None[]",
                        "subtask.cancel Async[async=true]",
                        "subtask.drop None[]",
                        "stream.new OfType[type=2]",
                        "stream.read OfTypeWithOptions[type=2, options=[Async[], Memory[memory=0]]]",
                        "stream.write OfTypeWithOptions[type=2, options=[Async[], Memory[memory=0]]]",
                        "stream.cancel-read OfTypeAsync[type=2, async=false]",
                        "stream.cancel-write OfTypeAsync[type=2, async=true]",
                        "stream.drop-readable OfType[type=2]",
                        "stream.drop-writable OfType[type=2]",
                        "future.new OfType[type=3]",
                        "future.read OfTypeWithOptions[type=3, options=[Async[]]]",
                        "future.write OfTypeWithOptions[type=3, options=[Async[]]]",
                        "future.cancel-read OfTypeAsync[type=3, async=true]",
                        "future.cancel-write OfTypeAsync[type=3, async=false]",
                        "future.drop-readable OfType[type=3]",
                        "future.drop-writable OfType[type=3]",
                        "waitable-set.new None[]",
                        "waitable-set.wait CancellableInMemory[cancellable=false, memory=0]",
                        "waitable-set.poll CancellableInMemory[cancellable=false, memory=0]",
                        "waitable-set.drop None[]",
                        "waitable.join None[]",
                        "thread.yield Cancellable[cancellable=false]");
    }

    @Test
    void gatedForms() {
        assertThat(types("gated"))
                .containsExactly(
                        "FixedLengthListDef[element=Primitive[type=u8], length=3]",
                        "MapDef[key=Primitive[type=string], value=Primitive[type=u32]]",
                        "PrimitiveDef[type=error-context]",
                        "RecordDef[fields=[LabelledValType[label=e, type=Index[index=2]]]]");
        assertThat(canonicals("gated"))
                .containsExactly(
                        "error-context.new Options[options=[UTF16, Memory[memory=0]]]",
                        "error-context.debug-message Options[options=[Memory[memory=0], Realloc[func=0]]]",
                        "error-context.drop None[]",
                        "thread.index None[]",
                        "thread.new-indirect Indirect[type=0, table=0]",
                        "thread.resume-later None[]",
                        "thread.suspend Cancellable[cancellable=false]",
                        "thread.suspend-then-resume Cancellable[cancellable=false]",
                        "thread.yield-then-resume Cancellable[cancellable=false]",
                        "thread.suspend-then-promote Cancellable[cancellable=false]",
                        "thread.yield-then-promote Cancellable[cancellable=false]");
    }

    @Test
    void memoriesWith64BitAddresses() {
        List<CoreDefType> types = new ArrayList<>();
        for (Definition definition : component("gated").definitions()) {
            if (definition instanceof Definition.CoreTypeDefinition) {
                types.add(((Definition.CoreTypeDefinition) definition).type());
            }
        }
        assertThat(types).hasSize(2);
        CoreDefType.Import imported = (CoreDefType.Import)
                ((CoreDefType.Module) types.get(1)).declarations().get(0);
        assertThat(imported.type())
                .isEqualTo(new CoreExternTypeRef.Direct(
                        new CoreExternType.Memory(new CoreExternType.Limits(1, OptionalLong.of(2), true), false)));
    }

    @Test
    void attributesWhereverTheyMayStand() {
        List<ExternNameAttributes> names = new ArrayList<>();
        for (Definition definition : component("attributes").definitions()) {
            if (definition instanceof Definition.ImportDefinition) {
                names.add(((Definition.ImportDefinition) definition).name());
            } else if (definition instanceof Definition.ExportDefinition) {
                names.add(((Definition.ExportDefinition) definition).name());
            } else if (definition instanceof Definition.InstanceDefinition) {
                InstanceExpression.InlineExports inline =
                        (InstanceExpression.InlineExports) ((Definition.InstanceDefinition) definition).expression();
                inline.exports().forEach(e -> names.add(e.name()));
            } else if (definition instanceof Definition.TypeDefinition) {
                declared(((Definition.TypeDefinition) definition).type(), names);
            }
        }
        assertThat(names)
                .containsExactly(
                        name(
                                "sessions",
                                new Attribute.Implements("wasi:keyvalue/store@0.2.0-draft"),
                                new Attribute.ExternalId("eu")),
                        name("log", new Attribute.ExternalId("")),
                        name("inner", new Attribute.Implements("a:b/c")),
                        name("outer", new Attribute.ExternalId("x")),
                        name("cache", new Attribute.Implements("a:b/c@1.0.0"), new Attribute.ExternalId("y")),
                        name(
                                "s",
                                new Attribute.Implements("wasi:keyvalue/store@0.2.0-draft"),
                                new Attribute.ExternalId("z")),
                        name("admin", new Attribute.Implements("a:b/c"), new Attribute.ExternalId("w")));
    }

    private static void declared(DefType type, List<ExternNameAttributes> names) {
        List<? extends ComponentDeclaration> declarations = type instanceof DefType.ComponentDef
                ? ((DefType.ComponentDef) type).declarations()
                : type instanceof DefType.InstanceDef ? ((DefType.InstanceDef) type).declarations() : List.of();
        for (ComponentDeclaration declaration : declarations) {
            if (declaration instanceof ComponentDeclaration.Import) {
                names.add(((ComponentDeclaration.Import) declaration).name());
            } else if (declaration instanceof ComponentDeclaration.Export) {
                names.add(((ComponentDeclaration.Export) declaration).name());
            }
        }
    }

    private static ExternNameAttributes name(String name, Attribute... attributes) {
        return new ExternNameAttributes(name, List.of(attributes));
    }
}

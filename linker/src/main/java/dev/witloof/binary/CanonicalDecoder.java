package dev.witloof.binary;

import dev.witloof.component.BuiltinImmediates;
import dev.witloof.component.BuiltinKind;
import dev.witloof.component.Canonical;
import dev.witloof.component.CanonicalOption;
import dev.witloof.component.ValTypeRef;
import dev.witloof.type.CoreValType;
import java.util.List;
import java.util.Optional;

/**
 * Decodes canonical definitions.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#canonical-definitions">Binary: canonical definitions</a>
 */
final class CanonicalDecoder {

    private CanonicalDecoder() {}

    static Canonical canonical(BinaryReader in) {
        int opcode = in.u8("a canonical definition");
        switch (opcode) {
            case 0x00: {
                in.expect(0x00, "0x00, the sort of what is lifted");
                int func = in.u32("a core function's index");
                List<CanonicalOption> options = options(in);
                return new Canonical.Lift(func, options, in.u32("a function type's index"));
            }
            case 0x01: {
                in.expect(0x00, "0x00, the sort of what is lowered");
                int func = in.u32("a function's index");
                return new Canonical.Lower(func, options(in));
            }
            case 0x02:
                return new Canonical.ResourceNew(in.u32("a resource type's index"));
            case 0x03:
                return new Canonical.ResourceDrop(in.u32("a resource type's index"));
            case 0x04:
                return new Canonical.ResourceRep(in.u32("a resource type's index"));
            default:
                BuiltinKind kind = BuiltinKind.ofOpcode(opcode)
                        .orElseThrow(() -> in.unexpected("the opcode of a canonical definition", opcode));
                return new Canonical.Builtin(kind, immediates(in, kind.form()));
        }
    }

    private static BuiltinImmediates immediates(BinaryReader in, BuiltinKind.Form form) {
        switch (form) {
            case NONE:
                return new BuiltinImmediates.None();
            case TASK_RESULT: {
                Optional<ValTypeRef> result = TypeDecoder.resultList(in);
                return new BuiltinImmediates.TaskResult(result, options(in));
            }
            case CONTEXT_SLOT: {
                CoreValType type = CoreValTypeDecoder.valType(in);
                return new BuiltinImmediates.ContextSlot(type, in.u32("a place in the context"));
            }
            case ASYNC:
                return new BuiltinImmediates.Async(async(in));
            case OF_TYPE:
                return new BuiltinImmediates.OfType(in.u32("a type's index"));
            case OF_TYPE_WITH_OPTIONS: {
                int type = in.u32("a type's index");
                return new BuiltinImmediates.OfTypeWithOptions(type, options(in));
            }
            case OF_TYPE_ASYNC: {
                int type = in.u32("a type's index");
                return new BuiltinImmediates.OfTypeAsync(type, async(in));
            }
            case OPTIONS:
                return new BuiltinImmediates.Options(options(in));
            case CANCELLABLE:
                return new BuiltinImmediates.Cancellable(cancellable(in));
            case CANCELLABLE_IN_MEMORY: {
                boolean cancellable = cancellable(in);
                return new BuiltinImmediates.CancellableInMemory(cancellable, in.u32("a core memory's index"));
            }
            case INDIRECT: {
                int type = in.u32("a core type's index");
                return new BuiltinImmediates.Indirect(type, in.u32("a core table's index"));
            }
            case SHARED:
                return new BuiltinImmediates.Shared(shared(in));
            case SHARED_REF: {
                boolean shared = shared(in);
                return new BuiltinImmediates.SharedRef(shared, in.u32("a core type's index"));
            }
            case SHARED_INDIRECT: {
                boolean shared = shared(in);
                int type = in.u32("a core type's index");
                return new BuiltinImmediates.SharedIndirect(shared, type, in.u32("a core table's index"));
            }
        }
        throw new AssertionError(form);
    }

    private static boolean async(BinaryReader in) {
        return in.flag("0x00 for synchronous or 0x01 for async");
    }

    private static boolean cancellable(BinaryReader in) {
        return in.flag("0x00 for not cancellable or 0x01 for cancellable");
    }

    private static boolean shared(BinaryReader in) {
        return in.flag("0x00 for not shared or 0x01 for shared");
    }

    private static List<CanonicalOption> options(BinaryReader in) {
        return in.vec("option", "options", () -> option(in));
    }

    private static CanonicalOption option(BinaryReader in) {
        int opcode = in.u8("a canonical option");
        switch (opcode) {
            case 0x00:
                return CanonicalOption.StringEncoding.UTF8;
            case 0x01:
                return CanonicalOption.StringEncoding.UTF16;
            case 0x02:
                return CanonicalOption.StringEncoding.LATIN1_UTF16;
            case 0x03:
                return new CanonicalOption.Memory(in.u32("a core memory's index"));
            case 0x04:
                return new CanonicalOption.Realloc(in.u32("a core function's index"));
            case 0x05:
                return new CanonicalOption.PostReturn(in.u32("a core function's index"));
            case 0x06:
                return new CanonicalOption.Async();
            case 0x07:
                return new CanonicalOption.Callback(in.u32("a core function's index"));
            default:
                throw in.unexpected("a canonical option from 0x00 to 0x07", opcode);
        }
    }
}

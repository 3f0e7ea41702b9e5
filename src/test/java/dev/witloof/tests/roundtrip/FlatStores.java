package dev.witloof.tests.roundtrip;

import dev.witloof.layout.Alignment;
import dev.witloof.layout.Despecialization;
import dev.witloof.layout.ElementSize;
import dev.witloof.layout.Flattening;
import dev.witloof.type.CoreValType;
import dev.witloof.type.EnumType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResultType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Core code that writes parameters, which came flat, to memory at {@code $to}, as a guest's compiler would make it. */
final class FlatStores {

    private final List<CoreValType> params;
    private final StringBuilder code = new StringBuilder();
    private int param;

    private FlatStores(List<CoreValType> params) {
        this.params = params;
    }

    /** The code for a value whose flat form are all of a function's parameters. */
    static String of(ValType type) {
        FlatStores stores = new FlatStores(Flattening.flatten(List.of(type), Flattening.MAX_FLAT_PARAMS + 1));
        stores.store(type, 0);
        return stores.code.toString();
    }

    private void store(ValType type, long at) {
        if (type instanceof PrimitiveType primitive) {
            primitive(primitive, at);
        } else if (type instanceof ListType || type instanceof MapType) {
            pointerAndLength(at);
        } else if (type instanceof FixedLengthListType list) {
            fields(Collections.nCopies(list.length(), list.element()), at);
        } else if (type instanceof RecordType fields) {
            fields(Despecialization.fields(fields), at);
        } else if (type instanceof TupleType tuple) {
            fields(tuple.elements(), at);
        } else if (type instanceof FlagsType) {
            write("i32.store" + narrow(ElementSize.of(type)), "i32", at);
        } else if (type instanceof VariantType variant) {
            cases(type, Despecialization.cases(variant), at);
        } else if (type instanceof EnumType names) {
            cases(type, Despecialization.cases(names), at);
        } else if (type instanceof OptionType option) {
            cases(type, Despecialization.cases(option), at);
        } else if (type instanceof ResultType result) {
            cases(type, Despecialization.cases(result), at);
        } else {
            throw new IllegalArgumentException("no code for " + type);
        }
    }

    private static String narrow(long size) {
        return size == 1 ? "8" : size == 2 ? "16" : "";
    }

    private void primitive(PrimitiveType type, long at) {
        switch (type) {
            case BOOL, S8, U8 -> write("i32.store8", "i32", at);
            case S16, U16 -> write("i32.store16", "i32", at);
            case S32, U32, CHAR -> write("i32.store", "i32", at);
            case S64, U64 -> write("i64.store", "i64", at);
            case F32 -> write("f32.store", "f32", at);
            case F64 -> write("f64.store", "f64", at);
            case STRING -> pointerAndLength(at);
            case ERROR_CONTEXT -> throw new IllegalArgumentException("no code for " + type);
        }
    }

    private void pointerAndLength(long at) {
        write("i32.store", "i32", at);
        write("i32.store", "i32", at + 4);
    }

    private void fields(List<ValType> types, long from) {
        long at = from;
        for (ValType type : types) {
            at = Alignment.alignTo(at, Alignment.of(type));
            store(type, at);
            at += ElementSize.of(type);
        }
    }

    /** The discriminant, and the payload of the case that it says; all payloads come in the same parameters. */
    private void cases(ValType type, List<Optional<ValType>> cases, long at) {
        int discriminant = param;
        write("i32.store" + narrow(Alignment.discriminant(cases.size())), "i32", at);
        int first = param;
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).isPresent()) {
                param = discriminant;
                code.append("(if (i32.eq %s (i32.const %d)) (then%n".formatted(value("i32"), i));
                param = first;
                store(cases.get(i).get(), at + ElementSize.payloadOffset(cases));
                code.append("))\n");
            }
        }
        param = discriminant + Flattening.count(type);
    }

    private void write(String store, String wanted, long at) {
        code.append("(%s offset=%d (local.get $to) %s)%n".formatted(store, at, value(wanted)));
        param++;
    }

    /** The next parameter; one that several cases share may have to be brought back to the type that this one needs. */
    private String value(String wanted) {
        String get = "(local.get " + param + ")";
        String from = params.get(param).toString();
        return switch (from + " to " + wanted) {
            case "i32 to i32", "i64 to i64", "f32 to f32", "f64 to f64" -> get;
            case "i32 to f32" -> "(f32.reinterpret_i32 " + get + ")";
            case "i64 to i32" -> "(i32.wrap_i64 " + get + ")";
            case "i64 to f32" -> "(f32.reinterpret_i32 (i32.wrap_i64 " + get + "))";
            case "i64 to f64" -> "(f64.reinterpret_i64 " + get + ")";
            default -> throw new IllegalStateException("no way from " + from + " to " + wanted);
        };
    }
}

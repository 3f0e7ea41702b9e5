package dev.witloof.keyvalue;

import dev.witloof.link.Offer;
import dev.witloof.type.BorrowType;
import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ListType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.ResultType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code wasi:keyvalue/store@0.2.0-draft}: the names and types of its functions. */
final class StoreTypes {

    static final String INTERFACE = "wasi:keyvalue/store@0.2.0-draft";
    static final String OPEN = "open";
    static final String GET = "[method]bucket.get";
    static final String SET = "[method]bucket.set";
    static final String DELETE = "[method]bucket.delete";
    static final String EXISTS = "[method]bucket.exists";
    static final String LIST_KEYS = "[method]bucket.list-keys";

    /** The functions by name, in the order of the interface. */
    static final Map<String, FuncType> FUNCTIONS = functions();

    static final Offer OFFER = Offer.of(INTERFACE, FUNCTIONS);

    private StoreTypes() {}

    private static Map<String, FuncType> functions() {
        ResourceType bucket = ResourceType.named("bucket");
        ValType error = new VariantType(List.of(
                new VariantType.Case("no-such-store", Optional.empty()),
                new VariantType.Case("access-denied", Optional.empty()),
                new VariantType.Case("other", Optional.of(PrimitiveType.STRING))));
        ValType cursor = new OptionType(PrimitiveType.U64);
        ValType keyResponse = new RecordType(List.of(
                new LabelledType("keys", new ListType(PrimitiveType.STRING)), new LabelledType("cursor", cursor)));
        ValType bytes = new ListType(PrimitiveType.U8);
        LabelledType self = new LabelledType("self", new BorrowType(bucket));
        LabelledType key = new LabelledType("key", PrimitiveType.STRING);
        Map<String, FuncType> functions = new LinkedHashMap<>();
        functions.put(OPEN, function(new OwnType(bucket), error, new LabelledType("identifier", PrimitiveType.STRING)));
        functions.put(GET, function(new OptionType(bytes), error, self, key));
        functions.put(SET, function(null, error, self, key, new LabelledType("value", bytes)));
        functions.put(DELETE, function(null, error, self, key));
        functions.put(EXISTS, function(PrimitiveType.BOOL, error, self, key));
        functions.put(LIST_KEYS, function(keyResponse, error, self, new LabelledType("cursor", cursor)));
        return functions;
    }

    private static FuncType function(@Nullable ValType ok, ValType error, LabelledType... params) {
        return FuncType.of(List.of(params), Optional.of(new ResultType(Optional.ofNullable(ok), Optional.of(error))));
    }
}

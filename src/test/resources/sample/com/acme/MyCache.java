package com.acme;

import dev.witloof.link.Backend;
import dev.witloof.link.Functions;
import dev.witloof.link.Offer;
import dev.witloof.name.ImportRef;
import dev.witloof.type.BorrowType;
import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ListType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.ResultType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import dev.witloof.value.Result;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A cache that gives texts, where the interface has bytes: it fits no import of it. */
public final class MyCache implements Backend {

    private static final ValType TEXT = PrimitiveType.STRING;
    private static final ValType BYTES = new ListType(PrimitiveType.U8);
    private static final ResourceType BUCKET = ResourceType.named("bucket");
    private static final VariantType ERROR = new VariantType(List.of(
            new VariantType.Case("no-such-store", Optional.empty()),
            new VariantType.Case("access-denied", Optional.empty()),
            new VariantType.Case("other", Optional.of(TEXT))));

    /** Makes one. */
    public MyCache() {}

    @Override
    public String description() {
        return MyCache.class.getName();
    }

    @Override
    public List<Offer> offers() {
        LabelledType self = new LabelledType("self", new BorrowType(BUCKET));
        LabelledType key = new LabelledType("key", TEXT);
        return List.of(Offer.of(
                "wasi:keyvalue/store@0.2.0-draft",
                Map.of(
                        "open", func(List.of(new LabelledType("identifier", TEXT)), Optional.of(new OwnType(BUCKET))),
                        "[method]bucket.get", func(List.of(self, key), Optional.of(new OptionType(TEXT))),
                        "[method]bucket.set", func(List.of(self, key, new LabelledType("value", BYTES)), Optional.empty()))));
    }

    private static FuncType func(List<LabelledType> parameters, Optional<ValType> ok) {
        return FuncType.of(parameters, Optional.of(new ResultType(ok, Optional.of(ERROR))));
    }

    @Override
    public Started start(List<ImportRef> imports) {
        Map<String, String> values = new ConcurrentHashMap<>();
        Functions functions = Functions.of(f -> f.function("open", (call, args) -> Result.ok(values))
                .function("[method]bucket.get", (call, args) -> Result.ok(Optional.ofNullable(values.get(args[1]))))
                .function("[method]bucket.set", (call, args) -> {
                    values.put((String) args[1], new String((byte[]) args[2], StandardCharsets.UTF_8));
                    return Result.ok(null);
                }));
        return ref -> functions;
    }
}

package dev.witloof.benchmarks;

import dev.witloof.link.Functions;
import dev.witloof.value.RecordValue;
import dev.witloof.value.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code wasi:keyvalue/store} over hash maps and nothing else, so that a round through it is the crossing's cost; the same
 * as the stores of the program in {@code benchmarks/wasmtime}.
 */
final class MapStore {

    private static final RecordValue.Shape KEY_RESPONSE = new RecordValue.Shape(List.of("keys", "cursor"));
    private static final Result<Object, Object> DONE = Result.ok(null);

    private final Map<String, Map<String, byte[]>> buckets = new HashMap<>();

    Functions functions() {
        return Functions.of(f -> f.function(
                        "open",
                        (call, args) -> Result.ok(buckets.computeIfAbsent((String) args[0], n -> new HashMap<>())))
                .function(
                        "[method]bucket.get",
                        (call, args) ->
                                Result.ok(Optional.ofNullable(entries(args).get(key(args)))))
                .function("[method]bucket.set", (call, args) -> {
                    entries(args).put(key(args), (byte[]) args[2]);
                    return DONE;
                })
                .function("[method]bucket.delete", (call, args) -> {
                    entries(args).remove(key(args));
                    return DONE;
                })
                .function(
                        "[method]bucket.exists",
                        (call, args) -> Result.ok(entries(args).containsKey(key(args))))
                .function(
                        "[method]bucket.list-keys",
                        (call, args) -> Result.ok(KEY_RESPONSE.adopt(
                                new Object[] {List.copyOf(entries(args).keySet()), Optional.empty()})))
                .resource("bucket", bucket -> {}));
    }

    @SuppressWarnings("unchecked") // the objects behind the handles are those that open gave
    private static Map<String, byte[]> entries(Object[] args) {
        return (Map<String, byte[]>) args[0];
    }

    private static String key(Object[] args) {
        return (String) args[1];
    }
}

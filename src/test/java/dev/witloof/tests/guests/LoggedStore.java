package dev.witloof.tests.guests;

import dev.witloof.link.Functions;
import dev.witloof.value.RecordValue;
import dev.witloof.value.Result;
import dev.witloof.value.VariantValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code wasi:keyvalue/store} in memory, which writes down what it is asked, as the hosts of the transcripts do. */
final class LoggedStore {

    /** As few keys a page as shows that the guest asks for the next. */
    private static final int PAGE = 2;

    private final String label;
    private final Transcript transcript;
    private final Predicate<String> failing;
    private final Map<String, Map<String, byte[]>> buckets = new HashMap<>();

    LoggedStore(String label, Transcript transcript, Predicate<String> failing) {
        this.label = label;
        this.transcript = transcript;
        this.failing = failing;
    }

    private record Bucket(String name, Map<String, byte[]> entries) {}

    /** The content of a bucket that was opened. */
    Map<String, byte[]> bucket(String name) {
        return buckets.get(name);
    }

    Functions functions() {
        return Functions.of(f -> f.resource("bucket", dropped -> asked("drop", ((Bucket) dropped).name()))
                .function("open", (call, args) -> open((String) args[0]))
                .function("[method]bucket.get", (call, args) -> get((Bucket) args[0], (String) args[1]))
                .function(
                        "[method]bucket.set", (call, args) -> set((Bucket) args[0], (String) args[1], (byte[]) args[2]))
                .function("[method]bucket.delete", (call, args) -> {
                    asked("delete", args[1]);
                    ((Bucket) args[0]).entries().remove((String) args[1]);
                    return Result.ok(null);
                })
                .function("[method]bucket.exists", (call, args) -> {
                    asked("exists", args[1]);
                    return Result.ok(((Bucket) args[0]).entries().containsKey((String) args[1]));
                })
                .function("[method]bucket.list-keys", (call, args) -> keys((Bucket) args[0], (Optional<?>) args[1])));
    }

    private Object open(String name) {
        asked("open", name);
        return Result.ok(new Bucket(name, buckets.computeIfAbsent(name, n -> new LinkedHashMap<>())));
    }

    private Object get(Bucket bucket, String key) {
        asked("get", key);
        return failing.test(key)
                ? Result.err(VariantValue.of("other", "boom é😀"))
                : Result.ok(Optional.ofNullable(bucket.entries().get(key)));
    }

    private Object set(Bucket bucket, String key, byte[] value) {
        asked("set", key + ", " + value.length + "B");
        if (failing.test(key)) {
            return Result.err(VariantValue.of("access-denied"));
        }
        bucket.entries().put(key, value);
        return Result.ok(null);
    }

    private Object keys(Bucket bucket, Optional<?> cursor) {
        asked("list-keys", cursor.map(Object::toString).orElse("undefined"));
        List<String> all = List.copyOf(bucket.entries().keySet());
        int from = cursor.map(at -> ((Long) at).intValue()).orElse(0);
        int to = Math.min(from + PAGE, all.size());
        return Result.ok(RecordValue.of(
                "keys", all.subList(from, to), "cursor", to < all.size() ? Optional.of((long) to) : Optional.empty()));
    }

    private void asked(String what, Object about) {
        transcript.asked(label + "." + what + "(" + about + ")");
    }
}

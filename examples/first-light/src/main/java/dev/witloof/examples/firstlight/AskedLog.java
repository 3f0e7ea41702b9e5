package dev.witloof.examples.firstlight;

import dev.witloof.instance.Call;
import dev.witloof.instance.HostFunction;
import dev.witloof.link.Interceptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what each import's backend is asked, and passes it on. */
final class AskedLog implements Interceptor {

    private final Map<String, List<String>> askedByImport = new LinkedHashMap<>();

    @Override
    public @Nullable Object around(Call call, Object[] args, HostFunction next) throws Exception {
        askedByImport
                .computeIfAbsent(call.importRef().name(), name -> new ArrayList<>())
                .add(inWords(call.function(), args));
        return next.call(call, args);
    }

    /** What an import's backend was asked since this was last called for it. */
    List<String> take(String importName) {
        List<String> asked = askedByImport.remove(importName);
        return asked == null ? List.of() : asked;
    }

    private static String inWords(String function, Object[] args) {
        return switch (function) {
            case "open" -> "open " + args[0];
            case "[method]bucket.set" -> "set " + args[1] + " (" + ((byte[]) args[2]).length + " bytes)";
            case "[resource-drop]bucket" -> "close";
            default -> function.substring("[method]bucket.".length()) + " " + args[1];
        };
    }
}

package dev.witloof.wasi.http;

import dev.witloof.wasi.http.Types.Method;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The methods that have a case of their own, and the others. */
final class Methods {

    private static final Map<String, Method> CASES = Map.of(
            "GET", new Method.Get(),
            "HEAD", new Method.Head(),
            "POST", new Method.Post(),
            "PUT", new Method.Put(),
            "DELETE", new Method.Delete(),
            "CONNECT", new Method.Connect(),
            "OPTIONS", new Method.Options(),
            "TRACE", new Method.Trace(),
            "PATCH", new Method.Patch());

    private static final Map<Method, String> NAMES =
            CASES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private Methods() {}

    static Method of(String name) {
        Method known = CASES.get(name);
        return known == null ? new Method.Other(name) : known;
    }

    static String name(Method method) {
        return method instanceof Method.Other other ? other.value() : Objects.requireNonNull(NAMES.get(method));
    }
}

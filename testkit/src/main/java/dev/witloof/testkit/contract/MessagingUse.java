package dev.witloof.testkit.contract;

import dev.witloof.host.ResultException;
import dev.witloof.messaging.v0_2_0_draft.Types;
import dev.witloof.name.ImportRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which messaging interfaces a component has, and how it imports them. */
enum MessagingUse {
    WASMCLOUD("wasmcloud:messaging@0.2.0", Use.UNNAMED, List.of("wasmcloud:messaging/consumer@0.2.0")),
    WASMCLOUD_NAMED("wasmcloud:messaging@0.2.0", Use.NAMED, List.of("wasmcloud:messaging/consumer@0.2.0")),
    WASI("wasi:messaging@0.2.0-draft", Use.UNNAMED, Names.WASI),
    WASI_NAMED("wasi:messaging@0.2.0-draft", Use.NAMED, Names.WASI);

    /** Constants of an enum cannot use those of its own. */
    private static final class Names {
        private static final List<String> WASI = List.of(
                "wasi:messaging/types@0.2.0-draft",
                "wasi:messaging/producer@0.2.0-draft",
                "wasi:messaging/request-reply@0.2.0-draft");
    }

    private final String packageName;
    private final Use use;
    private final List<String> interfaces;

    MessagingUse(String packageName, Use use, List<String> interfaces) {
        this.packageName = packageName;
        this.use = use;
        this.interfaces = interfaces;
    }

    boolean isWasi() {
        return packageName.startsWith("wasi:");
    }

    /** The imports; types are never named, because all names share them. */
    List<ImportRef> imports() {
        return interfaces.stream()
                .map(each -> (each.contains("/types@") ? Use.UNNAMED : use).importOf(each))
                .toList();
    }

    /** The kind of an error of the interface itself; {@code null} if it is another. */
    @Nullable
    String refusal(Throwable failure) {
        if (failure instanceof ResultException result && !isWasi()) {
            return result.error() instanceof String text && !text.isBlank() ? "other" : null;
        }
        if (failure instanceof Types.ErrorException error && isWasi()) {
            return kind(error.error());
        }
        return null;
    }

    private static @Nullable String kind(Types.Error error) {
        if (error instanceof Types.Error.Timeout) {
            return "timeout";
        }
        if (error instanceof Types.Error.Connection connection) {
            return connection.value().isBlank() ? null : "connection";
        }
        if (error instanceof Types.Error.PermissionDenied denied) {
            return denied.value().isBlank() ? null : "permission-denied";
        }
        return error instanceof Types.Error.Other other && !other.value().isBlank() ? "other" : null;
    }

    @Override
    public String toString() {
        return packageName + ", " + use;
    }
}

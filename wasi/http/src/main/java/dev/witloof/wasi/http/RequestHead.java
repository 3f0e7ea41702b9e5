package dev.witloof.wasi.http;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A request without its body, as a server received it or a transport is to send it. Immutable.
 *
 * <p>What a guest sends has all four parts: the scheme is {@code http} or {@code https}, in lower case; the authority is a host
 * with or without a port, and without user information; the path begins with a slash, or is {@code *} in a request with the
 * method {@code OPTIONS}. What a server received has as much as it knows.
 */
public final class RequestHead {

    private final String method;
    private final @Nullable String scheme;
    private final @Nullable String authority;
    private final @Nullable String pathWithQuery;
    private final HttpFields fields;
    private final long bodyLength;

    private RequestHead(Builder builder) {
        method = builder.method;
        scheme = builder.scheme;
        authority = builder.authority;
        pathWithQuery = builder.pathWithQuery;
        fields = builder.fields;
        bodyLength = builder.bodyLength;
    }

    /** A request with this method, which is case-sensitive: {@code GET}. */
    public static Builder builder(String method) {
        return new Builder(method);
    }

    /** The method, such as {@code GET}. */
    public String method() {
        return method;
    }

    /** The scheme, such as {@code https}. */
    public Optional<String> scheme() {
        return Optional.ofNullable(scheme);
    }

    /** Host and port, such as {@code example.org:8443} or {@code [::1]}. */
    public Optional<String> authority() {
        return Optional.ofNullable(authority);
    }

    /** Path and query, such as {@code /items?page=2}. */
    public Optional<String> pathWithQuery() {
        return Optional.ofNullable(pathWithQuery);
    }

    /**
     * The headers. Of a guest's request all that it set, in its order: never {@code Host}, {@code Transfer-Encoding} or another
     * that is the connection's, which the transport adds. {@code Content-Length} is there if the guest set it.
     */
    public HttpFields fields() {
        return fields;
    }

    /** How many bytes the body has; empty where it is not known, so that it is to be sent in chunks. 0 where there is no body. */
    public OptionalLong bodyLength() {
        return bodyLength < 0 ? OptionalLong.empty() : OptionalLong.of(bodyLength);
    }

    /** {@code GET https://example.org/items}. */
    @Override
    public String toString() {
        return method + " " + (scheme == null ? "" : scheme + ":") + (authority == null ? "" : "//" + authority)
                + Objects.requireNonNullElse(pathWithQuery, "");
    }

    /** Makes one. What is not said is not there. */
    public static final class Builder {

        private final String method;
        private @Nullable String scheme;
        private @Nullable String authority;
        private @Nullable String pathWithQuery;
        private HttpFields fields = HttpFields.none();
        private long bodyLength = -1;

        private Builder(String method) {
            this.method = Objects.requireNonNull(method, "method");
        }

        /** With this scheme. */
        public Builder scheme(String scheme) {
            this.scheme = scheme;
            return this;
        }

        /** With this host and port. */
        public Builder authority(String authority) {
            this.authority = authority;
            return this;
        }

        /** With this path and query. */
        public Builder pathWithQuery(String pathWithQuery) {
            this.pathWithQuery = pathWithQuery;
            return this;
        }

        /** With these headers. */
        public Builder fields(HttpFields fields) {
            this.fields = fields;
            return this;
        }

        /** With a body of so many bytes. */
        public Builder bodyLength(long bytes) {
            this.bodyLength = bytes;
            return this;
        }

        /** The request. */
        public RequestHead build() {
            return new RequestHead(this);
        }
    }
}

package dev.witloof.wasi.http;

import dev.witloof.host.HostParent;
import dev.witloof.host.ResultException;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.http.Types.ErrorCodeException;
import dev.witloof.wasi.http.Types.Method;
import dev.witloof.wasi.http.Types.Scheme;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code outgoing-request}: what a guest puts together, and gives to {@code outgoing-handler.handle}. */
final class SentRequest implements Types.OutgoingRequest, HostParent {

    private final Children children = new Children("outgoing-request");
    private final FieldTable fields;
    private Method method = new Method.Get();
    private @Nullable String pathWithQuery;
    private @Nullable Scheme scheme;
    private @Nullable String authority;
    private @Nullable SentBody body;

    SentRequest(FieldTable fields) {
        this.fields = fields;
    }

    @Override
    public Types.OutgoingBody body() throws ResultException {
        if (body != null) {
            throw new ResultException(null);
        }
        body = new SentBody(ContentLength.of(fields.all()), ErrorCode.HttpRequestBodySize::new, fields.held());
        return body;
    }

    @Override
    public Method method() {
        return method;
    }

    @Override
    public void setMethod(Method method) throws ResultException {
        require(FieldRules.isToken(Methods.name(method)));
        this.method = method;
    }

    @Override
    public Optional<String> pathWithQuery() {
        return Optional.ofNullable(pathWithQuery);
    }

    @Override
    public void setPathWithQuery(Optional<String> pathWithQuery) throws ResultException {
        require(pathWithQuery.isEmpty() || UriRules.isPathWithQuery(pathWithQuery.get()));
        this.pathWithQuery = pathWithQuery.orElse(null);
    }

    @Override
    public Optional<Scheme> scheme() {
        return Optional.ofNullable(scheme);
    }

    @Override
    public void setScheme(Optional<Scheme> scheme) throws ResultException {
        require(scheme.isEmpty() || UriRules.isScheme(Schemes.name(scheme.get())));
        this.scheme = scheme.orElse(null);
    }

    @Override
    public Optional<String> authority() {
        return Optional.ofNullable(authority);
    }

    @Override
    public void setAuthority(Optional<String> authority) throws ResultException {
        require(authority.isEmpty() || UriRules.isAuthority(authority.get()));
        this.authority = authority.orElse(null);
    }

    private static void require(boolean valid) throws ResultException {
        if (!valid) {
            throw new ResultException(null);
        }
    }

    @Override
    public Types.Fields headers() {
        return fields.child(children);
    }

    /**
     * What is sent.
     *
     * @throws ErrorCodeException if its parts do not fit together
     */
    RequestHead head() throws ErrorCodeException {
        children.requireNone(this);
        String name = Methods.name(method);
        if (name.equals("CONNECT")) {
            throw new ErrorCodeException(new ErrorCode.HttpRequestMethodInvalid());
        }
        String spoken = scheme == null ? "https" : Schemes.name(scheme);
        if (!spoken.equals("https") && !spoken.equals("http")) {
            throw new ErrorCodeException(new ErrorCode.HttpProtocolError());
        }
        HttpFields sent = fields.fields();
        RequestHead.Builder head = RequestHead.builder(name)
                .scheme(spoken)
                .authority(requiredAuthority())
                .pathWithQuery(path(name))
                .fields(sent);
        long length = bodyLength(sent);
        return (length < 0 ? head : head.bodyLength(length)).build();
    }

    private String requiredAuthority() throws ErrorCodeException {
        if (authority == null || UriRules.hasUser(authority)) {
            throw new ErrorCodeException(new ErrorCode.HttpRequestUriInvalid());
        }
        return authority.endsWith(":") ? authority.substring(0, authority.length() - 1) : authority;
    }

    /** As it stands in a request: never empty. */
    private String path(String method) throws ErrorCodeException {
        boolean asterisk = method.equals("OPTIONS");
        if (pathWithQuery == null || pathWithQuery.isEmpty()) {
            return asterisk ? "*" : "/";
        }
        if (pathWithQuery.equals("*") && !asterisk) {
            throw new ErrorCodeException(new ErrorCode.HttpRequestUriInvalid());
        }
        return pathWithQuery.startsWith("?") ? "/" + pathWithQuery : pathWithQuery;
    }

    /** Below 0 if it is not known. */
    private long bodyLength(HttpFields sent) throws ErrorCodeException {
        long declared = ContentLength.of(sent.all());
        if (declared == ContentLength.INVALID) {
            throw new ErrorCodeException(new ErrorCode.HttpProtocolError());
        }
        if (body != null) {
            return body.length().orElse(ContentLength.NONE);
        }
        if (declared > 0) {
            throw new ErrorCodeException(new ErrorCode.HttpRequestBodySize(Optional.of(0L)));
        }
        return 0;
    }

    /** What its body is, if the guest asked for one. */
    Optional<SentBody> sentBody() {
        return Optional.ofNullable(body);
    }

    @Override
    public void close() {
        children.requireNone(this);
        abandon();
    }

    /** It is not sent, so its body goes nowhere. */
    @Override
    public void abandon() {
        fields.close();
        if (body != null) {
            body.refuse();
        }
    }

    /** It is sent; its body is on its own. */
    void sent() {
        fields.close();
    }
}

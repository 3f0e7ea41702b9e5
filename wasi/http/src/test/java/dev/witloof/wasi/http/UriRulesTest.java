package dev.witloof.wasi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.host.ResultException;
import dev.witloof.wasi.http.Types.Method;
import dev.witloof.wasi.http.Types.OutgoingRequest;
import dev.witloof.wasi.http.Types.Scheme;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a request that a guest puts together. */
class UriRulesTest {

    private final Types types = new HttpTypes(new HeldBytes(1000));
    private final OutgoingRequest request = types.newOutgoingRequest(types.newFields());

    @Test
    void aNewRequestIsAGetOfNothing() {
        assertThat(request.method()).isEqualTo(new Method.Get());
        assertThat(request.pathWithQuery()).isEmpty();
        assertThat(request.scheme()).isEmpty();
        assertThat(request.authority()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "get", "M-SEARCH", "a1!#$%&'*+-.^_`|~"})
    void methodsAreTokens(String name) throws ResultException {
        request.setMethod(new Method.Other(name));
        assertThat(request.method()).isEqualTo(new Method.Other(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A B", "A\n", "é", "A/B"})
    void otherMethodsAreNot(String name) {
        assertThatThrownBy(() -> request.setMethod(new Method.Other(name))).isInstanceOf(ResultException.class);
        assertThat(request.method()).isEqualTo(new Method.Get());
    }

    @Test
    void everyMethodHasItsName() throws ResultException {
        for (String name : "GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH".split(" ")) {
            Method method = Methods.of(name);
            assertThat(method.getClass().getSimpleName()).isEqualToIgnoringCase(name);
            assertThat(Methods.name(method)).isEqualTo(name);
            request.setMethod(method);
            assertThat(request.method()).isEqualTo(method);
        }
        assertThat(Methods.of("get")).isEqualTo(new Method.Other("get"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "/",
                "?",
                "/?",
                "/a/b?c=d&e=%20",
                "?a",
                "/~[]{}|\\^`'!$&()*+,;=:@/?",
                "/%",
                "//two",
                "/a;b"
            })
    void paths(String path) throws ResultException {
        request.setPathWithQuery(Optional.of(path));
        assertThat(request.pathWithQuery()).contains(path);
        request.setPathWithQuery(Optional.empty());
        assertThat(request.pathWithQuery()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a/b",
                "**",
                "/a b",
                "/a#b",
                "/\t",
                "/\r\nHost: x",
                "/é",
                "/<",
                "/>",
                "/\"",
                "/\u007f",
                "http://x/"
            })
    void noPaths(String path) {
        assertThatThrownBy(() -> request.setPathWithQuery(Optional.of(path))).isInstanceOf(ResultException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "a", "A1+-.", "HTTPS"})
    void schemes(String scheme) throws ResultException {
        request.setScheme(Optional.of(new Scheme.Other(scheme)));
        assertThat(request.scheme()).contains(new Scheme.Other(scheme));
        request.setScheme(Optional.empty());
        assertThat(request.scheme()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "+a", "a:", "a b", "ä", "a/", "a_b"})
    void noSchemes(String scheme) {
        assertThatThrownBy(() -> request.setScheme(Optional.of(new Scheme.Other(scheme))))
                .isInstanceOf(ResultException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "example.org:80",
                "example.org:",
                "localhost:65535",
                "127.0.0.1:8080",
                "[::1]",
                "[::1]:443",
                "[::ffff:1.2.3.4]",
                "[v1.a]",
                "user:pass@host",
                "a_b",
                "%41",
                "x!$&'()*+,;=~-"
            })
    void authorities(String authority) throws ResultException {
        request.setAuthority(Optional.of(authority));
        assertThat(request.authority()).contains(authority);
        request.setAuthority(Optional.empty());
        assertThat(request.authority()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":80",
                "a:65536",
                "a:99999999999",
                "a:b",
                "a:1:2",
                "a b",
                "a/b",
                "a?b",
                "a#b",
                "[::1",
                "::1]",
                "[]",
                "[g::]",
                "[::1]80",
                "a@",
                "@",
                "a\n",
                "ä",
                "%4",
                "%zz",
                "[a]",
                "a[::1]",
                "a@b@c:x",
                "\\"
            })
    void noAuthorities(String authority) {
        assertThatThrownBy(() -> request.setAuthority(Optional.of(authority))).isInstanceOf(ResultException.class);
    }
}

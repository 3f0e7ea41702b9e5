package dev.witloof.wasi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.TrapException;
import dev.witloof.host.Tuple2;
import dev.witloof.wasi.http.Types.Fields;
import dev.witloof.wasi.http.Types.HeaderError;
import dev.witloof.wasi.http.Types.HeaderErrorException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields as guests have them. */
class FieldsTest {

    private static final HeaderError INVALID = new HeaderError.InvalidSyntax();
    private static final HeaderError FORBIDDEN = new HeaderError.Forbidden();
    private static final HeaderError IMMUTABLE = new HeaderError.Immutable();

    private final Types types = new HttpTypes(new HeldBytes(1000));
    private final Fields fields = types.newFields();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static HeaderError error(ThrowingCallable call) {
        return catchThrowableOfType(HeaderErrorException.class, call).error();
    }

    static List<String> lines(Fields fields) {
        return fields.entries().stream()
                .map(each -> each.v0() + "=" + new String(each.v1(), StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static Tuple2<String, byte[]> entry(String name, String value) {
        return new Tuple2<>(name, bytes(value));
    }

    @Test
    void namesAreComparedWithoutCaseAndKeptWithIt() throws HeaderErrorException {
        fields.append("Accept", bytes("a"));
        fields.append("X-One", bytes("1"));
        fields.append("ACCEPT", bytes("b"));
        assertThat(lines(fields)).containsExactly("Accept=a", "X-One=1", "ACCEPT=b");
        assertThat(fields.get("accept")).containsExactly(bytes("a"), bytes("b"));
        assertThat(fields.has("x-oNE")).isTrue();
        assertThat(fields.has("x-two")).isFalse();
        assertThat(fields.get("x-two")).isEmpty();
        fields.set("aCCept", List.of(bytes("c"), bytes("d")));
        assertThat(lines(fields)).containsExactly("aCCept=c", "aCCept=d", "X-One=1");
        fields.delete("accepT");
        fields.delete("x-two");
        assertThat(lines(fields)).containsExactly("X-One=1");
        fields.set("x-one", List.of());
        assertThat(lines(fields)).isEmpty();
        fields.append("x-empty", new byte[0]);
        assertThat(fields.get("X-Empty")).containsExactly(new byte[0]);
    }

    @Test
    void aListIsTakenWholeOrNotAtAll() throws HeaderErrorException {
        assertThat(lines(types.fieldsFromList(List.of(entry("b", "1"), entry("a", "2"), entry("B", "3")))))
                .containsExactly("b=1", "a=2", "B=3");
        assertThat(error(() -> types.fieldsFromList(List.of(entry("b", "1"), entry("", "2")))))
                .isEqualTo(INVALID);
        assertThat(error(() -> types.fieldsFromList(List.of(entry("b", "1"), entry("Host", "2")))))
                .isEqualTo(FORBIDDEN);
        fields.append("n", bytes("1"));
        assertThat(error(() -> fields.set("n", List.of(bytes("2"), bytes("3\n")))))
                .isEqualTo(INVALID);
        assertThat(lines(fields)).containsExactly("n=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "a:", ":path", "ä", "a\n", "a\0", "(a)", "a/b", "a,b", "\"a\"", "a[", "\u007f"})
    void whatIsNoNameIsInvalid(String name) {
        assertThat(error(() -> fields.append(name, bytes("1")))).isEqualTo(INVALID);
        assertThat(error(() -> fields.set(name, List.of()))).isEqualTo(INVALID);
        assertThat(error(() -> fields.delete(name))).isEqualTo(INVALID);
        assertThat(fields.get(name)).isEmpty();
        assertThat(fields.has(name)).isFalse();
    }

    @Test
    void aNameIsAnyToken() throws HeaderErrorException {
        String all = "!#$%&'*+-.^_`|~0189azAZ";
        fields.append(all, bytes("1"));
        assertThat(lines(fields)).containsExactly(all + "=1");
    }

    @Test
    void aValueIsAnythingThatEndsNoLine() throws HeaderErrorException {
        for (int c = 0; c < 256; c++) {
            byte[] value = {'a', (byte) c, 'b'};
            if (c < ' ' && c != '\t' || c == 127) {
                assertThat(error(() -> fields.append("v", value))).isEqualTo(INVALID);
                assertThat(error(() -> fields.set("v", List.of(value)))).isEqualTo(INVALID);
            } else {
                fields.set("v", List.of(value));
                assertThat(fields.get("v")).containsExactly(value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "HOST",
                "http2-settings",
                "keep-alive",
                "proxy-authenticate",
                "proxy-authorization",
                "proxy-connection",
                "Transfer-Encoding",
                "upgrade",
                "te"
            })
    void whatIsTheConnectionsIsForbidden(String name) throws HeaderErrorException {
        assertThat(error(() -> fields.append(name, bytes("1")))).isEqualTo(FORBIDDEN);
        assertThat(error(() -> fields.set(name, List.of(bytes("1"))))).isEqualTo(FORBIDDEN);
        assertThat(error(() -> fields.append(name, bytes("1\n")))).isEqualTo(INVALID);
        assertThat(fields.has(name)).isFalse();
        fields.delete(name);
        fields.set(name, List.of());
        assertThat(lines(fields)).isEmpty();
    }

    @Test
    void trailersMayBeWelcome() throws HeaderErrorException {
        fields.append("te", bytes("trailers"));
        assertThat(error(() -> fields.append("te", bytes("trailers, gzip")))).isEqualTo(FORBIDDEN);
        assertThat(lines(fields)).containsExactly("te=trailers");
    }

    @Test
    void thoseOfAMessageAreImmutableAndTheirCopyIsNot() throws HeaderErrorException {
        fields.append("a", bytes("1"));
        Types.OutgoingRequest request = types.newOutgoingRequest(fields);
        Fields headers = request.headers();
        assertThat(lines(headers)).containsExactly("a=1");
        assertThat(error(() -> headers.append("a", bytes("2")))).isEqualTo(IMMUTABLE);
        assertThat(error(() -> headers.set("", List.of()))).isEqualTo(IMMUTABLE);
        assertThat(error(() -> headers.delete("a"))).isEqualTo(IMMUTABLE);
        Fields copy = headers.clone_();
        copy.append("b", bytes("2"));
        assertThat(lines(copy)).containsExactly("a=1", "b=2");
        assertThat(lines(headers)).containsExactly("a=1");
    }

    @Test
    void whatIsTheConnectionsIsNotShown() {
        Types.IncomingRequest request = new ReceivedRequest(
                RequestHead.builder("GET")
                        .fields(HttpFields.of(
                                "Host", "x", "A", "1", "Connection", "close", "te", "gzip", "TE", "trailers"))
                        .build(),
                BodySource.empty());
        assertThat(lines(request.headers())).containsExactly("A=1", "TE=trailers");
    }

    @Test
    void headersAreToBeDroppedBeforeTheirMessage() throws HeaderErrorException {
        Types.IncomingRequest received =
                new ReceivedRequest(RequestHead.builder("GET").build(), BodySource.empty());
        Types.OutgoingRequest request = types.newOutgoingRequest(types.newFields());
        Types.OutgoingResponse response = types.newOutgoingResponse(types.newFields());
        List<AutoCloseable> parents = List.of(received, request, response);
        List<Fields> children = List.of(received.headers(), request.headers(), response.headers());
        List<String> names = List.of("incoming-request", "outgoing-request", "outgoing-response");
        for (int i = 0; i < names.size(); i++) {
            assertThatThrownBy(parents.get(i)::close)
                    .isInstanceOf(TrapException.class)
                    .hasMessage(names.get(i) + ": expected its children to be dropped before it, found 1");
        }
        children.forEach(Fields::close);
        assertThat(Stream.of(received, request, response)).allSatisfy(AutoCloseable::close);
    }

    @Test
    void aReceivedMessagesHeadersCanBecomeThoseOfAnother() {
        Types.IncomingRequest received = new ReceivedRequest(
                RequestHead.builder("GET").fields(HttpFields.of("a", "1")).build(), BodySource.empty());
        Types.OutgoingResponse response = types.newOutgoingResponse(received.headers());
        received.close();
        assertThat(lines(response.headers())).containsExactly("a=1");
    }

    @Test
    void whatNoFieldMayHaveIsNotReceived() {
        Types.IncomingRequest received = new ReceivedRequest(
                RequestHead.builder("GET")
                        .fields(HttpFields.of("a", "1\rb: 2\n\0\t\u007f\u00ff", "c ", "3", "", "4", "d\re", "5"))
                        .build(),
                BodySource.empty());
        Types.OutgoingResponse response =
                types.newOutgoingResponse(received.headers().clone_());
        assertThat(lines(response.headers())).containsExactly("a=1 b: 2  \t \u00ff");
    }

    @Test
    void anInstanceHoldsSoManyBytesOfFieldsAndNoMore() throws HeaderErrorException {
        fields.append("name", "x".repeat(400 - 36).getBytes());
        Fields copy = fields.clone_();
        assertThatThrownBy(fields::clone_)
                .isInstanceOf(TrapException.class)
                .hasMessage("fields: expected at most 1000 bytes in all fields of an instance, found 1200");
        copy.close();
        copy.close();
        Types.OutgoingRequest request = types.newOutgoingRequest(fields.clone_());
        assertThatThrownBy(() -> fields.append("more", "x".repeat(165).getBytes()))
                .isInstanceOf(TrapException.class)
                .hasMessage("fields: expected at most 1000 bytes in all fields of an instance, found 1001");
        request.close();
        fields.set("name", List.of("x".repeat(1000 - 36).getBytes()));
        fields.delete("name");
        fields.append("name", "x".repeat(1000 - 36).getBytes());
        assertThat(fields.get("name")).hasSize(1);
    }

    @Test
    void fieldsOfSomebodyElseAreATrap() {
        Fields foreign = new Fields() {
            @Override
            public List<byte[]> get(String name) {
                return List.of();
            }

            @Override
            public boolean has(String name) {
                return false;
            }

            @Override
            public void set(String name, List<byte[]> value) {}

            @Override
            public void delete(String name) {}

            @Override
            public void append(String name, byte[] value) {}

            @Override
            public List<Tuple2<String, byte[]>> entries() {
                return List.of();
            }

            @Override
            public Fields clone_() {
                return this;
            }
        };
        assertThatThrownBy(() -> types.newOutgoingRequest(foreign))
                .isInstanceOf(TrapException.class)
                .hasMessage("fields: expected one of dev.witloof.wasi.http.WasiHttp, found a "
                        + foreign.getClass().getName());
    }
}

package dev.witloof.wasi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.TrapException;
import dev.witloof.error.UnlinkableException;
import dev.witloof.host.Tuple2;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import dev.witloof.wasi.Wasi;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.http.Types.ErrorCodeException;
import dev.witloof.wasi.io.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A guest that sends requests by two named handlers, each with a transport of its own. */
class TwoHandlersTest {

    private static final Component FETCH = Guest.component("c-fetch/fetch.wasm");
    private static final Wasi WASI = Wasi.builder().systemClocks().build();

    private final BlockingQueue<FakeExchange> exchanges = new LinkedBlockingQueue<>();
    private final HttpTransport fake = (request, timeouts) -> {
        FakeExchange exchange = new FakeExchange(request, timeouts);
        exchanges.add(exchange);
        return exchange;
    };
    private final List<ComponentInstance> instances = new ArrayList<>();

    @AfterEach
    void close() {
        instances.forEach(ComponentInstance::close);
        assertThat(exchanges).allSatisfy(each -> assertThat(each.closed).isTrue());
    }

    private FetchGuest guest(HttpTransport toPublic, HttpTransport toInternal) {
        return guest(WasiHttp.builder().outgoing(toPublic).openRequests(5).build(), toInternal);
    }

    private FetchGuest guest(WasiHttp toPublic, HttpTransport toInternal) {
        ComponentInstance instance = Linker.builder()
                .bindAll(WASI.and(WasiHttp.builder().build()))
                .bind("public")
                .to(toPublic)
                .bind("internal")
                .to(WasiHttp.builder().outgoing(toInternal).build())
                .build()
                .plan(FETCH)
                .instantiate();
        instances.add(instance);
        return instance.as(FetchGuest.class);
    }

    private static HttpTransport answering(String name) {
        return HttpTransport.answering((request, body) -> {
            if (request.authority().orElse("").equals("evil.org")) {
                throw new HttpFailureException(new ErrorCode.HttpRequestDenied());
            }
            return HttpAnswer.of(200, name + ": " + request + " " + body.length + " " + request.fields());
        });
    }

    private static FetchGuest.Reply get(FetchGuest guest, FetchGuest.Way way, String authority)
            throws ErrorCodeException {
        return guest.fetch(way, "GET", authority, "/a?b", List.of(), new byte[0]);
    }

    @Test
    void eachNameHasItsOwnTransportAndPolicy() throws ErrorCodeException {
        FetchGuest guest = guest(answering("out"), (request, timeouts) -> {
            if (request.authority().orElse("").endsWith(".internal")) {
                return answering("in").send(request, timeouts);
            }
            throw new HttpFailureException(new ErrorCode.DestinationIpProhibited());
        });
        assertThat(get(guest, FetchGuest.Way.PUBLIC, "example.org").text())
                .isEqualTo("out: GET https://example.org/a?b 0 ");
        assertThat(get(guest, FetchGuest.Way.INTERNAL, "db.internal").text())
                .isEqualTo("in: GET https://db.internal/a?b 0 ");
        assertThat(catchThrowableOfType(ErrorCodeException.class, () -> get(guest, FetchGuest.Way.PUBLIC, "evil.org"))
                        .error())
                .isEqualTo(new ErrorCode.HttpRequestDenied());
        assertThat(catchThrowableOfType(
                                ErrorCodeException.class, () -> get(guest, FetchGuest.Way.INTERNAL, "example.org"))
                        .error())
                .isEqualTo(new ErrorCode.DestinationIpProhibited());
    }

    @Test
    void bodiesFlowBothWaysWithTrailers() throws Exception {
        FetchGuest guest = guest(fake, fake);
        byte[] body = new byte[10_000];
        java.util.Arrays.fill(body, (byte) 'x');
        CompletableFuture<FakeExchange> other = CompletableFuture.supplyAsync(() -> {
            try {
                FakeExchange exchange = exchanges.take();
                exchange.room(0);
                Thread.sleep(20);
                exchange.room(999);
                exchange.respond(201, "X-A", "1", "connection", "close", "x-a", "2");
                for (int i = 0; i < 10; i++) {
                    exchange.send("part " + i + "\n");
                    Thread.sleep(1);
                }
                exchange.end("X-Sum", "42");
                return exchange;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        FetchGuest.Reply reply = guest.fetch(
                FetchGuest.Way.PUBLIC,
                "PUT",
                "example.org",
                "/",
                List.of(new Tuple2<>("X-Mine", "m".getBytes())),
                body);
        FakeExchange exchange = other.get();
        assertThat(exchange.request.fields()).isEqualTo(HttpFields.of("X-Mine", "m"));
        assertThat(exchange.request.bodyLength()).isEmpty();
        assertThat(exchange.sent.toByteArray()).isEqualTo(body);
        assertThat(exchange.requestEnd).isEqualTo("finished");
        assertThat(exchange.requestTrailers).isEqualTo(HttpFields.of("x-length", "10000"));
        assertThat(exchange.timeouts.firstByte()).contains(java.time.Duration.ofSeconds(5));
        assertThat(exchange.closed).isTrue();
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.headers())
                .extracting(each -> each.v0() + "=" + new String(each.v1()))
                .containsExactly("X-A=1", "x-a=2");
        assertThat(reply.text())
                .startsWith("part 0\npart 1\n")
                .endsWith("part 9\n")
                .hasSize(70);
        assertThat(reply.trailers())
                .extracting(each -> each.v0() + "=" + new String(each.v1()))
                .containsExactly("X-Sum=42");
    }

    @Test
    void everyErrorReachesTheGuestHoweverItComes() throws Exception {
        List<ErrorCode> codes = EveryCode.all();
        assertThat(codes).hasSize(39);
        ErrorCode[] now = new ErrorCode[1];
        FetchGuest refusing = guest(
                (request, timeouts) -> {
                    throw new HttpFailureException(now[0]);
                },
                fake);
        FetchGuest failing = guest(
                HttpTransport.answering((request, body) -> {
                    throw new HttpFailureException(now[0]);
                }),
                fake);
        FetchGuest breaking = guest(
                HttpTransport.answering(
                        (request, body) -> HttpAnswer.of(200, HttpFields.none(), BodySource.of(new Failing(now[0])))),
                fake);
        for (ErrorCode code : codes) {
            now[0] = code;
            for (FetchGuest guest : List.of(refusing, failing, breaking)) {
                assertThat(catchThrowableOfType(
                                        ErrorCodeException.class,
                                        () -> get(guest, FetchGuest.Way.PUBLIC, "example.org"))
                                .error())
                        .isEqualTo(code);
            }
            assertThat(breaking.ending("/")).contains(code);
        }
        now[0] = null;
        FetchGuest well = guest(answering("out"), fake);
        assertThat(well.ending("/")).isEmpty();
    }

    /** Gives something, and then fails. */
    private static final class Failing implements Source {

        private final ErrorCode code;
        private boolean given;

        Failing(ErrorCode code) {
            this.code = code;
        }

        @Override
        public byte[] read(int most) throws IOException {
            if (given) {
                throw new HttpFailureException(code);
            }
            given = true;
            return new byte[] {'x'};
        }
    }

    @Test
    void severalResponsesAndATimerAreWaitedForAtOnce() throws Exception {
        FetchGuest guest = guest(fake, fake);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
            try {
                List<FakeExchange> all = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    all.add(exchanges.take());
                }
                for (int i : new int[] {2, 0, 3}) {
                    Thread.sleep(30);
                    if (i == 0) {
                        all.get(i).fail(new IOException("no"));
                    } else {
                        all.get(i).respond(200);
                    }
                }
                exchanges.addAll(all);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(guest.race(List.of("/a", "/b", "/c", "/d"), 500_000_000L))
                .containsExactly("/c", "failed", "/d", "late");
        other.get();
    }

    @Test
    void aBodyGoesFromOneToTheOtherWithoutBeingKept() throws Exception {
        long size = 20_000_000;
        FakeExchange[] put = new FakeExchange[1];
        long[] written = new long[1];
        HttpTransport counting = (request, timeouts) -> {
            put[0] = new FakeExchange(request, timeouts);
            return new Counting(put[0], written);
        };
        HttpTransport large = HttpTransport.answering(
                (request, body) -> HttpAnswer.of(200, HttpFields.none(), BodySource.of(new Zeroes(size))));
        FetchGuest guest = guest(counting, large);
        assertThat(guest.relay("/large")).isEqualTo(size);
        assertThat(written[0]).isEqualTo(size);
        assertThat(put[0].request).hasToString("PUT https://to.public/large");
        assertThat(put[0].requestEnd).isEqualTo("finished");
        assertThat(put[0].requestTrailers).isEqualTo(HttpFields.of("x-length", "20000000"));
    }

    @ParameterizedTest
    @CsvSource({"0, finished", "1, finished", "2, finished", "3, cut"})
    void whatIsGivenUpIsCancelled(int at, String requestEnd) {
        FakeExchange[] one = new FakeExchange[1];
        FetchGuest guest = guest(
                (request, timeouts) -> {
                    one[0] = new FakeExchange(request, timeouts);
                    if (at > 0) {
                        one[0].respond(200);
                        one[0].send("something");
                    }
                    return one[0];
                },
                fake);
        guest.giveUp(at);
        assertThat(one[0].closed).isTrue();
        assertThat(one[0].requestEnd).isEqualTo(requestEnd);
        assertThat(one[0].bodyClosed).isEqualTo(at == 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aParentThatIsDroppedBeforeItsChildIsATrap(int rule) {
        FakeExchange[] one = new FakeExchange[1];
        FetchGuest guest = guest(
                (request, timeouts) -> {
                    one[0] = new FakeExchange(request, timeouts);
                    one[0].respond(200);
                    return one[0];
                },
                fake);
        String parent = List.of("outgoing-request", "incoming-response", "outgoing-body", "incoming-body")
                .get(rule);
        TrapException trap = catchThrowableOfType(TrapException.class, () -> guest.breakRule(rule));
        assertThat(trap.reason()).isEqualTo(parent + ": expected its children to be dropped before it, found 1");
        instances.get(0).close();
        if (rule > 0) {
            assertThat(one[0].closed).isEqualTo(true);
        }
    }

    @Test
    void aGuestThatLeaksLosesOnlyItsOwn() {
        List<FakeExchange> all = new ArrayList<>();
        HttpTransport responding = (request, timeouts) -> {
            FakeExchange exchange = new FakeExchange(request, timeouts);
            exchange.respond(200);
            all.add(exchange);
            return exchange;
        };
        WasiHttp http = WasiHttp.builder().outgoing(responding).openRequests(5).build();
        FetchGuest guest = guest(http, fake);
        Tuple2<Long, ErrorCode> leaked = guest.leak();
        assertThat(leaked.v0()).isEqualTo(5);
        assertThat(leaked.v1()).isEqualTo(new ErrorCode.ConnectionLimitReached());
        assertThat(guest(http, fake).leak().v0()).isEqualTo(5);
        assertThat(all).hasSize(10).noneMatch(each -> each.closed);
        instances.get(0).close();
        assertThat(all.subList(0, 5)).allSatisfy(each -> {
            assertThat(each.closed).isTrue();
            assertThat(each.requestEnd).isEqualTo("cut");
        });
        assertThat(all.subList(5, 10)).noneMatch(each -> each.closed);
    }

    @Test
    void whatIsMissingIsToldWithTheLineToWrite() {
        assertThatThrownBy(() -> Linker.builder()
                        .bindAll(WASI.and(WasiHttp.builder().build()))
                        .bind("public")
                        .to(WasiHttp.builder().build())
                        .bind("internal")
                        .to(WasiHttp.builder().outgoing(fake).build())
                        .build()
                        .plan(FETCH))
                .isInstanceOf(UnlinkableException.class)
                .hasMessageContaining("WasiHttp.builder().outgoing(…)");
    }
}

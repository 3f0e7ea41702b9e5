package dev.witloof.tests.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.host.AdapterKind;
import dev.witloof.link.Linker;
import dev.witloof.tests.guests.Guests;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real guests of several languages through generated interfaces, which say and do what they do under another host, in each way to
 * have adapters.
 */
final class GuestsThroughInterfacesTest {

    private static String run(AdapterKind adapters, String wit, String program, String guest) throws Exception {
        return Program.of("guests/" + wit, program).run(Linker.builder().adapters(adapters), Guests.component(guest));
    }

    static Stream<Arguments> sessions() {
        return Stream.of(
                        List.of("c-sessions/sessions.wasm", "sessions.c.txt"),
                        List.of("as-sessions/sessions.wasm", "sessions.as.txt"),
                        List.of("rust-sessions/sessions.wasm32-unknown-unknown.wasm", "sessions.rust.txt"),
                        List.of("rust-bindgen/sessions.wasm", "sessions.rust.txt"))
                .flatMap(guest -> Stream.of(AdapterKind.values())
                        .map(adapters -> Arguments.of(guest.get(0), guest.get(1), adapters)));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void sessionsAreKept(String guest, String expected, AdapterKind adapters) throws Exception {
        assertThat(run(adapters, "c-sessions/wit", "Sessions", guest))
                .isEqualTo(Guests.expected(expected) + "kept [bob, çelik, 😀]\n");
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void sessionsAreKeptByJavaScript(AdapterKind adapters) throws Exception {
        sessionsAreKept("js-sessions/sessions.wasm", "sessions.js-qjs.txt", adapters);
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void textIsKeptAsUtf16(AdapterKind adapters) throws Exception {
        assertThat(run(adapters, "c-utf16/wit", "Text", "c-utf16/text-utf16.wasm"))
                .isEqualTo(Guests.expected("utf16.txt"));
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void oneInterfaceUnderTwoNamesHasTwoTypesOfResources(AdapterKind adapters) throws Exception {
        String said = run(adapters, "c-stores/wit", "Stores", "c-stores/stores.wasm");

        assertThat(said).isEqualTo("""
                types differ -> ok true
                live -> ok [1,1]
                hot.set k0 -> ok undefined
                hot.set k1 -> ok undefined
                hot.set k2 -> ok undefined
                hot.set k3 -> ok undefined
                hot.set k4 -> err {"tag":"access-denied"}
                hot keys -> ok {"keys":["k0","k1"],"cursor":2}
                cold keys -> ok {"keys":["c0","c1"],"cursor":2}
                cold keys 2 -> ok {"keys":["c2","c3"],"cursor":4}
                cold keys 4 -> ok {"keys":["c4"]}
                big -> err {"tag":"other","val":"entry too large: é"}
                nope -> err {"tag":"no-such-store"}
                hot.get cold key -> ok undefined
                cold.get -> ok {"0":118}
                exists -> ok false
                cold.exists of cold -> ok {"tag":"ok","val":true}
                cold.exists of hot -> illegal argument: argument "self": expected bucket, found another type called bucket
                the same, untyped -> illegal argument: argument "self": expected bucket, found another type called bucket
                hot is as it was -> ok true
                live after drop -> ok [0,1]
                live after a second drop -> ok [0,1]
                hot.exists after drop -> illegal state: bucket: expected an open handle, found one that is closed
                cold.exists after the end -> illegal state: the instance is closed
                hot.open after the end -> illegal state: the instance is closed
                """);
        assertThat(said.lines()).containsAll(underAnotherHost());
    }

    /** Without what only that host does: it shows a cursor as text, and confuses the two types. */
    private static List<String> underAnotherHost() {
        List<String> lines = Guests.expected("stores.txt")
                .lines()
                .filter(line -> line.contains(" -> "))
                .filter(line -> !line.contains("TypeError") && !line.startsWith("cross"))
                .map(line -> line.replaceAll("\"(\\d+)n\"", "$1"))
                .toList();
        assertThat(lines).hasSizeGreaterThan(15);
        return lines;
    }
}

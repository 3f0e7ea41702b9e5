package dev.witloof.tests.wit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.tests.Checkout;
import dev.witloof.wit.Stability;
import dev.witloof.wit.parser.WitParser;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published WIT keeps its shape under its version; what it says in its documentation may become better. */
final class ShippedWitTest {

    private static final ShippedWit SHIPPED = ShippedWit.onClassPath();
    private static final WitParser STABLE = WitParser.create();
    private static final WitParser ALL = WitParser.builder().allFeatures().build();
    private static final Stability SINCE_THE_FIRST =
            new Stability(Optional.of("0.2.0"), Optional.empty(), Optional.empty());
    private static final int PREAMBLE = 8;
    private static final int CUSTOM_SECTION = 0;

    static Collection<String> packages() {
        return SHIPPED.packages().keySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void eachPackageIsTheOneThatItsFolderSays(String name) {
        assertThat(STABLE.parse(SHIPPED.bundle(name)).main()).hasToString(name);
    }

    /** The list has the digests of the encodings of the published texts; see CONTRIBUTING.md. */
    @Test
    void L10_theBinaryEncodingsAreThoseThatWereRecorded() {
        String found = packages().stream()
                .map(name -> digest(name, "stable", STABLE) + digest(name, "all", ALL))
                .collect(Collectors.joining());

        assertThat(found)
                .isEqualTo(Checkout.here()
                        .text("src/test/resources/wit-digests.txt")
                        .replaceAll("(?m)^#.*\n", ""));
    }

    @Test
    void everyInterfaceTypeFunctionFieldAndCaseIsDocumented() {
        assertThat(packages().stream()
                        .map(name -> ALL.parse(SHIPPED.bundle(name)).main())
                        .flatMap(Item::ofPackage)
                        .filter(item ->
                                item.docs().filter(docs -> !docs.isBlank()).isEmpty())
                        .map(Item::name))
                .isEmpty();
    }

    @Test
    void theGatesOfWasiAreThePublishedOnes() {
        assertThat(packages().stream()
                        .filter(name -> name.endsWith("@0.2.12"))
                        .map(name -> ALL.parse(SHIPPED.bundle(name)).main())
                        .flatMap(Item::gatedOfPackage)
                        .filter(item -> !item.gates().equals(SINCE_THE_FIRST))
                        .map(item -> item.name() + " " + gates(item.gates())))
                .containsExactlyInAnyOrder(
                        "wasi:cli/exit@0.2.12 exit-with-code since 0.2.12",
                        "wasi:clocks/timezone@0.2.12 unstable clocks-timezone",
                        "wasi:clocks/timezone@0.2.12 datetime unstable clocks-timezone",
                        "wasi:clocks/timezone@0.2.12 display unstable clocks-timezone",
                        "wasi:clocks/timezone@0.2.12 timezone-display unstable clocks-timezone",
                        "wasi:clocks/timezone@0.2.12 utc-offset unstable clocks-timezone",
                        "wasi:http/types@0.2.12 [method]response-outparam.send-informational unstable "
                                + "informational-outbound-responses",
                        "wasi:http/types@0.2.12 field-key since 0.2.0 deprecated 0.2.2",
                        "wasi:http/types@0.2.12 field-name since 0.2.1",
                        "wasi:sockets/network@0.2.12 error unstable network-error-code",
                        "wasi:sockets/network@0.2.12 network-error-code unstable network-error-code",
                        "wasi:sockets/udp@0.2.12 [method]outgoing-datagram-stream.check-send none");
    }

    private static String digest(String name, String features, WitParser parser) {
        try {
            byte[] shape = withoutCustomSections(parser.encode(SHIPPED.bundle(name)));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(shape);
            return name + " " + features + " " + HexFormat.of().formatHex(digest) + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those hold documentation, gates and which release of the encoder wrote it. */
    private static byte[] withoutCustomSections(byte[] component) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(component, 0, PREAMBLE);
        int at = PREAMBLE;
        while (at < component.length) {
            int start = at++;
            int size = 0;
            for (int shift = 0; ; shift += 7) {
                int part = component[at++];
                size |= (part & 0x7f) << shift;
                if (part >= 0) {
                    break;
                }
            }
            at += size;
            if (component[start] != CUSTOM_SECTION) {
                rest.write(component, start, at - start);
            }
        }
        return rest.toByteArray();
    }

    private static String gates(Stability gates) {
        String text = Stream.of(
                        gates.since().map(version -> "since " + version),
                        gates.unstable().map(feature -> "unstable " + feature),
                        gates.deprecated().map(version -> "deprecated " + version))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? "none" : text;
    }
}

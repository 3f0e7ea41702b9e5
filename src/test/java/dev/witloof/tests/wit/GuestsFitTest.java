package dev.witloof.tests.wit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.name.InterfaceName;
import dev.witloof.tests.guests.Guests;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitInterface;
import dev.witloof.wit.WitWorld;
import dev.witloof.wit.WorldItem;
import dev.witloof.wit.parser.WitParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real guests import and export, in whatever release of WASI 0.2, stands in the WIT that is shipped, with the same types. */
final class GuestsFitTest {

    private static final WitParser PARSER = WitParser.builder().allFeatures().build();
    private static final Map<InterfaceName, WitInterface> SHIPPED = shipped();

    static List<String> guests() {
        return Guests.all();
    }

    private static Map<InterfaceName, WitInterface> shipped() {
        ShippedWit wit = ShippedWit.onClassPath();
        return wit.packages().keySet().stream()
                .flatMap(name -> PARSER.parse(wit.bundle(name)).main().interfaces().stream())
                .collect(Collectors.toMap(
                        shipped -> ((TypeOwner.OfInterface) shipped.owner()).name(), shipped -> shipped));
    }

    @ParameterizedTest
    @MethodSource("guests")
    void whatAGuestUsesIsShippedWithTheSameTypes(String guest) {
        Map<String, Set<String>> missing = new TreeMap<>();
        uses(guest).forEach(use -> {
            Set<String> sentences = Shape.of(use.type());
            sentences.removeAll(Shape.of(match(use).orElseThrow()));
            if (!sentences.isEmpty()) {
                missing.put(use.key(), sentences);
            }
        });

        assertThat(missing).isEmpty();
    }

    /** So that the test above has something to compare. */
    @Test
    void theGuestsUseTheseInterfaces() {
        Set<String> used = new TreeSet<>();
        Guests.all()
                .forEach(
                        guest -> uses(guest).forEach(use -> used.add(nameOf(use).toString())));

        assertThat(used)
                .contains(
                        "wasi:cli/exit@0.2.12",
                        "wasi:cli/run@0.2.0",
                        "wasi:filesystem/types@0.2.6",
                        "wasi:filesystem/types@0.2.9",
                        "wasi:filesystem/types@0.2.12",
                        "wasi:http/incoming-handler@0.2.12",
                        "wasi:http/types@0.2.12",
                        "wasi:io/streams@0.2.12",
                        "wasi:keyvalue/store@0.2.0-draft",
                        "wasi:messaging/incoming-handler@0.2.0-draft",
                        "wasi:random/insecure-seed@0.2.9",
                        "wasmcloud:messaging/handler@0.2.0")
                .allMatch(name ->
                        name.startsWith("wasi:") || name.startsWith("wasmcloud:") || name.startsWith("witloof:"));
    }

    @Test
    void noInterfaceOfWasiThatAGuestUsesIsMissing() {
        assertThat(Guests.all().stream()
                        .flatMap(GuestsFitTest::interfaces)
                        .filter(use -> nameOf(use).namespaces().equals(List.of("wasi")))
                        // What is shipped has versions; wasi:logging without one is served in the shape of its first.
                        .filter(use -> nameOf(use).version().isPresent())
                        .filter(use -> match(use).isEmpty())
                        .map(WorldItem::key))
                .isEmpty();
    }

    private static Stream<WorldItem.OfInterface> uses(String guest) {
        return interfaces(guest).filter(use -> match(use).isPresent());
    }

    private static Stream<WorldItem.OfInterface> interfaces(String guest) {
        WitWorld world = PARSER.decode(Guests.bytes(guest)).componentWorld().orElseThrow();
        return Stream.concat(world.imports().stream(), world.exports().stream())
                .filter(WorldItem.OfInterface.class::isInstance)
                .map(WorldItem.OfInterface.class::cast)
                .filter(use -> use.type().owner() instanceof TypeOwner.OfInterface);
    }

    private static InterfaceName nameOf(WorldItem.OfInterface use) {
        return InterfaceName.parse(use.implementsName().orElse(use.key()));
    }

    private static Optional<WitInterface> match(WorldItem.OfInterface use) {
        InterfaceName name = nameOf(use);
        return SHIPPED.entrySet().stream()
                .filter(shipped -> name.matches(shipped.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}

package dev.witloof.tests.contract;

import static dev.witloof.tests.contract.PlantedRun.failed;
import static dev.witloof.tests.contract.PlantedRun.named;
import static dev.witloof.tests.contract.PlantedRun.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.Events;

/** The contracts find what is wrong with a store, and say which clause is broken. */
final class PlantedFaultsTest {

    private static Events run(Optional<Fault> fault, List<? extends DiscoverySelector> tests) {
        return PlantedRun.run(Planted.FAULT, fault, tests);
    }

    private static List<String> messages(Fault fault, Class<?> contract, String test) {
        return PlantedRun.messages(run(Optional.of(fault), named(List.of(test), List.of(contract))));
    }

    @Test
    void withoutAFaultEveryTestOfTheContractsSucceeds() {
        Events events = run(
                Optional.empty(),
                Planted.CONTRACTS.stream()
                        .map(contract -> selectClass(contract))
                        .toList());
        assertThat(failed(events)).isEmpty();
        assertThat(events.skipped().count()).isZero();
        assertThat(events.succeeded().count()).isGreaterThanOrEqualTo(250);
        assertThat(events.succeeded().stream()
                        .map(event -> test(event.getTestDescriptor()))
                        .distinct()
                        .count())
                .isGreaterThanOrEqualTo(80);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void eachFaultIsFound(Fault fault) {
        assertThat(failed(run(Optional.of(fault), named(fault.foundBy(), Planted.CONTRACTS))))
                .containsExactlyInAnyOrderElementsOf(fault.foundBy());
    }

    @Test
    void aFailureShowsTheClauseTheKeyAndBothValues() {
        assertThat(messages(Fault.UNKNOWN_KEY_IS_EMPTY, Planted.Store.class, "anUnknownKeyHasNoValue"))
                .containsExactly(
                        "[wasi:keyvalue/store@0.2.0-draft, bucket.get, unnamed: \"The value of a key, or nothing if the key is"
                                + " not there.\", of the key \"unknown\"]; expected: \"nothing\"; but was: \"0 bytes\"",
                        "[wasi:keyvalue/store@0.2.0-draft, bucket.get, named \"contract\": \"The value of a key, or nothing if"
                                + " the key is not there.\", of the key \"unknown\"]; expected: \"nothing\"; but was: \"0"
                                + " bytes\"");
        assertThat(messages(Fault.COUNTER_IN_8_BYTES, Planted.Atomics.class, "aCounterIsItsDigits"))
                .containsExactly(
                        "[wasi:keyvalue@0.2.0-draft, unnamed: \"A counter is stored as its decimal digits in ASCII,"
                                + " after a minus sign if it is negative.\", of the key \"n\"]; expected: \"1 byte 39 \"9\"\"; but"
                                + " was: \"8 bytes 0000000000000009"
                                + " \"\\u{0}\\u{0}\\u{0}\\u{0}\\u{0}\\u{0}\\u{0}\\u{9}\"\"");
        assertThat(messages(Fault.STORES_ARE_ONE, Planted.Names.class, "twoStoresUnderTwoNamesShareNothing"))
                .containsExactly("[wasi:keyvalue@0.2.0-draft, named \"main\": \"Two stores share nothing, and which one"
                        + " answers is decided by the import's name alone.\", of the key \"key\"]; expected: \"nothing\"; but"
                        + " was: \"6 bytes 6c6566742773 \"left's\"\"");
    }

    @Test
    void aFailureOfAListingIsShort() {
        assertThat(messages(Fault.LISTS_FIRST_PAGE_ONLY, Planted.Store2.class, "tenThousandKeysAreListedToTheEnd"))
                .first()
                .isEqualTo(
                        "[wasi:keyvalue/store@0.2.0-draft2, key-response.cursor, unnamed: \"Where the next page begins;"
                                + " nothing after the last.\", keys that are missing]; expected: \"none\"; but was: \"9000:"
                                + " \"key1000\", \"key1001\", \"key1002\", \"key1003\", \"key1004\", …\"");
    }

    @Test
    void aFailureShowsTheErrorOrWhatWasThrown() {
        assertThat(messages(Fault.DELETE_OF_UNKNOWN_FAILS, Planted.Store2.class, "toDeleteAnUnknownKeyIsNoError"))
                .first()
                .isEqualTo(
                        "[wasi:keyvalue/store@0.2.0-draft2, bucket.delete, unnamed: \"Removes a key; if it is not there,"
                                + " nothing happens.\"] expected a result, found the error other(\"there is no key unknown\")");
        assertThat(messages(Fault.EMPTY_KEY_THROWS, Planted.Store.class, "theEmptyKeyIsAKey"))
                .first()
                .isEqualTo(
                        "[wasi:keyvalue/store@0.2.0-draft, bucket.get, unnamed: \"The value of a key, or nothing if the key"
                                + " is not there.\"] expected a result, found thrown: java.lang.IllegalArgumentException: no key");
        assertThat(messages(Fault.SWAP_ALWAYS, Planted.Cas2.class, "whatWasChangedIsNotSwapped"))
                .containsExactly(
                        "[wasi:keyvalue/atomics@0.2.0-draft2, cas-error.cas-failed, unnamed: \"Someone else changed"
                                + " the value first. The new handle stands for the value as it is now.\"] expected cas-failed, found a"
                                + " result");
    }
}

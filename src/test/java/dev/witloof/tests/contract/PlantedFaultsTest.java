package dev.witloof.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** The contracts find what is wrong with a store, and say which clause is broken. */
final class PlantedFaultsTest {

    private static Events run(Optional<Fault> fault, List<Class<?>> contracts) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
        contracts.forEach(contract -> kit.selectors(selectClass(contract)));
        fault.ifPresent(which -> kit.configurationParameter(Planted.FAULT, which.name()));
        return kit.execute().testEvents();
    }

    private static TreeSet<String> failed(Events events) {
        return events.failed().stream()
                .map(event -> test(event.getTestDescriptor()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String test(TestDescriptor descriptor) {
        return ((MethodSource) descriptor.getSource().orElseThrow()).getMethodName();
    }

    private static List<String> messages(Fault fault, Class<?> contract, String test) {
        return run(Optional.of(fault), List.of(contract)).failed().stream()
                .filter(event -> test(event.getTestDescriptor()).equals(test))
                .map(PlantedFaultsTest::message)
                .toList();
    }

    private static String message(Event event) {
        return String.valueOf(event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow()
                .getMessage());
    }

    @Test
    void withoutAFaultEveryTestOfTheContractsSucceeds() {
        Events events = run(Optional.empty(), Planted.CONTRACTS);
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
        assertThat(failed(run(Optional.of(fault), Planted.CONTRACTS))).containsAll(fault.foundBy());
    }

    @Test
    void aFailureNamesTheClauseAndWhatWasFound() {
        assertThat(messages(Fault.UNKNOWN_KEY_IS_EMPTY, Planted.Store.class, "anUnknownKeyHasNoValue"))
                .containsExactly("x");
        assertThat(messages(Fault.DELETE_OF_UNKNOWN_FAILS, Planted.Store2.class, "toDeleteAnUnknownKeyIsNoError"))
                .containsExactly("x");
        assertThat(messages(Fault.EMPTY_KEY_THROWS, Planted.Store.class, "theEmptyKeyIsAKey"))
                .containsExactly("x");
        assertThat(messages(Fault.COUNTER_IN_8_BYTES, Planted.Atomics.class, "aCounterIsItsDigits"))
                .containsExactly("x");
        assertThat(messages(Fault.SWAP_ALWAYS, Planted.Cas2.class, "whatWasChangedIsNotSwapped"))
                .containsExactly("x");
        assertThat(messages(Fault.STORES_ARE_ONE, Planted.Names.class, "twoStoresUnderTwoNamesShareNothing"))
                .containsExactly("x");
    }
}

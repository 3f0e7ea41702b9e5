package dev.witloof.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.witloof.messaging.service.MessagingBackend;
import dev.witloof.testkit.contract.MessagingContract;
import dev.witloof.testkit.contract.MessagingGuestContract;
import dev.witloof.testkit.contract.TestedMessaging;
import dev.witloof.testkit.contract.WasiMessagingContract;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** The contracts find what is wrong with messaging, and say which sentence is broken. */
final class PlantedMessagingFaultsTest {

    private static final String FAULT = "messaging.fault";
    private static final List<Class<?>> CONTRACTS = List.of(Interfaces.class, Wasi.class, Guest.class);

    /** What all of the contracts here test. */
    @ExtendWith(Planting.class)
    interface Faulty extends TestedMessaging {

        Fault fault();

        @Override
        default MessagingBackend fresh() {
            return new FaultyMessaging(fault().planted);
        }

        /** What is lost is not waited for so long. */
        @Override
        default Duration patience() {
            return Duration.ofMillis(500);
        }

        @Override
        default MessagingBackend again(MessagingBackend messaging) {
            return fault().planted
                            .filter(MessagingFault.ANOTHER_HEARS_NOTHING::equals)
                            .isPresent()
                    ? fresh()
                    : messaging;
        }
    }

    /** The fault of one test. */
    static final class Fault {
        private Optional<MessagingFault> planted = Optional.empty();
    }

    /** Plants the fault that the run was started with. */
    static final class Planting implements TestInstancePostProcessor {
        @Override
        public void postProcessTestInstance(Object test, ExtensionContext context) {
            ((Faulty) test).fault().planted =
                    context.getConfigurationParameter(FAULT).map(MessagingFault::valueOf);
        }
    }

    static final class Interfaces extends MessagingContract implements Faulty {
        private final Fault fault = new Fault();

        @Override
        public Fault fault() {
            return fault;
        }
    }

    static final class Wasi extends WasiMessagingContract implements Faulty {
        private final Fault fault = new Fault();

        @Override
        public Fault fault() {
            return fault;
        }
    }

    static final class Guest extends MessagingGuestContract implements Faulty {
        private final Fault fault = new Fault();

        @Override
        public Fault fault() {
            return fault;
        }
    }

    private static Events run(MessagingFault fault) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        for (Class<?> contract : CONTRACTS) {
            for (Class<?> each = contract; each != null; each = each.getSuperclass()) {
                for (Method method : each.getDeclaredMethods()) {
                    if (fault.foundBy().contains(method.getName()) && method.isAnnotationPresent(Test.class)) {
                        selectors.add(selectMethod(contract, method));
                    }
                }
            }
        }
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectors.toArray(DiscoverySelector[]::new))
                .configurationParameter(FAULT, fault.name())
                .execute()
                .testEvents();
    }

    private static TreeSet<String> failed(Events events) {
        return events.failed().stream()
                .map(event ->
                        ((MethodSource) event.getTestDescriptor().getSource().orElseThrow()).getMethodName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource
    void eachFaultIsFound(MessagingFault fault) {
        assertThat(failed(run(fault))).containsExactlyInAnyOrderElementsOf(fault.foundBy());
    }

    private static List<String> messages(MessagingFault fault) {
        return run(fault).failed().stream()
                .map(PlantedMessagingFaultsTest::message)
                .toList();
    }

    private static String message(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow()
                .getMessage()
                .replaceAll("\\s*\\R\\s*", "; ");
    }

    @Test
    void aFailureSaysWhatIsPromised() {
        assertThat(messages(MessagingFault.LATE_IS_OTHER))
                .hasSize(2)
                .first()
                .isEqualTo(
                        "[wasi:messaging@0.2.0-draft, unnamed: \"A request ends within its time; without a reply by then it"
                                + " fails, with timeout where the interface has that.\"]; expected: \"timeout\"; but was: \"other\"");
        assertThat(messages(MessagingFault.THROWS_WHEN_CLOSED))
                .hasSize(4)
                .first()
                .isEqualTo(
                        "[wasmcloud:messaging@0.2.0, unnamed: \"What cannot be done is the interface's own error, with a"
                                + " text; nothing else is thrown.\"] expected the interface's own error, found thrown:"
                                + " java.lang.IllegalStateException: closed");
    }
}

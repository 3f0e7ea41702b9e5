package dev.witloof.tests.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs tests of contracts by themselves, over stores with a fault. */
final class PlantedRun {

    private PlantedRun() {}

    /**
     * What came of it.
     *
     * @param parameter the configuration parameter that names the fault
     */
    static Events run(String parameter, Optional<? extends Enum<?>> fault, List<? extends DiscoverySelector> tests) {
        EngineTestKit.Builder kit =
                EngineTestKit.engine("junit-jupiter").selectors(tests.toArray(DiscoverySelector[]::new));
        fault.ifPresent(which -> kit.configurationParameter(parameter, which.name()));
        return kit.execute().testEvents();
    }

    /** The tests of these names, in whichever contracts have them. */
    static List<DiscoverySelector> named(List<String> names, List<Class<?>> contracts) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        for (Class<?> contract : contracts) {
            for (Class<?> each = contract; each != null; each = each.getSuperclass()) {
                for (Method method : each.getDeclaredMethods()) {
                    if (names.contains(method.getName()) && method.isAnnotationPresent(Test.class)) {
                        selectors.add(selectMethod(contract, method));
                    }
                }
            }
        }
        return selectors;
    }

    static TreeSet<String> failed(Events events) {
        return events.failed().stream()
                .map(event -> test(event.getTestDescriptor()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String test(TestDescriptor descriptor) {
        return ((MethodSource) descriptor.getSource().orElseThrow()).getMethodName();
    }

    /** What the tests that failed said, each in a line. */
    static List<String> messages(Events events) {
        return events.failed().stream().map(PlantedRun::message).toList();
    }

    private static String message(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow()
                .getMessage()
                .replaceAll("\\s*\\R\\s*", "; ");
    }
}

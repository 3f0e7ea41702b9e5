package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.link.ResourceFlow.Origin;
import dev.witloof.type.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds resources that two imports have as two Java types, neither of which is the other: what one of them gives, the other could
 * not take. So it is where an interface whose streams are those of one library is bound beside {@code wasi:io/streams} of another.
 */
final class JavaResources {

    private JavaResources() {}

    /** The findings about the resources of one component's imports. */
    static List<Finding> of(ResourceFlow flow, List<Planned> planned) {
        List<Finding> findings = new ArrayList<>();
        flow.origins().forEach((resource, origin) -> findings.addAll(of(resource, origin, planned)));
        return findings;
    }

    private static List<Finding> of(ResourceType resource, Origin origin, List<Planned> planned) {
        List<Finding> findings = new ArrayList<>();
        Planned first = null;
        for (Planned each : planned) {
            Class<?> type = type(each, resource);
            if (type == null) {
                continue;
            }
            if (first == null) {
                first = each;
                continue;
            }
            Class<?> known = type(first, resource);
            if (known != null && !known.isAssignableFrom(type) && !type.isAssignableFrom(known)) {
                findings.add(finding(origin, first, known, each, type));
            }
        }
        return findings;
    }

    private static @Nullable Class<?> type(Planned planned, ResourceType resource) {
        // Resource types are equal where the resource behind them is the same, however they came to the import.
        return planned.served().stream()
                .flatMap(served -> served.resources().entrySet().stream())
                .filter(entry -> entry.getKey().equals(resource))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Finding finding(Origin origin, Planned first, Class<?> known, Planned other, Class<?> type) {
        return new Finding(
                        Problem.Kind.SPLIT_RESOURCE,
                        other.subject(),
                        List.of(
                                "its " + origin.label() + " is the Java type " + type.getCanonicalName(),
                                first.need().name() + ", bound to "
                                        + first.bound().servedBy() + ", has it as " + known.getCanonicalName()
                                        + ", and neither is the other"),
                        other.bound().declaredAt(),
                        Optional.of("bind both to Java interfaces that share the type"))
                .of(other.need());
    }
}

package dev.witloof.tests.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.witloof.tests.architecture.PackageOrder.Library;
import dev.witloof.tests.architecture.PackageOrder.Module;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds compiled classes against the order; static and fully qualified uses count like imported ones. */
final class PackageRules {

    static final String ROOT = "dev.witloof.";

    private final PackageOrder order;

    PackageRules(PackageOrder order) {
        this.order = order;
    }

    /** One sentence for each class of a module that uses what it may not, in order. */
    List<String> violations(String folder, JavaClasses classes) {
        Module module = order.module(folder);
        return classes.stream()
                .flatMap(from -> violations(module, from))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> violations(Module module, JavaClass from) {
        String origin = packageOf(from);
        if (!module.packages().contains(origin)) {
            return Stream.of(from.getName() + ": its package is not listed in " + module.folder());
        }
        return from.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .filter(target -> !target.isPrimitive())
                .flatMap(target -> why(module, origin, target).stream()
                        .map(reason -> topLevel(from) + " uses " + target.getName() + ": " + reason));
    }

    private Optional<String> why(Module module, String origin, JavaClass target) {
        if (target.getPackageName().startsWith(ROOT)) {
            return whyOurs(module, origin, packageOf(target));
        }
        if (isUnder(target, "java") || isUnder(target, "org.jspecify.annotations")) {
            return Optional.empty();
        }
        Optional<Library> library = module.libraries().stream()
                .filter(candidate -> isUnder(target, candidate.prefix()))
                .findFirst();
        if (library.isEmpty()) {
            return Optional.of("no library of " + module.folder());
        }
        List<String> onlyIn = library.get().onlyIn();
        return onlyIn.isEmpty() || onlyIn.contains(origin)
                ? Optional.empty()
                : Optional.of("only " + String.join(", ", onlyIn) + " may");
    }

    private Optional<String> whyOurs(Module module, String origin, String target) {
        if (target.equals(origin)) {
            return Optional.empty();
        }
        int at = module.packages().indexOf(target);
        if (at >= 0) {
            return at < module.packages().indexOf(origin)
                    ? Optional.empty()
                    : Optional.of(target + " comes after " + origin);
        }
        Optional<Module> other = order.holding(target);
        if (other.isEmpty()) {
            return Optional.of(target + " is not listed");
        }
        return module.uses().contains(other.get().folder())
                ? Optional.empty()
                : Optional.of(module.folder() + " may not use " + other.get().folder());
    }

    private static boolean isUnder(JavaClass target, String prefix) {
        return (target.getPackageName() + ".").startsWith(prefix + ".");
    }

    private static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
    }

    private static String topLevel(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}

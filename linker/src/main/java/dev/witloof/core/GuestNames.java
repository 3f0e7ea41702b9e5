package dev.witloof.core;

import com.dylibso.chicory.wasm.types.NameCustomSection;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names in a module's name section, found again by the name of the classes that its functions were compiled to:
 * that is all that a stack trace tells. Modules of the same bytes share their names and live as long as one of them.
 */
final class GuestNames {

    /** The package of all compiled guest code. */
    static final String PACKAGE = "dev.witloof.guest.";

    private static final String FUNCTION_CLASS = "FuncGroup_";
    private static final String FUNCTION_METHOD = "func_";
    private static final Map<String, WeakReference<GuestNames>> BY_CLASS = new HashMap<>();

    private final int imports;
    private final @Nullable NameCustomSection names;

    private GuestNames(int imports, @Nullable NameCustomSection names) {
        this.imports = imports;
        this.names = names;
    }

    /** The names of the module that is compiled to {@code className}; the caller keeps them reachable. */
    static synchronized GuestNames of(String className, int imports, @Nullable NameCustomSection names) {
        WeakReference<GuestNames> known = BY_CLASS.get(className);
        GuestNames present = known == null ? null : known.get();
        if (present == null) {
            BY_CLASS.values().removeIf(each -> each.get() == null);
            present = new GuestNames(imports, names);
            BY_CLASS.put(className, new WeakReference<>(present));
        }
        return present;
    }

    private static synchronized @Nullable GuestNames find(String className) {
        WeakReference<GuestNames> known = BY_CLASS.get(className);
        return known == null ? null : known.get();
    }

    /** The name of the function, without the module's. */
    Optional<String> function(int index) {
        return names == null ? Optional.empty() : Optional.ofNullable(names.nameOfFunction(index));
    }

    /** The function as a frame names it: {@code module!function}, {@code func[7]} where no name is known. */
    String frame(int index) {
        String module =
                names == null ? "" : names.moduleName().map(name -> name + "!").orElse("");
        return module + function(index).orElse("func[" + index + "]");
    }

    /** The guest's function that a Java frame is the compiled form of; empty if it is none, or an import's stub. */
    static Optional<String> frame(StackTraceElement element) {
        String className = element.getClassName();
        int group = className.lastIndexOf(FUNCTION_CLASS);
        if (!className.startsWith(PACKAGE)
                || group < 0
                || !element.getMethodName().startsWith(FUNCTION_METHOD)) {
            return Optional.empty();
        }
        int index = Integer.parseInt(
                element.getMethodName(),
                FUNCTION_METHOD.length(),
                element.getMethodName().length(),
                10);
        GuestNames names = find(className.substring(0, group));
        if (names == null) {
            return Optional.of("func[" + index + "]");
        }
        return index < names.imports ? Optional.empty() : Optional.of(names.frame(index));
    }
}

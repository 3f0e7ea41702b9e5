package dev.witloof.core;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The static methods that a module's functions were compiled to, found by their names in the compiler's classes:
 *
 * <pre>{@code
 *   class <module>FuncGroup_0 { public static R func_12(<args>, Memory, Instance) ... }
 * }</pre>
 *
 * <p>They are the same for all instances of the module, so each is looked up once.
 */
final class CompiledFunctions {

    private final String className;
    private final Map<Integer, Optional<MethodHandle>> found = new ConcurrentHashMap<>();

    CompiledFunctions(String className) {
        this.className = className;
    }

    /**
     * The method of one function, with the memory and the instance as its last parameters; empty if the compiler gave it
     * another form, as it does for more parameters than a method can have.
     *
     * @param machine the machine of any instance of the module
     */
    Optional<MethodHandle> method(int index, MethodType exact, Class<?> machine) {
        return found.computeIfAbsent(index, each -> find("func_" + index, exact, machine.getClassLoader()));
    }

    private Optional<MethodHandle> find(String name, MethodType exact, ClassLoader loader) {
        MethodType type = exact.appendParameterTypes(Memory.class, Instance.class);
        for (int group = 0; ; group++) {
            Class<?> functions;
            try {
                functions = Class.forName(className + "FuncGroup_" + group, false, loader);
            } catch (ClassNotFoundException noMoreGroups) {
                return Optional.empty();
            }
            try {
                // The classes are not public; as classes of an unnamed module they are open to this one.
                return Optional.of(MethodHandles.privateLookupIn(functions, MethodHandles.lookup())
                        .findStatic(functions, name, type));
            } catch (NoSuchMethodException inAnotherGroup) {
                continue;
            } catch (IllegalAccessException sealedOff) {
                return Optional.empty();
            }
        }
    }
}

package dev.witloof.core;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The classes that a module was compiled to, each defined, and checked by the virtual machine, when it is first needed:
 * of a large module a first call needs few.
 */
final class CompiledClasses extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> undefined;

    /** Classes by name; the library that they call is the engine's. */
    CompiledClasses(Map<String, byte[]> classes) {
        super(MachineFactoryCompiler.class.getClassLoader());
        this.undefined = new ConcurrentHashMap<>(classes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = undefined.remove(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /**
     * Defines and checks all of them.
     *
     * @throws LinkageError if the virtual machine refuses one
     */
    void defineAll() {
        for (String name : List.copyOf(undefined.keySet())) {
            try {
                Class.forName(name, true, this);
            } catch (ClassNotFoundException e) {
                throw new NoClassDefFoundError(name);
            }
        }
    }

    /** What makes the machine of an instance: the constructor of the main class. */
    Function<Instance, Machine> machines(String mainClass) {
        MethodHandle constructor;
        try {
            constructor = MethodHandles.publicLookup()
                    .findConstructor(loadClass(mainClass), MethodType.methodType(void.class, Instance.class))
                    .asType(MethodType.methodType(Machine.class, Instance.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(mainClass + ": expected a machine with a constructor for an instance", e);
        }
        return instance -> machine(constructor, instance);
    }

    private static Machine machine(MethodHandle constructor, Instance instance) {
        try {
            return (Machine) constructor.invokeExact(instance);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable checked) {
            throw new IllegalStateException("a constructor without checked exceptions threw one", checked);
        }
    }
}

package dev.witloof.host;

import dev.witloof.value.ResourceValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adapters in a hidden class, which goes when nothing uses it any more. */
final class HiddenAdapters extends Adapters {

    private final InterfaceShape shape;
    private final @Nullable ImportCode imports;
    private final @Nullable MethodHandle exports;

    private HiddenAdapters(InterfaceShape shape, @Nullable ImportCode imports, @Nullable MethodHandle exports) {
        this.shape = shape;
        this.imports = imports;
        this.exports = exports;
    }

    /**
     * The adapters of an interface.
     *
     * @param direction which way its parameters go
     * @return empty where no class can be made that can use everything that it must
     */
    static Optional<Adapters> of(InterfaceShape shape, Direction direction) {
        Optional<MethodHandles.Lookup> home = Home.of(shape.type(), shape.classes());
        if (home.isEmpty()) {
            return Optional.empty();
        }
        MethodHandles.Lookup lookup = home.get();
        try {
            if (direction == Direction.LIFT) {
                MethodHandles.Lookup made = lookup.defineHiddenClass(ImportWriter.write(lookup, shape), true);
                Object code = made.findConstructor(made.lookupClass(), MethodType.methodType(void.class))
                        .asType(MethodType.methodType(Object.class))
                        .invoke();
                return Optional.of(new HiddenAdapters(shape, (ImportCode) code, null));
            }
            MethodHandles.Lookup made = lookup.defineHiddenClass(ExportWriter.write(lookup, shape), true);
            MethodType constructor =
                    MethodType.methodType(void.class, ExportedFunction[].class, Object[].class, ResourceValue.class);
            return Optional.of(new HiddenAdapters(
                    shape,
                    null,
                    made.findConstructor(made.lookupClass(), constructor)
                            .asType(constructor.changeReturnType(Object.class))));
        } catch (UnsupportedOperationException e) {
            // A virtual machine that makes no classes at run time.
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("adapters of " + shape.type().getName() + ": " + e, e);
        }
    }

    @Override
    public Class<?> type() {
        return shape.type();
    }

    @Override
    public List<String> functions() {
        return shape.names();
    }

    @Override
    public List<String> instances() {
        return shape.accessors().stream().map(InterfaceShape.Accessor::name).toList();
    }

    @Override
    public long[] call(int function, Object implementation, IncomingCall in, long[] flat) {
        return Objects.requireNonNull(imports).call(function, implementation, in, flat);
    }

    @Override
    public Object export(ExportedFunction[] functions, Object[] instances, @Nullable ResourceValue handle) {
        try {
            return (Object) Objects.requireNonNull(exports).invokeExact(functions, instances, handle);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("adapters of " + shape.type().getName() + ": " + e, e);
        }
    }
}

package dev.witloof.host;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The hidden classes for the records and variants of one interface: one for each that is met, however often. */
final class ValueCodes {

    private final boolean allowed;
    private final Map<List<ValueWriter.Alternative>, Optional<ValueCode>> made = new HashMap<>();

    /**
     * None yet.
     *
     * @param kind whether classes may be made
     */
    ValueCodes(AdapterKind kind) {
        this.allowed = kind == AdapterKind.HIDDEN_CLASSES;
    }

    /** The code for a record or the cases of a variant; empty where none can be made. */
    synchronized Optional<ValueCode> of(Class<?> type, List<ValueWriter.Alternative> alternatives) {
        return allowed ? made.computeIfAbsent(alternatives, each -> make(type, each)) : Optional.empty();
    }

    private static Optional<ValueCode> make(Class<?> type, List<ValueWriter.Alternative> alternatives) {
        boolean isPublic = alternatives.stream()
                .allMatch(each -> Modifier.isPublic(each.constructor().getModifiers()) || !Reach.isPublic(each.type()));
        if (!isPublic) {
            return Optional.empty();
        }
        Stream<Class<?>> used = alternatives.stream()
                .flatMap(each -> Stream.concat(
                        Stream.<Class<?>>of(each.type()), each.shapes().stream().<Class<?>>map(Shape::java)));
        return Home.of(type, used).map(lookup -> {
            try {
                MethodHandles.Lookup code =
                        lookup.defineHiddenClass(ValueWriter.write(lookup, type, alternatives), true);
                return (ValueCode) code.findConstructor(code.lookupClass(), MethodType.methodType(void.class))
                        .asType(MethodType.methodType(Object.class))
                        .invoke();
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("adapters of " + type.getName() + ": " + e, e);
            }
        });
    }
}

package dev.witloof.link;

import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * See {@link Backend#and}.
 *
 * @param first whose answer goes before
 * @param second the other
 */
record JoinedBackend(Backend first, Backend second) implements Backend {

    @Override
    public String description() {
        return first.description() + " and " + second.description();
    }

    @Override
    public List<Offer> offers() {
        return Stream.concat(first.offers().stream(), second.offers().stream()).toList();
    }

    @Override
    public List<Class<?>> serves() {
        return both(first.serves(), second.serves());
    }

    @Override
    public List<Class<?>> sharedResources() {
        return both(first.sharedResources(), second.sharedResources());
    }

    private static List<Class<?>> both(List<Class<?>> first, List<Class<?>> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    @Override
    public Optional<String> remedy(ImportRef importRef) {
        return first.remedy(importRef).or(() -> second.remedy(importRef));
    }

    @Override
    public Started start(List<ImportRef> imports) throws Exception {
        return start(imports, new Connections());
    }

    @Override
    public Started start(List<ImportRef> imports, Connections connections) throws Exception {
        List<ImportRef> ofFirst = new ArrayList<>();
        List<ImportRef> ofSecond = new ArrayList<>();
        imports.forEach(importRef -> (isOfSecond(importRef) ? ofSecond : ofFirst).add(importRef));
        if (ofSecond.isEmpty()) {
            return first.start(imports, connections);
        }
        if (ofFirst.isEmpty()) {
            return second.start(imports, connections);
        }
        Started started = first.start(ofFirst, connections);
        try {
            return new Joined(started, second.start(ofSecond, connections), List.copyOf(ofSecond));
        } catch (Throwable failure) {
            try {
                started.close();
            } catch (Throwable closing) {
                failure.addSuppressed(closing);
            }
            throw failure;
        }
    }

    /** The better version decides, else the order. */
    private boolean isOfSecond(ImportRef importRef) {
        if (importRef.interfaceName().isEmpty()) {
            return first.serves().isEmpty() && first.offers().isEmpty();
        }
        InterfaceName wanted = importRef.interfaceName().get();
        List<InterfaceName> names = new ArrayList<>(Bindings.interfaces(first));
        int ofFirst = names.size();
        names.addAll(Bindings.interfaces(second));
        return Resolution.best(wanted, names)
                .map(best -> names.indexOf(best) >= ofFirst)
                .orElse(false);
    }

    @SuppressWarnings("try") // as those of the backends themselves
    private record Joined(Started first, Started second, List<ImportRef> ofSecond) implements Started {

        @Override
        public Object implementation(ImportRef importRef) throws Exception {
            return (ofSecond.contains(importRef) ? second : first).implementation(importRef);
        }

        @Override
        public void check() throws Exception {
            first.check();
            second.check();
        }

        @Override
        public void close() throws Exception {
            try {
                second.close();
            } catch (Throwable failure) {
                try {
                    first.close();
                } catch (Throwable another) {
                    failure.addSuppressed(another);
                }
                throw failure;
            }
            first.close();
        }
    }
}

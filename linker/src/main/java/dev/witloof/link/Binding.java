package dev.witloof.link;

import dev.witloof.instance.HostFunction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What an embedder's resolver answers for one import, with the reason, which the plan shows. */
public final class Binding {

    private final Target target;
    private final Optional<String> reason;
    private final List<Wrapper> wrappers;

    private Binding(Target target, Optional<String> reason, List<Wrapper> wrappers) {
        this.target = target;
        this.reason = reason;
        this.wrappers = wrappers;
    }

    private static Binding of(Target target) {
        return new Binding(target, Optional.empty(), List.of());
    }

    /** The import is served by a backend. */
    public static Binding of(Backend backend) {
        return of(new Target.OfBackend(Objects.requireNonNull(backend, "backend")));
    }

    /** The imported instance or function is served by an object of a Java interface; see {@link BindingBuilder#to(Class, Object)}. */
    public static <T> Binding of(Class<T> type, T implementation) {
        return of(new Target.OfInterface(type, Objects.requireNonNull(implementation, "implementation")));
    }

    /** The imported instance is served by these functions. */
    public static Binding of(Functions functions) {
        return of(new Target.OfFunctions(Objects.requireNonNull(functions, "functions")));
    }

    /** The imported function is served by this one. */
    public static Binding ofFunction(HostFunction function) {
        return of(new Target.OfFunction(Objects.requireNonNull(function, "function"), Optional.empty()));
    }

    /** The same with the reason for it, such as {@code tenant directory}; never a secret, because plans print it. */
    public Binding because(String why) {
        return new Binding(target, Optional.of(why), wrappers);
    }

    /** The same with these around its functions, inside those that it has. */
    public Binding wrap(Wrapper... outermostFirst) {
        return new Binding(
                target,
                reason,
                Stream.concat(wrappers.stream(), Stream.of(outermostFirst)).toList());
    }

    Target target() {
        return target;
    }

    List<Wrapper> wrappers() {
        return wrappers;
    }

    Optional<String> reason() {
        return reason.map(Text::plain);
    }
}

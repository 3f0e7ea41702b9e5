package dev.witloof.link;

import dev.witloof.instance.HostFunction;
import java.util.Objects;
import java.util.Optional;

/** What an embedder's resolver answers for one import, with the reason, which the plan shows. */
public final class Binding {

    private final Target target;
    private final Optional<String> reason;

    private Binding(Target target, Optional<String> reason) {
        this.target = target;
        this.reason = reason;
    }

    /** The import is served by a backend. */
    public static Binding of(Backend backend) {
        return new Binding(new Target.OfBackend(backend), Optional.empty());
    }

    /** The imported instance or function is served by an object of a Java interface; see {@link BindingBuilder#to(Class, Object)}. */
    public static <T> Binding of(Class<T> type, T implementation) {
        Target target = new Target.OfInterface(type, Objects.requireNonNull(implementation, "implementation"));
        return new Binding(target, Optional.empty());
    }

    /** The imported instance is served by these functions. */
    public static Binding of(Functions functions) {
        return new Binding(new Target.OfFunctions(functions), Optional.empty());
    }

    /** The imported function is served by this one. */
    public static Binding ofFunction(HostFunction function) {
        return new Binding(new Target.OfFunction(function, Optional.empty()), Optional.empty());
    }

    /** The same with the reason for it, such as {@code tenant directory}; never a secret, because plans print it. */
    public Binding because(String why) {
        return new Binding(target, Optional.of(why));
    }

    Target target() {
        return target;
    }

    Optional<String> reason() {
        return reason.map(Text::plain);
    }
}

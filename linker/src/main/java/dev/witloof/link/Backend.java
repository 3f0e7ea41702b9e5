package dev.witloof.link;

import dev.witloof.name.ImportRef;
import java.util.List;
import java.util.Optional;

/**
 * A service that can stand behind imports, and its life: it is described and checked when planning, opened by
 * {@link #start}, and closed with the last deployment that holds it. The same backend may stand behind any number of imports,
 * named and unnamed; it is then started once for all of them.
 *
 * <p>Until {@code start} is called a backend opens nothing.
 *
 * <p>What it can be is told as Java interfaces ({@link #serves()}), or as names and types of functions on untyped values
 * ({@link #offers()}).
 */
public interface Backend {

    /**
     * What plans and reports call it, such as {@code in-memory key-value}; never a secret. By default the class's simple
     * name.
     */
    default String description() {
        return Text.simpleName(getClass(), "a backend");
    }

    /**
     * The interfaces that it can be, known without opening anything and always the same. An import of an interface is
     * checked against the offer of that interface when planning; a plain import with no interface behind it against
     * whichever offer fits. A backend that offers nothing can be bound to any import and is checked only when it is
     * started.
     */
    default List<Offer> offers() {
        return List.of();
    }

    /**
     * The Java interfaces that it can be, known without opening anything and always the same; each says with
     * {@link dev.witloof.host.WitInterface} for which WIT interface it stands. They are compared with the imports when
     * planning, and {@link Started#implementation} then gives an object of the one in question. What a backend serves goes
     * before what it {@linkplain #offers() offers}.
     */
    default List<Class<?>> serves() {
        return List.of();
    }

    /**
     * Of the interfaces that it {@linkplain #serves() serves}, those whose resources it also takes from other backends that say
     * this, because they are the same objects whoever made them. By default a backend knows no resources but its own, and a
     * component that would pass it others is not linked.
     */
    default List<Class<?>> sharedResources() {
        return List.of();
    }

    /**
     * Of the interfaces that it {@linkplain #serves() serves} the one for an import, which is compared with the import and of
     * which {@link Started#implementation} then gives an object; empty if none is.
     */
    default Optional<Class<?>> serving(ImportRef importRef) {
        return Served.choose(serves(), importRef);
    }

    /**
     * What to write where this backend is made, so that it serves an import that it does not serve now; empty if nothing would
     * help. Reports say it of imports that nothing serves.
     */
    default Optional<String> remedy(ImportRef importRef) {
        return Optional.empty();
    }

    /**
     * Opens the backend; called once for each deployment.
     *
     * <p>It may give several deployments of one linker the same object, which is then closed with the last of them; a start
     * does not run while that happens, so what is still open may be given again. {@link #shared()} does so for any number of
     * linkers.
     *
     * @param imports the imports that it will serve, in the component's order; never empty
     * @return what was opened; it is closed with the deployment, or the last deployment, that holds it
     * @throws Exception if it cannot be opened; whatever was opened until then is for this method to close
     */
    Started start(List<ImportRef> imports) throws Exception;

    /**
     * The same for a backend whose connections are shared with others of the same settings: a linker calls this method. By
     * default it shares nothing, and is {@link #start(List)}; whoever overrides it lets that one call it with connections of
     * its own.
     *
     * @param connections what the backends of the linker have open together
     */
    default Started start(List<ImportRef> imports, Connections connections) throws Exception {
        return start(imports);
    }

    /**
     * A backend that is both. Of an interface that both serve, the better version answers, else this one. Only what serves an
     * import is started.
     */
    default Backend and(Backend other) {
        return new JoinedBackend(this, other);
    }

    /**
     * The same backend with an interceptor around each function, inside all wrappers of its binding. It is a backend of its own,
     * with a start of its own.
     */
    default Backend around(Interceptor interceptor) {
        return new InterceptedBackend(this, interceptor);
    }

    /**
     * The same backend, open only once for all deployments, of whatever linker, that the returned object is bound in: it is
     * started with the first and closed with the last. Calling this again gives a backend that is shared anew.
     *
     * <p>It is started with the imports of that first deployment; {@link Started#implementation} is then also asked for those
     * of others, so what it starts must not depend on knowing them beforehand. A start that fails leaves nothing
     * behind, and the next deployment tries again.
     */
    default Backend shared() {
        return new SharedBackend(this);
    }

    /** A backend that has been opened. Its functions may be called by any number of threads. */
    @SuppressWarnings("try") // close may well be interrupted; the deployment that calls it keeps the interrupt
    interface Started extends AutoCloseable {

        /**
         * What serves one import, asked once for each: an object of the Java interface that {@link Backend#serves()} has for
         * it, a {@link PerInstance} that makes such objects, or a {@link Functions}.
         *
         * @param importRef one of those that {@link Backend#start} was given
         * @throws Exception if it cannot be had; the start then fails
         */
        Object implementation(ImportRef importRef) throws Exception;

        /**
         * Asks what was opened whether it can serve, by one request at most, within the time that its calls have. By default
         * it can.
         *
         * @throws Exception if it cannot
         */
        default void check() throws Exception {}

        /**
         * Closes what was opened; called once, when the last deployment that holds it is closed. By default there is nothing
         * to close.
         */
        @Override
        default void close() throws Exception {}
    }
}

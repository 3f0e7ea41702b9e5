package dev.witloof.link;

import dev.witloof.instance.Call;
import dev.witloof.instance.HostFunction;
import dev.witloof.name.ImportRef;
import dev.witloof.type.FuncType;
import java.util.List;
import java.util.Map;

/**
 * Stands around the functions of a binding: {@code bind("cache").to(…).wrap(outer, inner)}. It is asked once for each function
 * when an instance is made, with all there is to know about it, and gives the function that is called instead; when a guest
 * calls, nothing is asked or looked up any more. A function with a wrapper around it goes by untyped values, whatever serves it;
 * one that all wrappers leave as it is goes its own way, at no cost.
 *
 * <p>The drop of a resource that Java serves is seen too, as the function {@code [resource-drop]bucket} whose one argument is
 * the object; {@link Call#isResourceDrop} tells it. (A resource of another component's instance is dropped there, unseen.)
 *
 * <p>One wrapper serves all instances of all deployments, on any number of threads. What it counts for one of them only, it keeps
 * in what {@link #forDeployment} or {@link #forInstance} gives.
 *
 * @see Interceptor
 */
public interface Wrapper {

    /** What the plan calls it, such as {@code retry 3 times}; never a secret. */
    String description();

    /**
     * What is called instead of a function.
     *
     * @param call the import and the function
     * @param type the function's type
     * @param next the function itself, or what stands inside this wrapper; it throws what the backend throws. It may be called
     *     any number of times, by the thread that called what this gives
     * @return what is called by the guest; {@code next} itself leaves the function as it is
     */
    HostFunction wrap(Call call, FuncType type, HostFunction next);

    /** Called once for each import of a deployment, when it is started: the wrapper for its instances. */
    default Wrapper forDeployment(ImportRef importRef) {
        return this;
    }

    /** Called once for each import of an instance, before any {@link #wrap}: the wrapper for the instance. */
    default Wrapper forInstance(ImportRef importRef) {
        return this;
    }

    /**
     * Why it cannot stand around an import, a sentence each; asked when planning, and then a problem of the plan.
     *
     * @param functions the types of the import's functions, by their names
     */
    default List<String> problems(ImportRef importRef, Map<String, FuncType> functions) {
        return List.of();
    }
}

package dev.witloof.testkit;

import dev.witloof.instance.HostFunction;
import dev.witloof.link.Functions;
import dev.witloof.link.Linker;
import dev.witloof.name.ImportRef;
import dev.witloof.name.Nearest;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Stands for one import of a component. It knows the import's functions from the component; a call that no {@linkplain #on
 * stub} is for fails the test at once.
 *
 * <pre>{@code
 * MockResource bucket = cache.resource("bucket");
 * cache.on("open").with("hot").returns(bucket);
 * cache.on("[method]bucket.get").with("ada").returns(some(bytes));
 * …
 * cache.called("[method]bucket.set").never();
 * }</pre>
 *
 * <p>May be used by any number of threads.
 */
public final class Mock {

    private final ImportRef importRef;
    private final CallLog log;
    private final Map<String, MockedFunction> functions = new LinkedHashMap<>();
    private final List<String> resourceTypes = new ArrayList<>();
    private final List<MockResource> resources = new ArrayList<>();
    private final Faults faults = new Faults();
    private final boolean isFunction;

    Mock(ImportRef importRef, ExternDecl imported, CallLog log) {
        this.importRef = importRef;
        this.log = log;
        this.isFunction = imported.type() instanceof FuncType;
        List<ExternDecl> decls =
                imported.type() instanceof InstanceType instance ? instance.exports() : List.of(imported);
        for (ExternDecl each : decls) {
            if (each.type() instanceof FuncType type) {
                functions.put(each.name(), new MockedFunction(this, each.name(), type));
            } else if (each.type() instanceof TypeBound bound && bound.type() instanceof ResourceType) {
                resourceTypes.add(each.name());
            }
        }
    }

    /** The name of the import. */
    public String name() {
        return importRef.name();
    }

    /** The import, with what stands beside its name. */
    public ImportRef importRef() {
        return importRef;
    }

    /** Whether there is anything to mock: an import may be of types only. */
    boolean isEmpty() {
        return functions.isEmpty() && resourceTypes.isEmpty();
    }

    /**
     * Begins a stub for all calls of a function.
     *
     * @param function the function's name, such as {@code [method]bucket.get}; of an import that is a function, its own name
     * @throws IllegalArgumentException if the import has no such function; the message lists those that it has
     */
    public Stub on(String function) {
        return function(function).stub(Places.caller());
    }

    MockedFunction function(String name) {
        MockedFunction found = functions.get(name);
        if (found == null) {
            throw new IllegalArgumentException("import \"" + name() + "\": expected one of its functions, "
                    + String.join(", ", functions.keySet()) + "; found \"" + name + "\""
                    + Nearest.to(name, functions.keySet())
                            .map(near -> ". Did you mean \"" + near + "\"?")
                            .orElse(""));
        }
        return found;
    }

    /**
     * Begins a stub with a Java interface that stands for the import: the call is made on it.
     *
     * <pre>{@code
     * sessions.when(Store.class, store -> store.open("main")).returns(bucket);
     * sessions.when(Store.Bucket.class, bucket -> bucket.get("ada")).returns(Optional.of(bytes));
     * }</pre>
     *
     * @param type the interface, or that of one of its resources
     * @param call one call of it, whose arguments are the ones that are stubbed
     * @throws IllegalArgumentException if the import has no function for the method, or the arguments do not fit
     */
    public <T, R> TypedStub<R> when(Class<T> type, TypedCall<T, R> call) {
        String place = Places.caller();
        return new TypedStub<>(TypedCalls.stub(this, type, call, place));
    }

    Map<String, MockedFunction> functions() {
        return functions;
    }

    /** A resource of this import, for a stub to give out. Messages call it {@code bucket 1}, {@code bucket 2} and so on. */
    public MockResource resource(String type) {
        return resource(type, String.valueOf(resources.size() + 1));
    }

    /**
     * A resource of this import, for a stub to give out.
     *
     * @param type the resource's name
     * @param label what messages call it
     * @throws IllegalArgumentException if the import has no such resource
     */
    public synchronized MockResource resource(String type, String label) {
        if (!resourceTypes.contains(type)) {
            throw new IllegalArgumentException("import \"" + name() + "\": expected one of its resources, "
                    + String.join(", ", resourceTypes) + "; found \"" + type + "\"");
        }
        MockResource resource = new MockResource(name(), type, label);
        resources.add(resource);
        return resource;
    }

    /**
     * What calls of a function are to be checked.
     *
     * @param function the function's name
     * @throws IllegalArgumentException if the import has no such function
     */
    public Called called(String function) {
        MockedFunction found = function(function);
        return new Called(this, Arguments.any(function, found.type()), Places.caller());
    }

    /** All calls of this import so far. */
    public List<Invocation> calls() {
        return log.calls().stream()
                .filter(each -> each.importName().equals(name()))
                .toList();
    }

    /** Lets every n-th call end with a trap, whatever is stubbed; 1 is every call. */
    public Mock failEvery(int n) {
        faults.failEvery(n, null);
        return this;
    }

    /**
     * Lets every n-th call fail with an error of the interface, whatever is stubbed.
     *
     * @param error as {@link Stub#fails} takes it
     */
    public Mock failEvery(int n, Object error) {
        faults.failEvery(n, error);
        return this;
    }

    /** Lets every call take so long, in real time. */
    public Mock latency(Duration delay) {
        faults.latency(delay);
        return this;
    }

    Faults faults() {
        return faults;
    }

    CallLog log() {
        return log;
    }

    synchronized List<MockResource> resources() {
        return List.copyOf(resources);
    }

    List<Stub> stubs() {
        return functions.values().stream()
                .flatMap(each -> each.stubs().stream())
                .toList();
    }

    synchronized void clear() {
        functions.values().forEach(MockedFunction::clear);
        resources.clear();
        faults.clear();
    }

    /** Binds the import to this mock. */
    void bindTo(Linker.Builder linker) {
        bindTo(linker, this::function);
    }

    /** Binds the import to functions that are told apart by name. */
    void bindTo(Linker.Builder linker, Function<String, HostFunction> serving) {
        if (isFunction) {
            linker.bind(name()).toFunction(serving.apply(name()));
            return;
        }
        MockBackend backend = new MockBackend(Functions.of(f -> {
            functions.keySet().forEach(each -> f.function(each, serving.apply(each)));
            resourceTypes.forEach(type -> f.resource(type, this::dropped));
        }));
        if (importRef.isNamed()) {
            linker.bind(name()).to(backend);
        } else {
            linker.bindInterface(name()).to(backend);
        }
    }

    private void dropped(Object resource) {
        if (resource instanceof MockResource mocked) {
            mocked.drop();
        }
    }

    /** {@code mock of import "cache", …}. */
    @Override
    public String toString() {
        return "mock of " + importRef;
    }
}

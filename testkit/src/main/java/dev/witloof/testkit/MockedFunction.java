package dev.witloof.testkit;

import dev.witloof.instance.Call;
import dev.witloof.instance.HostFunction;
import dev.witloof.layout.TypePredicates;
import dev.witloof.name.Nearest;
import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.OwnType;
import dev.witloof.type.ResultType;
import dev.witloof.type.ValType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One function of a mocked import. */
final class MockedFunction implements HostFunction {

    private final Mock mock;
    private final String name;
    private final FuncType type;
    private final boolean givesResources;
    private final boolean takesResources;
    private final List<Stub> stubs = new ArrayList<>();

    MockedFunction(Mock mock, String name, FuncType type) {
        this.mock = mock;
        this.name = name;
        this.type = type;
        this.givesResources = type.result().map(MockedFunction::holdsHandles).orElse(false);
        this.takesResources = type.params().stream().map(LabelledType::type).anyMatch(MockedFunction::holdsHandles);
    }

    /** Whether values of the type can hold handles that are owned, and so change hands. */
    static boolean holdsHandles(ValType type) {
        return TypePredicates.contains(type, OwnType.class::isInstance);
    }

    String name() {
        return name;
    }

    FuncType type() {
        return type;
    }

    /** Whether a stub needs no answer: the function returns nothing, or its success has no value. */
    boolean mayReturnNothing() {
        return type.result()
                .map(each -> each instanceof ResultType result && result.ok().isEmpty())
                .orElse(true);
    }

    synchronized Stub stub(String place) {
        Stub stub = new Stub(this, Arguments.any(name, type), place);
        stubs.add(0, stub);
        return stub;
    }

    synchronized List<Stub> stubs() {
        return List.copyOf(stubs);
    }

    synchronized void clear() {
        stubs.clear();
    }

    @Nullable
    Object fitResult(@Nullable Object result) {
        if (type.result().isEmpty()) {
            if (result == null) {
                return null;
            }
            throw new IllegalArgumentException(name + ": expected no result, found " + result);
        }
        try {
            return Fitting.fit(type.result().get(), result);
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException(name + ", result: " + unfit.getMessage(), unfit);
        }
    }

    @Override
    public @Nullable Object call(Call call, Object[] args) throws Exception {
        Invocation invocation = mock.log().begin(mock.name(), name, type, args);
        if (takesResources) {
            for (int i = 0; i < args.length; i++) {
                Fitting.fit(type.params().get(i).type(), args[i], MockedFunction::dropped);
            }
        }
        try {
            Object result = mock.faults().around(this, invocation, this::answer);
            if (givesResources) {
                Fitting.fit(type.result().orElseThrow(), result, MockedFunction::opened);
            }
            invocation.returned(result);
            return result;
        } catch (MockFailure failure) {
            throw failure;
        } catch (Exception | Error thrown) {
            invocation.failed("trap: " + (thrown.getMessage() == null ? thrown.toString() : thrown.getMessage()));
            throw thrown;
        }
    }

    private static Object opened(Object resource) {
        if (resource instanceof MockResource mocked) {
            mocked.open();
        }
        return resource;
    }

    private static Object dropped(Object resource) {
        if (resource instanceof MockResource mocked) {
            mocked.drop();
        }
        return resource;
    }

    private @Nullable Object answer(Invocation invocation) throws Exception {
        Stub stub = find(invocation.raw());
        if (stub == null) {
            invocation.failed("not stubbed");
            String message = unexpected(invocation);
            mock.log().unexpected(message);
            throw new MockFailure(message);
        }
        return fitResult(stub.answer(invocation));
    }

    private synchronized @Nullable Stub find(Object[] args) {
        for (int i = 0; i < stubs.size(); i++) {
            Stub stub = stubs.get(i);
            if (stub.arguments().match(args)) {
                return stub;
            }
        }
        return null;
    }

    private String unexpected(Invocation invocation) {
        return "import \"" + mock.name() + "\": " + invocation.call() + " was called, which is not stubbed"
                + "\n  " + nearest(invocation)
                + "\n" + mock.log().text();
    }

    /** The stub that was probably meant. */
    private String nearest(Invocation invocation) {
        Optional<Stub> same = stubs().stream()
                .max(Comparator.comparingInt(each -> each.arguments().matching(invocation.raw())));
        if (same.isPresent()) {
            return "nearest stub: " + same.get() + ", but "
                    + same.get().arguments().difference(invocation.raw());
        }
        List<String> stubbed = mock.stubs().stream()
                .map(each -> each.arguments().function())
                .distinct()
                .toList();
        if (stubbed.isEmpty()) {
            return "nothing of this import is stubbed";
        }
        String near = Nearest.to(name, stubbed).orElse(stubbed.get(0));
        return "nearest stub: "
                + mock.stubs().stream()
                        .filter(each -> each.arguments().function().equals(near))
                        .findFirst()
                        .orElseThrow();
    }
}

package dev.witloof.testkit;

import dev.witloof.instance.Component;
import dev.witloof.link.Linker;
import dev.witloof.name.ImportRef;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A mock for each import of a component, with one log of all their calls. With JUnit, {@link WitloofTest} does this:
 *
 * <pre>{@code
 * Mocks mocks = Mocks.of(component);
 * mocks.mock("audit").on("record").with("checkout: cart-42");
 * try (ComponentInstance app = mocks.bindTo(Linker.builder()).build().plan(component).instantiate()) {
 *     app.function("checkout").call("cart-42");
 *     mocks.verify();
 * }
 * }</pre>
 */
public final class Mocks {

    private final String component;
    private final CallLog log = new CallLog();
    private final Map<String, Mock> mocks = new LinkedHashMap<>();

    private Mocks(Component component) {
        this.component = component.name();
        List<ImportRef> refs = component.imports();
        List<ExternDecl> decls = component.type().imports();
        for (int i = 0; i < refs.size(); i++) {
            ExternDecl decl = decls.get(i);
            if (decl.type() instanceof FuncType || decl.type() instanceof InstanceType) {
                Mock mock = new Mock(refs.get(i), decl, log);
                if (!mock.isEmpty()) {
                    mocks.put(decl.name(), mock);
                }
            }
        }
    }

    /** Mocks for all that the component imports and can be called. */
    public static Mocks of(Component component) {
        return new Mocks(component);
    }

    /**
     * The mock of an import.
     *
     * @param importName the import's name: a plain name or an interface's
     * @throws IllegalArgumentException if there is no such import; the message lists those that there are
     */
    public Mock mock(String importName) {
        Mock mock = mocks.get(importName);
        if (mock == null) {
            throw new IllegalArgumentException(component + ": expected one of its imports, "
                    + String.join(", ", mocks.keySet()) + "; found \"" + importName + "\"");
        }
        return mock;
    }

    /** All of them, in the order of the imports. */
    public Collection<Mock> all() {
        return List.copyOf(mocks.values());
    }

    /** Binds each import to its mock. */
    public Linker.Builder bindTo(Linker.Builder linker) {
        return bindTo(linker, Set.of());
    }

    /** Binds each import to its mock, those of these names left out. */
    public Linker.Builder bindTo(Linker.Builder linker, Set<String> without) {
        mocks.forEach((name, mock) -> {
            if (!without.contains(name)) {
                mock.bindTo(linker);
            }
        });
        return linker;
    }

    /** All calls so far, of all imports, in order. */
    public List<Invocation> calls() {
        return log.calls();
    }

    /**
     * Calls came in this order, with any others between them; of any imports.
     *
     * @throws MockFailure if not
     */
    public void inOrder(Called... expected) {
        int next = 0;
        int after = 0;
        for (Invocation call : log.calls()) {
            if (next < expected.length && expected[next].matches(call)) {
                next++;
                after = call.number();
            }
        }
        if (next < expected.length) {
            throw new MockFailure("import \"" + expected[next].importName() + "\": expected " + expected[next]
                    + (after == 0 ? "" : " after call " + after) + ", found none\n" + log.text());
        }
    }

    /**
     * Nothing was called that was not stubbed, every stub was used, and no handle to a resource is left open or was dropped
     * twice. To be asked before the instance is closed, which drops what is left.
     *
     * @throws MockFailure with all that is wrong
     */
    public void verify() {
        List<String> unexpected = log.unexpected();
        if (!unexpected.isEmpty()) {
            throw new MockFailure(String.join("\n\n", unexpected));
        }
        List<String> wrong = new ArrayList<>();
        for (Mock mock : mocks.values()) {
            mock.stubs().stream()
                    .filter(Stub::isUnused)
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .forEach(stub -> wrong.add("import \"" + mock.name() + "\": the stub " + stub + " was never used"));
            mock.resources().stream()
                    .map(MockResource::complaint)
                    .filter(complaint -> !complaint.isEmpty())
                    .forEach(wrong::add);
        }
        if (!wrong.isEmpty()) {
            throw new MockFailure(String.join("\n", wrong) + "\n" + log.text());
        }
    }

    /** What was called that was not stubbed; empty if nothing was. */
    List<String> unexpected() {
        return log.unexpected();
    }

    /** Forgets all calls so far and keeps everything else: long tests then need no more memory than short ones. */
    public void forgetCalls() {
        log.clearCalls();
    }

    /** Forgets all stubs, calls, resources and faults. */
    public void reset() {
        mocks.values().forEach(Mock::clear);
        log.clear();
    }

    /** All calls of all imports, one a line, in WAVE. */
    @Override
    public String toString() {
        return log.text();
    }
}

package dev.witloof.core;

import com.dylibso.chicory.runtime.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions of other instances that one instance has met in its tables, each with a token: the number by which this
 * instance's variables refer to it, far above any function index. So a reference that is read from a table, kept in a
 * local or a global of the same instance and written to a table again keeps its owner, and calling it by
 * {@code call_ref} traps instead of calling a function of the wrong instance.
 */
final class ForeignFunctions {

    /** Above every function index, which the engine's parser limits to 1,000,000. */
    private static final int FIRST_TOKEN = 0x4000_0000;

    private final CoreModule module;
    private final List<ForeignFunction> byToken = new ArrayList<>();
    private final Map<Instance, Map<Integer, ForeignFunction>> known = new HashMap<>();
    private @Nullable Instance home;

    ForeignFunctions(CoreModule module) {
        this.module = module;
    }

    /** Told by the machine factory, the first that sees the instance: its tables are made while it is constructed. */
    void belongTo(Instance instance) {
        this.home = instance;
    }

    /** The instance whose view this is. */
    @Nullable
    Instance home() {
        return home;
    }

    /** Whether an instance is neither this one nor a gateway to another. */
    boolean isOutside(@Nullable Instance instance) {
        return instance != null && instance != home && !(instance.getMachine() instanceof ForeignFunction.Gateway);
    }

    ForeignFunction of(Instance owner, int index) {
        return known.computeIfAbsent(owner, each -> new HashMap<>()).computeIfAbsent(index, each -> {
            ForeignFunction function = new ForeignFunction(module, owner, index, FIRST_TOKEN + byToken.size());
            byToken.add(function);
            return function;
        });
    }

    @Nullable
    ForeignFunction byToken(int token) {
        int position = token - FIRST_TOKEN;
        return position >= 0 && position < byToken.size() ? byToken.get(position) : null;
    }
}

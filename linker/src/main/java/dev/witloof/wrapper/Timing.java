package dev.witloof.wrapper;

import dev.witloof.instance.Call;
import dev.witloof.instance.HostFunction;
import dev.witloof.link.Wrapper;
import dev.witloof.type.FuncType;
import java.util.Objects;

/** Tells a listener how long each call took and how it ended. */
public final class Timing implements Wrapper {

    private final CallListener listener;

    private Timing(CallListener listener) {
        this.listener = listener;
    }

    /** Tells this listener. */
    public static Timing to(CallListener listener) {
        return new Timing(Objects.requireNonNull(listener, "listener"));
    }

    @Override
    public String description() {
        return "timing";
    }

    @Override
    public HostFunction wrap(Call call, FuncType type, HostFunction next) {
        CallListener told = Objects.requireNonNull(listener.forFunction(call), "listener.forFunction");
        return (called, args) -> {
            long begin = System.nanoTime();
            Outcome outcome = Outcome.THROWN;
            try {
                Object result = next.call(called, args);
                outcome = Outcome.of(result);
                return result;
            } finally {
                told.called(call, System.nanoTime() - begin, outcome);
            }
        };
    }
}

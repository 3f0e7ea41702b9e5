package dev.witloof.wrapper;

import dev.witloof.instance.Call;

/** Is told each call when it is over, by the thread that made it. What it throws ends the guest's call. */
@FunctionalInterface
public interface CallListener {

    /**
     * A call is over.
     *
     * @param call the import and the function
     * @param nanos how long it took, in nanoseconds
     * @param outcome how it ended
     */
    void called(Call call, long nanos, Outcome outcome);

    /**
     * Asked once for each function of each instance, before any call: who is told its calls. A listener that keeps something for
     * each function finds it here, and need not look for it at each call.
     *
     * @param call the import and the function
     */
    default CallListener forFunction(Call call) {
        return this;
    }
}

package dev.witloof.wrapper;

import dev.witloof.error.LimitException;
import dev.witloof.instance.Call;
import dev.witloof.instance.HostFunction;
import dev.witloof.link.Wrapper;
import dev.witloof.name.ImportRef;
import dev.witloof.type.FuncType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * At most so many calls, or so many bytes of arguments and results, through one import: of each instance, or of all instances of
 * a deployment together. A call that would be one too many, or whose arguments are too much, is not made; one whose result is too
 * much is, and its result is withheld. Either ends the guest's call with a trap, a {@link LimitException}. The drop of a resource
 * is not counted.
 *
 * <p>Bytes are those of content: of strings as UTF-8, of numbers as many as they have; see the documentation's table.
 */
public final class Quota implements Wrapper {

    private final boolean shared;
    private final Optional<Long> calls;
    private final Optional<Long> bytes;
    private final AtomicLong callsMade = new AtomicLong();
    private final AtomicLong bytesPassed = new AtomicLong();

    private Quota(boolean shared, Optional<Long> calls, Optional<Long> bytes) {
        this.shared = shared;
        this.calls = calls;
        this.bytes = bytes;
    }

    /** For each import of each instance by itself. Says nothing yet. */
    public static Quota perInstance() {
        return new Quota(false, Optional.empty(), Optional.empty());
    }

    /** For each import of a deployment, all of its instances together. Says nothing yet. */
    public static Quota perDeployment() {
        return new Quota(true, Optional.empty(), Optional.empty());
    }

    /** The same with at most so many calls. */
    public Quota calls(long most) {
        return new Quota(shared, Optional.of(notNegative("calls", most)), bytes);
    }

    /** The same with at most so many bytes. */
    public Quota bytes(long most) {
        return new Quota(shared, calls, Optional.of(notNegative("bytes", most)));
    }

    private static long notNegative(String what, long most) {
        if (most < 0) {
            throw new IllegalArgumentException("quota: expected 0 or more " + what + ", found " + most);
        }
        return most;
    }

    @Override
    public String description() {
        return "at most" + calls.map(most -> " " + most + " calls").orElse("")
                + (calls.isPresent() && bytes.isPresent() ? " and" : "")
                + bytes.map(most -> " " + most + " bytes").orElse("")
                + (shared ? " for a deployment" : " for an instance");
    }

    @Override
    public List<String> problems(ImportRef importRef, Map<String, FuncType> functions) {
        return calls.isPresent() || bytes.isPresent() ? List.of() : List.of("expected calls or bytes, found neither");
    }

    @Override
    public Wrapper forDeployment(ImportRef importRef) {
        return new Quota(shared, calls, bytes);
    }

    @Override
    public Wrapper forInstance(ImportRef importRef) {
        return shared ? this : new Quota(false, calls, bytes);
    }

    @Override
    public HostFunction wrap(Call call, FuncType type, HostFunction next) {
        if (call.isResourceDrop()) {
            return next;
        }
        return (called, args) -> {
            if (calls.isPresent() && callsMade.incrementAndGet() > calls.get()) {
                throw exceeded(call, calls.get() + " calls", "one more");
            }
            if (bytes.isEmpty()) {
                return next.call(called, args);
            }
            pass(call, Sizes.of(args));
            Object result = next.call(called, args);
            pass(call, Sizes.of(result));
            return result;
        };
    }

    private void pass(Call call, long size) {
        long passed = bytesPassed.addAndGet(size);
        if (passed > bytes.orElseThrow()) {
            throw exceeded(call, bytes.get() + " bytes", String.valueOf(passed));
        }
    }

    private LimitException exceeded(Call call, String most, String found) {
        String whose = shared ? "the deployment's import" : "the instance's import";
        return new LimitException(
                "expected at most " + most + " through " + whose + ", found " + found,
                null,
                call.toString(),
                List.of(),
                null);
    }
}

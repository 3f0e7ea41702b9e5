package dev.witloof.wrapper;

import dev.witloof.instance.Call;
import dev.witloof.instance.HostFunction;
import dev.witloof.layout.ValTypeChildren;
import dev.witloof.link.Wrapper;
import dev.witloof.name.ImportRef;
import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.OwnType;
import dev.witloof.type.ValType;
import dev.witloof.value.EnumValue;
import dev.witloof.value.Result;
import dev.witloof.value.VariantValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls again what failed: only the functions that are listed, because only the embedder knows which may be called twice, and
 * only where they ended with an error or an exception that is listed. It waits between attempts on the thread that calls, which
 * ends when that thread is interrupted, and gives what the last attempt gave.
 *
 * <pre>{@code
 * Retry.times(2)
 *     .functions("open", "[method]bucket.get")
 *     .errors("other")
 *     .exceptions(IOException.class)
 *     .waiting(Duration.ofMillis(10), Duration.ofMillis(200))
 *     .build()
 * }</pre>
 */
public final class Retry implements Wrapper {

    private final int times;
    private final Set<String> functions;
    private final Set<String> errors;
    private final List<Class<? extends Exception>> exceptions;
    private final long firstNanos;
    private final long longestNanos;

    private Retry(Builder builder) {
        times = builder.times;
        functions = Set.copyOf(builder.functions);
        errors = Set.copyOf(builder.errors);
        exceptions = List.copyOf(builder.exceptions);
        firstNanos = builder.firstNanos;
        longestNanos = builder.longestNanos;
    }

    /**
     * As many attempts more as this, after the first.
     *
     * @throws IllegalArgumentException if it is less than one
     */
    public static Builder times(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("retry: expected at least 1 time, found " + times);
        }
        return new Builder(times);
    }

    @Override
    public String description() {
        return "retry " + times + (times == 1 ? " time" : " times");
    }

    @Override
    public List<String> problems(ImportRef importRef, Map<String, FuncType> imported) {
        List<String> problems = new ArrayList<>();
        imported.forEach((name, type) -> {
            if (functions.contains(name)
                    && type.params().stream().map(LabelledType::type).anyMatch(Retry::holdsOwned)) {
                problems.add(name + " takes what the guest gives away, so it cannot be called twice");
            }
        });
        return problems;
    }

    private static boolean holdsOwned(ValType type) {
        return type instanceof OwnType || ValTypeChildren.of(type).anyMatch(Retry::holdsOwned);
    }

    @Override
    public HostFunction wrap(Call call, FuncType type, HostFunction next) {
        return functions.contains(call.function()) ? (called, args) -> call(called, args, next) : next;
    }

    private @Nullable Object call(Call call, Object[] args, HostFunction next) throws Exception {
        long nanos = firstNanos;
        for (int again = times; again > 0; again--) {
            try {
                Object result = next.call(call, args.clone());
                if (!isListed(result)) {
                    return result;
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                if (!isListed(e)) {
                    throw e;
                }
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted before another attempt");
            }
            if (nanos > 0) {
                Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
            }
            nanos = Math.min(2 * nanos, longestNanos);
        }
        return next.call(call, args);
    }

    private boolean isListed(Exception e) {
        return exceptions.stream().anyMatch(each -> each.isInstance(e));
    }

    private boolean isListed(@Nullable Object result) {
        Object error = result instanceof Result.Err<?, ?> err ? err.error() : null;
        while (error instanceof VariantValue variant) {
            if (errors.contains(variant.label())) {
                return true;
            }
            error = variant.payloadOrNull();
        }
        return error instanceof EnumValue name && errors.contains(name.label());
    }

    /** Says what is called again, and when. */
    public static final class Builder {

        private final int times;
        private final List<String> functions = new ArrayList<>();
        private final List<String> errors = new ArrayList<>();
        private final List<Class<? extends Exception>> exceptions = new ArrayList<>();
        private long firstNanos;
        private long longestNanos;

        private Builder(int times) {
            this.times = times;
        }

        /** These functions, such as {@code [method]bucket.get}; of a function that is imported by itself, the import's name. */
        public Builder functions(String function, String... more) {
            functions.add(function);
            functions.addAll(List.of(more));
            return this;
        }

        /** Where the result is an error of one of these cases, of an enum or a variant, or of one that stands in a variant's case. */
        public Builder errors(String label, String... more) {
            errors.add(label);
            errors.addAll(List.of(more));
            return this;
        }

        /** Where an exception of this class is thrown. An {@link InterruptedException} never is: whoever interrupts wants an end. */
        public Builder exceptions(Class<? extends Exception> type) {
            exceptions.add(type);
            return this;
        }

        /**
         * Waits before the second attempt, and before each later one twice as long as before the last.
         *
         * @param first the first wait; nothing is waited without it
         * @param longest what no wait is longer than
         * @throws IllegalArgumentException if the first is negative or longer than the longest
         */
        public Builder waiting(Duration first, Duration longest) {
            if (first.isNegative() || first.compareTo(longest) > 0) {
                throw new IllegalArgumentException(
                        "retry: expected a first wait of 0 to " + longest + ", found " + first);
            }
            firstNanos = first.toNanos();
            longestNanos = longest.toNanos();
            return this;
        }

        /**
         * The wrapper.
         *
         * @throws IllegalStateException if no function, or neither error nor exception is listed
         */
        public Retry build() {
            if (functions.isEmpty()) {
                throw new IllegalStateException("retry: expected functions, found none");
            }
            if (errors.isEmpty() && exceptions.isEmpty()) {
                throw new IllegalStateException("retry: expected errors or exceptions, found none");
            }
            return new Retry(this);
        }
    }
}

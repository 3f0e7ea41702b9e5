package dev.witloof.instance;

import dev.witloof.host.ExportedFunction;
import dev.witloof.host.ExportedSignature;
import dev.witloof.host.OutgoingCall;
import dev.witloof.value.Result;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An exported function that is no guest's own, such as an import that is exported again: called with untyped values. */
final class GeneralExport extends ExportedFunction {

    private final ComponentFunction function;
    private final List<Function<@Nullable Object, @Nullable Object>> params;
    private final Function<@Nullable Object, @Nullable Object> result;
    private final boolean isEither;

    GeneralExport(ComponentFunction function, ExportedSignature signature) {
        this.function = function;
        this.params = signature.toUntyped();
        this.result = signature.fromUntyped();
        this.isEither = signature.isEither();
    }

    @Override
    public OutgoingCall begin() {
        return new Call();
    }

    private final class Call extends OutgoingCall {

        private final Object[] args = new Object[params.size()];
        private boolean isError;
        private @Nullable Object value;

        @Override
        public void put(int param, @Nullable Object argument) {
            args[param] = params.get(param).apply(argument);
        }

        @Override
        public void run() {
            value = result.apply(function.call(args));
            if (isEither) {
                isError = value instanceof Result.Err;
                value = value instanceof Result.Err<?, ?> err
                        ? err.error()
                        : value instanceof Result.Ok<?, ?> ok ? ok.value() : value;
            }
        }

        @Override
        public boolean isError() {
            return isError;
        }

        @Override
        @SuppressWarnings("unchecked") // converted to the Java type that is asked for
        public <T> T error() {
            return (T) value;
        }

        @Override
        @SuppressWarnings("unchecked") // likewise
        public <T> T result() {
            return (T) value;
        }
    }
}

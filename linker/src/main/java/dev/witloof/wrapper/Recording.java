package dev.witloof.wrapper;

import dev.witloof.instance.Call;
import dev.witloof.instance.HostFunction;
import dev.witloof.link.Wrapper;
import dev.witloof.name.ImportRef;
import dev.witloof.type.FuncType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gives each call, when it is over, to the embedder as text, with all arguments and results: whoever keeps them keeps what the
 * guest and the backend said to each other, but for results that are {@linkplain SecretResults known} to be secret. Calls of one instance come in order, those of several in whatever order they end.
 */
public final class Recording implements Wrapper {

    private final Consumer<RecordedCall> to;
    private final Handles handles = new Handles();

    private Recording(Consumer<RecordedCall> to) {
        this.to = to;
    }

    /** To this, which is called by the thread that made the call. */
    public static Recording to(Consumer<RecordedCall> to) {
        return new Recording(Objects.requireNonNull(to, "to"));
    }

    @Override
    public String description() {
        return "recording";
    }

    @Override
    public Wrapper forInstance(ImportRef importRef) {
        return new Recording(to);
    }

    @Override
    public HostFunction wrap(Call call, FuncType type, HostFunction next) {
        return (called, args) -> {
            List<String> texts = handles.texts(type, args);
            Object result;
            try {
                result = next.call(called, args);
            } catch (Throwable thrown) {
                to.accept(new RecordedCall(
                        call.importRef(),
                        call.function(),
                        texts,
                        Optional.empty(),
                        Optional.of(thrown.getClass().getName())));
                throw thrown;
            }
            Optional<String> shown =
                    SecretResults.isOf(call) ? Optional.of(SecretResults.HIDDEN) : handles.text(type, result);
            to.accept(new RecordedCall(call.importRef(), call.function(), texts, shown, Optional.empty()));
            if (call.isResourceDrop()) {
                handles.dropped(args[0]);
            }
            return result;
        };
    }
}

package dev.witloof.type;

import java.util.Optional;

/**
 * The outcome of something that can fail.
 *
 * @param ok the type of the value on success, if there is one
 * @param error the type of the value on failure, if there is one
 */
public record ResultType(Optional<ValType> ok, Optional<ValType> error) implements ValType {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.result(this);
    }

    /** The type as WIT writes it. */
    @Override
    public String toString() {
        if (error.isPresent()) {
            return "result<" + ok.map(Object::toString).orElse("_") + ", " + error.get() + ">";
        }
        return ok.map(t -> "result<" + t + ">").orElse("result");
    }
}

package dev.witloof.policy;

import dev.witloof.type.EnumType;
import dev.witloof.type.FuncType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ResultType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import dev.witloof.value.EnumValue;
import dev.witloof.value.Result;
import dev.witloof.value.VariantValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a function says in its interface's own words that something is so. Looked for in the error of its result, in this order:
 *
 * <ol>
 *   <li>an enum, or a variant, that has one of the given names as a case without payload, or with a string, which is then the
 *       name too; of several names the first that is there;
 *   <li>a variant of which the payload of a case is such an enum or variant, at any depth; of several the first;
 *   <li>a string, which is then the first of the names;
 *   <li>an error that says nothing.
 * </ol>
 *
 * <p>Every other error says something else, and a function without a result that can fail says nothing.
 */
public final class OwnError {

    /** That access is denied: {@code access-denied}, in {@code wasi:filesystem} {@code access}, in {@code wasi:http} {@code HTTP-request-denied}. */
    public static final OwnError ACCESS_DENIED =
            new OwnError(List.of("access-denied", "access", "HTTP-request-denied"));

    /** That it took too long: {@code timeout}, in {@code wasi:http} {@code connection-timeout}. */
    public static final OwnError TIMEOUT = new OwnError(List.of("timeout", "connection-timeout"));

    private final List<String> names;

    private OwnError(List<String> names) {
        this.names = names;
    }

    /** What a function of this type returns to say it, as an untyped value; empty if it cannot say it. */
    public Optional<Object> of(FuncType type) {
        if (!(type.result().orElse(null) instanceof ResultType result)) {
            return Optional.empty();
        }
        if (result.error().isEmpty()) {
            return Optional.of(Result.err(null));
        }
        ValType error = result.error().get();
        Object value = error == PrimitiveType.STRING ? names.get(0) : in(error);
        return value == null ? Optional.empty() : Optional.of(Result.err(value));
    }

    private @Nullable Object in(ValType error) {
        if (error instanceof EnumType enumeration) {
            return names.stream()
                    .filter(enumeration.labels()::contains)
                    .findFirst()
                    .map(EnumValue::of)
                    .orElse(null);
        }
        return error instanceof VariantType variant ? in(variant) : null;
    }

    private @Nullable Object in(VariantType variant) {
        for (String name : names) {
            for (VariantType.Case each : variant.cases()) {
                if (each.label().equals(name) && each.type().isEmpty()) {
                    return VariantValue.of(name);
                }
                if (each.label().equals(name) && each.type().get() == PrimitiveType.STRING) {
                    return VariantValue.of(name, name);
                }
            }
        }
        for (VariantType.Case each : variant.cases()) {
            Object inner = each.type().map(this::in).orElse(null);
            if (inner != null) {
                return VariantValue.of(each.label(), inner);
            }
        }
        return null;
    }
}

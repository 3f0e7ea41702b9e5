package dev.witloof.host;

import dev.witloof.abi.Conversion;
import dev.witloof.abi.PreparedLift;
import dev.witloof.abi.Scalar;
import dev.witloof.abi.TypedLift;
import dev.witloof.abi.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The Java types of an exported function. */
public final class ExportedSignature {

    private final FunctionShape shape;
    private volatile @Nullable Prepared prepared;

    ExportedSignature(FunctionShape shape) {
        this.shape = shape;
    }

    private record Prepared(PreparedLift lift, TypedLift typed) {}

    /** Whether all that travels are scalars and primitives. */
    public boolean isScalar() {
        return shape.params().stream().allMatch(each -> each.scalar() != null)
                && shape.result().failure() == null
                && (shape.result().value() == null || shape.result().scalar() != null);
    }

    /** Whether the result is told by returning or throwing. */
    public boolean isEither() {
        return shape.result().failure() != null;
    }

    /** The scalars among the parameters; {@code null} where one is none. */
    public @Nullable Scalar[] scalars() {
        return shape.scalars();
    }

    /** The scalar that the result, or its ok case, is; {@code null} where it is none. */
    public @Nullable Scalar result() {
        return shape.result().scalar();
    }

    /** The lifts and lowers of a function that was prepared for untyped values. */
    public TypedLift typed(PreparedLift lift) {
        Prepared last = prepared;
        if (last == null || last.lift() != lift) {
            last = new Prepared(lift, TypedLift.of(lift, shape.view()));
            prepared = last;
        }
        return last.typed();
    }

    /** From Java's values to untyped ones, for functions that are no guest's own. */
    public List<Function<@Nullable Object, @Nullable Object>> toUntyped() {
        List<Function<@Nullable Object, @Nullable Object>> all = new ArrayList<>();
        for (int i = 0; i < shape.params().size(); i++) {
            all.add(Conversion.of(
                    shape.type().params().get(i).type(), shape.params().get(i).view(), View.UNTYPED));
        }
        return all;
    }

    /** From the untyped result to Java's. */
    public Function<@Nullable Object, @Nullable Object> fromUntyped() {
        return shape.type()
                .result()
                .map(type -> Conversion.of(type, View.UNTYPED, shape.result().view()))
                .orElse(value -> null);
    }
}

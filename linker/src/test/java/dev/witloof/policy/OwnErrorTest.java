package dev.witloof.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.type.EnumType;
import dev.witloof.type.FuncType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResultType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import dev.witloof.value.EnumValue;
import dev.witloof.value.Result;
import dev.witloof.value.VariantValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnErrorTest {

    private static final VariantType KEYVALUE = variant(
            new VariantType.Case("no-such-store", Optional.empty()),
            new VariantType.Case("access-denied", Optional.empty()),
            new VariantType.Case("other", Optional.of(PrimitiveType.STRING)));

    private static VariantType variant(VariantType.Case... cases) {
        return new VariantType(List.of(cases));
    }

    private static Optional<Object> denied(ValType error) {
        return OwnError.ACCESS_DENIED.of(returning(new ResultType(Optional.empty(), Optional.of(error))));
    }

    private static FuncType returning(ValType result) {
        return FuncType.of(List.of(), Optional.of(result));
    }

    @Test
    void aCaseOfAVariantOrEnum() {
        assertThat(denied(KEYVALUE)).contains(Result.err(VariantValue.of("access-denied")));
        assertThat(denied(new EnumType(List.of("already", "access", "not-permitted"))))
                .contains(Result.err(EnumValue.of("access")));
        assertThat(denied(new EnumType(List.of("access", "access-denied"))))
                .contains(Result.err(EnumValue.of("access-denied")));
        assertThat(denied(variant(new VariantType.Case("HTTP-request-denied", Optional.empty()))))
                .contains(Result.err(VariantValue.of("HTTP-request-denied")));
        assertThat(denied(variant(new VariantType.Case("access-denied", Optional.of(PrimitiveType.STRING)))))
                .contains(Result.err(VariantValue.of("access-denied", "access-denied")));
    }

    @Test
    void aCaseInsideAVariantsCase() {
        assertThat(denied(variant(
                        new VariantType.Case("cas-failed", Optional.of(PrimitiveType.U32)),
                        new VariantType.Case("store-error", Optional.of(KEYVALUE)))))
                .contains(Result.err(VariantValue.of("store-error", VariantValue.of("access-denied"))));
    }

    @Test
    void aStringOrNothing() {
        assertThat(denied(PrimitiveType.STRING)).contains(Result.err("access-denied"));
        assertThat(OwnError.ACCESS_DENIED.of(returning(new ResultType(Optional.empty(), Optional.empty()))))
                .contains(Result.err(null));
        assertThat(OwnError.TIMEOUT.of(
                        returning(new ResultType(Optional.empty(), Optional.of(new EnumType(List.of("timeout")))))))
                .contains(Result.err(EnumValue.of("timeout")));
    }

    @Test
    void noOtherErrorIsMadeUp() {
        assertThat(denied(variant(new VariantType.Case("other", Optional.of(PrimitiveType.STRING)))))
                .isEmpty();
        assertThat(denied(variant(new VariantType.Case("access-denied", Optional.of(PrimitiveType.U32)))))
                .isEmpty();
        assertThat(denied(new EnumType(List.of("io")))).isEmpty();
        assertThat(denied(PrimitiveType.U32)).isEmpty();
        assertThat(denied(new RecordType(List.of()))).isEmpty();
        assertThat(OwnError.ACCESS_DENIED.of(returning(PrimitiveType.STRING))).isEmpty();
        assertThat(OwnError.ACCESS_DENIED.of(FuncType.of(List.of(), Optional.empty())))
                .isEmpty();
    }
}

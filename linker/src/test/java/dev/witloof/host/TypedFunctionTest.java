package dev.witloof.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.instance.ComponentInstance;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Single functions with the classes of the JDK that the table of types also accepts. */
class TypedFunctionTest {

    private static <T> T echoed(ComponentInstance app, String function, Class<T> type, T value) {
        return app.function(function, type, type).call(value);
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void classesOfTheJdkAreTaken(AdapterKind kind) {
        try (ComponentInstance app = EchoTest.echoing(kind)) {
            OptionalLong most = OptionalLong.of(4294967295L);
            assertThat(echoed(app, "option-u32", OptionalLong.class, most)).isEqualTo(most);
            assertThat(echoed(app, "option-u32", OptionalLong.class, OptionalLong.empty()))
                    .isEmpty();
            assertThat(echoed(app, "option-u32", OptionalInt.class, OptionalInt.of(-1)))
                    .hasValue(-1);
            assertThat(echoed(app, "option-f64", OptionalDouble.class, OptionalDouble.of(-0.0)))
                    .hasValue(-0.0);
            BigInteger large = new BigInteger("18446744073709551615");
            assertThat(echoed(app, "echo-u64", BigInteger.class, large)).isEqualTo(large);
            ByteBuffer bytes =
                    ByteBuffer.wrap(new byte[] {1, 2, 3, 4}).position(1).limit(3);
            assertThat(echoed(app, "list-u8", ByteBuffer.class, bytes))
                    .isEqualTo(ByteBuffer.wrap(new byte[] {2, 3}))
                    .matches(ByteBuffer::isReadOnly);
            assertThat(echoed(app, "list-string", String[].class, new String[] {"a", "é"}))
                    .containsExactly("a", "é");
        }
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void theyAreComparedWithTheFunction(AdapterKind kind) {
        try (ComponentInstance app = EchoTest.echoing(kind)) {
            assertThatThrownBy(() -> app.function("option-s64", OptionalInt.class, OptionalLong.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("option-s64, result: expected Java for option<s64>, found option<s32>");
        }
    }

    /** A class whose accessors belong to no object. */
    public static final class Origin {

        /** As a record would have it. */
        public Origin(int x, double y, String label) {}

        public static int x() {
            return 0;
        }

        public static double y() {
            return 0;
        }

        public static String label() {
            return "";
        }
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void aClassMustBeLikeARecord(AdapterKind kind) {
        try (ComponentInstance app = EchoTest.echoing(kind)) {
            String point = "echo-point, result: expected Java for record { x: s32, y: f64, label: string }, found ";
            assertThatThrownBy(() -> app.function("echo-point", Origin.class, Echo.Point.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(point + "origin");
            assertThatThrownBy(() -> app.function("echo-point", EchoAlso.Kept.class, Echo.Point.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(point + "class EchoAlso.Kept without a public constructor of its accessors' types");
        }
    }
}

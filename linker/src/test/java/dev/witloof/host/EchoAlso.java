package dev.witloof.host;

import dev.witloof.value.Result;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The same functions with the other Java types that are accepted. */
public interface EchoAlso extends EchoRest {

    /** Constants in another order, and one by another name. */
    enum Colour {
        @WitName("deep-blue")
        NAVY,
        GREEN,
        RED
    }

    /** A class that is no record. */
    final class Point {

        private final int x;
        private final double y;
        private final String label;

        public Point(int x, double y, String label) {
            this.x = x;
            this.y = y;
            this.label = label;
        }

        public int x() {
            return x;
        }

        public double y() {
            return y;
        }

        @WitName("label")
        public String text() {
            return label;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Point point
                    && x == point.x
                    && Double.compare(y, point.y) == 0
                    && label.equals(point.label);
        }

        @Override
        public int hashCode() {
            return Objects.hash(x, y, label);
        }
    }

    /** A class that others cannot make. */
    class Kept {

        protected Kept(int x, double y, String label) {}

        public int x() {
            return 0;
        }

        public double y() {
            return 0;
        }

        public String label() {
            return "";
        }
    }

    record Scalars(
            Boolean a,
            Byte b,
            byte c,
            Short d,
            short e,
            Integer f,
            int g,
            Long h,
            BigInteger i,
            Float j,
            Double k,
            Integer l) {}

    sealed interface Form permits Circle, Place, Empty, Text, Code {}

    record Circle(Double value) implements Form {}

    @WitName("at")
    record Place(Point value) implements Form {}

    record Empty() implements Form {}

    record Text(String value) implements Form {}

    record Code(byte value) implements Form {}

    record Pair(int number, String text) {}

    Boolean echoBool(Boolean value);

    Byte echoS8(Byte value);

    byte echoU8(byte value);

    Short echoS16(Short value);

    short echoU16(short value);

    Integer echoS32(Integer value);

    int echoU32(int value);

    Long echoS64(Long value);

    BigInteger echoU64(BigInteger value);

    Float echoF32(Float value);

    Double echoF64(Double value);

    Integer echoChar(Integer value);

    String echoString(String value);

    List<Boolean> listBool(List<Boolean> value);

    ByteBuffer listS8(ByteBuffer value);

    ByteBuffer listU8(ByteBuffer value);

    List<Short> listS16(List<Short> value);

    List<Integer> listU16(List<Integer> value);

    List<Integer> listS32(List<Integer> value);

    List<Long> listU32(List<Long> value);

    List<Long> listS64(List<Long> value);

    List<BigInteger> listU64(List<BigInteger> value);

    List<Float> listF32(List<Float> value);

    List<Double> listF64(List<Double> value);

    List<Integer> listChar(List<Integer> value);

    String[] listString(String[] value);

    byte[][] listBytes(byte[][] value);

    Point[] listPoint(Point[] value);

    Point echoPoint(Point value);

    Scalars echoScalars(Scalars value);

    Form echoShape(Form value);

    Colour echoColour(Colour value);

    EnumSet<Echo.Permissions> echoPermissions(EnumSet<Echo.Permissions> value);

    Pair echoTuple(Pair value);

    @Nullable
    Long optionU32(@Nullable Long value);

    @Nullable
    String optionString(@Nullable String value);

    Optional<Optional<String>> optionOption(Optional<Optional<String>> value);

    OptionalDouble optionF64(OptionalDouble value);

    OptionalLong optionS64(OptionalLong value);

    @Nullable
    Point optionPoint(@Nullable Point value);

    List<Result<Integer, String>> listResult(List<Result<Integer, String>> value);

    Map<String, Integer> echoMap(Map<String, Integer> value);

    Integer[] echoFixed(Integer[] value);

    Result<Long, Echo.ErrorCode> parse(String text);

    Result<Void, String> tryNothing(String text);

    Result<Void, Void> tryPlain(String text);
}

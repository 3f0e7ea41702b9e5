package dev.witloof.host;

import dev.witloof.value.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions of the component {@code echo}, with the Java types that the generator uses. */
public interface Echo extends EchoRest {

    enum Colour {
        RED,
        GREEN,
        DEEP_BLUE
    }

    enum Permissions {
        READ,
        WRITE,
        EXEC_ALL
    }

    enum ErrorCode {
        NO_ENTRY,
        DENIED
    }

    record Point(int x, double y, String label) {}

    record Scalars(boolean a, byte b, int c, short d, int e, int f, long g, long h, long i, float j, double k, int l) {}

    sealed interface Shape {
        record Circle(double value) implements Shape {}

        record At(Point value) implements Shape {}

        record Empty() implements Shape {}

        record Text(String value) implements Shape {}

        record Code(int value) implements Shape {}
    }

    record Nested(
            List<Point> points,
            Shape shape,
            Colour colour,
            Set<Permissions> permissions,
            Optional<Point> maybe,
            Result<Long, String> outcome,
            Tuple2<Integer, String> pair) {}

    final class ErrorCodeException extends Exception {

        private static final long serialVersionUID = 1;

        private final ErrorCode error;

        public ErrorCodeException(ErrorCode error) {
            super(error.toString());
            this.error = error;
        }

        public ErrorCode error() {
            return error;
        }
    }

    final class ShapeException extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Shape error;

        public ShapeException(Shape error) {
            super(String.valueOf(error));
            this.error = error;
        }

        public Shape error() {
            return error;
        }
    }

    boolean echoBool(boolean value);

    byte echoS8(byte value);

    int echoU8(int value);

    short echoS16(short value);

    int echoU16(int value);

    int echoS32(int value);

    long echoU32(long value);

    long echoS64(long value);

    long echoU64(long value);

    float echoF32(float value);

    double echoF64(double value);

    int echoChar(int value);

    String echoString(String value);

    boolean[] listBool(boolean[] value);

    byte[] listS8(byte[] value);

    byte[] listU8(byte[] value);

    short[] listS16(short[] value);

    short[] listU16(short[] value);

    int[] listS32(int[] value);

    int[] listU32(int[] value);

    long[] listS64(long[] value);

    long[] listU64(long[] value);

    float[] listF32(float[] value);

    double[] listF64(double[] value);

    int[] listChar(int[] value);

    List<String> listString(List<String> value);

    List<byte[]> listBytes(List<byte[]> value);

    List<Point> listPoint(List<Point> value);

    Point echoPoint(Point value);

    Scalars echoScalars(Scalars value);

    Shape echoShape(Shape value);

    Colour echoColour(Colour value);

    Set<Permissions> echoPermissions(Set<Permissions> value);

    Tuple2<Integer, String> echoTuple(Tuple2<Integer, String> value);

    Optional<Long> optionU32(Optional<Long> value);

    Optional<String> optionString(Optional<String> value);

    Optional<Optional<String>> optionOption(Optional<Optional<String>> value);

    Optional<Double> optionF64(Optional<Double> value);

    Optional<Long> optionS64(Optional<Long> value);

    Optional<Point> optionPoint(Optional<Point> value);

    List<Result<Long, String>> listResult(List<Result<Long, String>> value);

    Map<String, Long> echoMap(Map<String, Long> value);

    List<Integer> echoFixed(List<Integer> value);

    long parse(String text) throws ErrorCodeException;

    void tryNothing(String text) throws ResultException;

    void tryPlain(String text) throws ResultException;
}

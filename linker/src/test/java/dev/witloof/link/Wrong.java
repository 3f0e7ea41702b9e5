package dev.witloof.link;

import dev.witloof.host.ResultException;
import dev.witloof.host.Tuple2;
import dev.witloof.host.WitInterface;
import dev.witloof.value.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Java interfaces that differ from what they are bound to. */
public interface Wrong {

    /** Implements none of them; no report gets as far as to look. */
    final class Implementation {}

    interface Nothing {
        void gone(String value);
    }

    interface TwoStrings {
        void go(String one, String two);
    }

    interface Void {
        void go();
    }

    interface TakesInt {
        void go(int value);
    }

    interface TakesString {
        void go(String value);
    }

    interface TakesChar {
        void go(char value);
    }

    interface TakesText {
        void go(CharSequence value);
    }

    interface GivesDouble {
        double go();
    }

    interface GivesLong {
        long go();
    }

    interface GivesNullable {
        @Nullable
        String go();
    }

    enum FewColours {
        RED
    }

    interface OfFewColours {
        void go(FewColours value);
    }

    enum ManyColours {
        RED,
        DEEP_BLUE,
        GREEN
    }

    interface OfManyColours {
        void go(ManyColours value);
    }

    enum FewModes {
        READ
    }

    interface OfModes {
        void go(List<FewModes> value);
    }

    interface OfFewModes {
        void go(Set<FewModes> value);
    }

    record Turned(int y, int x) {}

    interface OfTurned {
        void go(Turned value);
    }

    record Short(int x) {}

    interface OfShort {
        void go(Short value);
    }

    record Texts(int x, String y) {}

    interface OfTexts {
        void go(Texts value);
    }

    interface OfTextList {
        void go(List<Texts> value);
    }

    interface OfMap {
        void go(Map<String, String> value);
    }

    interface OfTuple {
        void go(Tuple2<Integer, String> value);
    }

    interface Open {
        record NoSuchStore() implements Open {}
    }

    interface OfOpen {
        Open go();
    }

    sealed interface FewCases {
        record NoSuchStore() implements FewCases {}

        record Other(String value) implements FewCases {}
    }

    interface OfFewCases {
        FewCases go();
    }

    sealed interface ManyCases {
        record NoSuchStore() implements ManyCases {}

        record AccessDenied() implements ManyCases {}

        record Other(String value) implements ManyCases {}

        record Another() implements ManyCases {}
    }

    interface OfManyCases {
        ManyCases go();
    }

    sealed interface Payloads {
        record NoSuchStore(String value) implements Payloads {}

        record AccessDenied() implements Payloads {}

        record Other(int value) implements Payloads {}
    }

    interface OfPayloads {
        Payloads go();
    }

    interface OfOptional {
        Optional<String> go();
    }

    interface OfDouble {
        OptionalDouble go();
    }

    interface OfInts {
        void go(int[] value);
    }

    interface OfLists {
        void go(List<Optional<String>> value);
    }

    final class NumberException extends Exception {

        private static final long serialVersionUID = 1;

        public int error() {
            return 1;
        }
    }

    interface Throws {
        long go() throws NumberException;
    }

    interface OfResult {
        Result<String, String> go();
    }

    interface OfName {
        String go();

        void stop(String it);
    }

    interface OfTwo {
        One go();

        void stop(Two it);

        interface One {}

        interface Two {}
    }

    interface OfUnknown {
        Object go();

        void stop(Object it);
    }

    @WitInterface("wasi:blobstore/container@0.2.0-draft")
    interface Other {
        void go();
    }

    @WitInterface("wasi:keyvalue/store@0.3.0")
    interface Later {
        void go();
    }

    @WitInterface("store")
    interface Misnamed {
        void go();
    }

    /** The key-value store with a mistake in nearly every line. */
    interface Store {

        Bucket open(int identifier) throws ResultException;

        interface Bucket {

            Optional<String> get(String key) throws StoreException;

            void set(String key) throws StoreException;

            KeyResponse listKeys(Optional<Integer> cursor) throws StoreException;
        }

        record KeyResponse(Optional<Long> cursor, List<String> keys) {}

        final class StoreException extends Exception {

            private static final long serialVersionUID = 1;

            public String error() {
                return "";
            }
        }
    }

    /** An interface with a type that only its own class may use. */
    static Class<?> privateOne() {
        return Hidden.OfPoint.class;
    }

    /** Has a private member. */
    final class Hidden {

        private Hidden() {}

        private record Point(int x, int y) {}

        interface OfPoint {
            void go(Point value);
        }
    }
}

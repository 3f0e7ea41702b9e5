package dev.witloof.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interfaces that take their methods from others, name a method of {@code Object}, or let no class implement them. */
class InheritedTest {

    /** What a later interface makes of it is known there only. */
    public interface Of<T, L extends List<? extends T>> {

        T echoPoint(T value);

        L listPoint(L value);
    }

    /** In between, with one type known. */
    public interface OfPoints<L extends List<? extends Echo.Point>> extends Of<Echo.Point, L> {}

    /** All are known. */
    public interface Points extends OfPoints<List<Echo.Point>> {

        @Override
        boolean equals(Object other);

        @Override
        int hashCode();

        @Override
        String toString();
    }

    /** Two methods for one function: the annotated one is meant. */
    public interface Renamed {

        default int echoU8(int value) {
            return -value;
        }

        @WitName("echo-u8")
        int octet(int value);
    }

    /** For records of its own only. */
    public sealed interface Closed {

        int echoU8(int value);

        /** The only one. */
        record Only() implements Closed {
            @Override
            public int echoU8(int value) {
                return value;
            }
        }
    }

    /** {@code shout}, with types that are known below only. */
    public interface Change<A extends CharSequence, B extends CharSequence> {
        A up(B text);
    }

    /** Here. */
    public interface Text extends Change<String, String> {}

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void variablesOfInterfacesAreKnown(AdapterKind kind) {
        try (ComponentInstance app = EchoTest.echoing(kind)) {
            Points points = app.as(Points.class);
            Echo.Point point = new Echo.Point(1, 2, "p");
            assertThat(points.echoPoint(point)).isEqualTo(point);
            assertThat(points.listPoint(List.of(point))).containsExactly(point);
            assertThat(points).isEqualTo(points).hasToString("InheritedTest.Points of a guest");
        }
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void theyAreKnownToHostsToo(AdapterKind kind) {
        Text text = new Text() {
            @Override
            public String up(String text) {
                return text + "!";
            }
        };
        try (ComponentInstance app = Linker.builder()
                .adapters(kind)
                .bind("loud", "quiet")
                .to(Text.class, text)
                .build()
                .plan(SessionsTest.guest("c-utf16/text-utf16.wasm"))
                .instantiate()) {
            assertThat(app.as(TextTest.Both.class).join("a", "b")).isEqualTo("a!|b!");
        }
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void theAnnotatedMethodIsMeant(AdapterKind kind) {
        try (ComponentInstance app = EchoTest.echoing(kind)) {
            Renamed renamed = app.as(Renamed.class);
            assertThat(renamed.octet(200)).isEqualTo(200);
            assertThat(renamed.echoU8(200)).isEqualTo(-200);
        }
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void aSealedInterfaceIsRefused(AdapterKind kind) {
        try (ComponentInstance app = EchoTest.echoing(kind)) {
            assertThatThrownBy(() -> app.as(Closed.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("""
                            component cannot be dev.witloof.host.InheritedTest$Closed: 1 difference
                                the component gives   an interface
                                Java takes            the sealed interface dev.witloof.host.InheritedTest$Closed: declare it without "sealed"
                                declared as           interface InheritedTest.Closed""");
        }
    }
}

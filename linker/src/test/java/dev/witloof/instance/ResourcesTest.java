package dev.witloof.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.value.ResourceValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Handles of the host's resources and of the guest's, owned, borrowed, dropped, and mistaken for each other. */
class ResourcesTest {

    private final List<Object> dropped = new ArrayList<>();

    @Test
    void aJavaObjectHandedOutAndBackIsTheSameObject() {
        try (ComponentInstance app = Components.resources(dropped::add)) {
            Object thing = app.function("make").call(7L);
            assertThat(thing).isInstanceOf(long[].class);
            assertThat(app.function("get").call(thing)).isEqualTo(7L);
            app.function("keep").call(thing);
            assertThat(app.function("get-kept").call()).isEqualTo(7L);
            assertThat(dropped).isEmpty();
            app.function("drop-kept").call();
            assertThat(dropped).hasSize(1).first().isSameAs(thing);
        }
        assertThat(dropped).hasSize(1);
    }

    @Test
    void whatTheGuestStillOwnsIsGivenBackWhenItIsClosed() {
        ComponentInstance app = Components.resources(dropped::add);
        long[] thing = {3};
        app.function("keep").call((Object) thing);
        app.close();
        app.close();
        assertThat(dropped).containsExactly(thing);
    }

    @Test
    void whatTheGuestGaveAwayIsNotItsToDrop() {
        try (ComponentInstance app = Components.resources(dropped::add)) {
            app.function("keep").call((Object) new long[] {3});
            app.function("give-kept").call();
            assertThat(Components.trap(app, "drop-kept").reason()).isEqualTo("handle 1: unknown");
        }
        assertThat(dropped).isEmpty();
    }

    @Test
    void aResourceOfOneNameIsNoneOfAnother() {
        try (ComponentInstance app = Components.resources(dropped::add)) {
            app.function("keep").call((Object) new long[] {3});
            assertThat(Components.trap(app, "cross").getMessage())
                    .isEqualTo(
                            "export cross: import \"right\" [method]thing.get: handle 1: expected thing, found another"
                                    + " type called thing\n    in main!func[16]");
        }
    }

    @Test
    void aHandleCannotBeDroppedUnderAnotherName() {
        try (ComponentInstance app = Components.resources(dropped::add)) {
            app.function("keep").call((Object) new long[] {3});
            assertThat(Components.trap(app, "cross-drop").reason())
                    .isEqualTo("handle 1: expected thing, found another type called thing");
        }
    }

    @Test
    void aBorrowThatIsNotDroppedIsATrap() {
        try (ComponentInstance app = Components.resources(dropped::add)) {
            assertThat(Components.trap(app, "keep-borrow", (Object) new long[] {3})
                            .reason())
                    .isEqualTo("return: expected every borrowed handle to be dropped, found 1 that is not");
        }
    }

    @Test
    void aResourceOfTheGuestIsAHandleInJava() {
        try (ComponentInstance app = Components.resources(dropped::add)) {
            ResourceValue ticket = (ResourceValue) app.function("issue").call(12L);
            assertThat(app.function("read").call(ticket)).isEqualTo(12L);
            assertThat(app.function("last-dropped").call()).isEqualTo(0L);
            ticket.close();
            ticket.close();
            assertThat(app.function("last-dropped").call()).isEqualTo(12L);
            assertThatThrownBy(() -> app.function("read").call(ticket)).isInstanceOf(IllegalStateException.class);
            assertThat(app.function("last-dropped").call()).isEqualTo(12L);
        }
    }

    @Test
    void aTicketThatIsRedeemedIsGoneFromJava() {
        try (ComponentInstance app = Components.resources(dropped::add)) {
            ResourceValue ticket = (ResourceValue) app.function("issue").call(9L);
            assertThat(app.function("redeem").call(ticket)).isEqualTo(9L);
            assertThat(app.function("last-dropped").call()).isEqualTo(9L);
            assertThatThrownBy(() -> app.function("redeem").call(ticket)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aHandleIsOfNoUseAfterItsInstanceEnded() {
        ComponentInstance app = Components.resources(dropped::add);
        ResourceValue ticket = (ResourceValue) app.function("issue").call(9L);
        app.close();
        assertThatThrownBy(() -> app.function("read").call(ticket))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the instance is closed");
    }

    @Test
    void aCallThatIsRefusedGivesTheGuestNothing() {
        ImportValue things = new ImportValue.Resource(dropped::add, "a test");
        try (ComponentInstance app = new Store().instantiate(Components.load("two-things"), Map.of("thing", things))) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> app.function("both").call("mine", null))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("argument \"yours\": expected thing, found null");
            }
            assertThat(dropped).isEmpty();
            app.function("both").call("mine", "yours");
            assertThat(dropped).containsExactly("mine");
        }
        assertThat(dropped).containsExactly("mine");
    }
}

package dev.witloof.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class EntranceTest {

    private final Entrance entrance = new Entrance();

    @Test
    void theOneInsideMayEnterAgainAndOnlyTheOutermostLeaves() {
        assertThat(entrance.enter()).isTrue();
        assertThat(entrance.enter()).isFalse();
        entrance.leave(false);
        assertThatThrownBy(entrance::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the instance cannot be closed while a call is on the way in thread \""
                        + Thread.currentThread().getName() + "\"");
        entrance.leave(true);
        assertThat(entrance.enter()).isTrue();
    }

    @Test
    void anotherThreadStaysOutside() throws Exception {
        var other = Executors.newSingleThreadExecutor(task -> new Thread(task, "other"));
        other.submit(entrance::enter).get();
        String message = "the instance is in use by thread \"other\": one thread at a time may call it, found thread \""
                + Thread.currentThread().getName() + "\"";

        assertThatThrownBy(entrance::enter)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
        assertThatThrownBy(entrance::enterFromGuest)
                .isInstanceOf(TrapException.class)
                .hasMessage(message);
        other.submit(() -> entrance.leave(true)).get();
        assertThat(entrance.enter()).isTrue();
        other.shutdown();
    }

    @Test
    void nobodyEntersWhatIsClosedNorWhoIsClosingIt() {
        assertThat(entrance.close()).isTrue();
        assertThat(entrance.isClosed()).isTrue();
        assertThatThrownBy(entrance::enter)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the instance is closed");
        entrance.leave(true);
        assertThatThrownBy(entrance::enter)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the instance is closed");
        assertThat(entrance.close()).isFalse();
        entrance.leave(true);
    }
}

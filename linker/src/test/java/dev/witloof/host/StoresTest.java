package dev.witloof.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A guest that exports one interface with a resource under two names, seen through Java interfaces. */
class StoresTest {

    /** The exports of the world. */
    public interface Provider {

        Store hot();

        Store cold();

        Tuple2<Long, Long> live();
    }

    private static ComponentInstance provider(AdapterKind kind) {
        return Linker.builder()
                .adapters(kind)
                .build()
                .plan(SessionsTest.guest("c-stores/stores.wasm"))
                .instantiate();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void resourcesAreObjects(AdapterKind kind) throws Exception {
        try (ComponentInstance app = provider(kind)) {
            Provider exports = app.as(Provider.class);
            Store.Bucket hot = exports.hot().open("h");
            Store.Bucket cold = app.export("cold", Store.class).open("c");
            assertThat(exports.live()).isEqualTo(new Tuple2<>(1L, 1L));
            hot.set("k", bytes("v"));
            assertThat(hot.get("k").orElseThrow()).asString(UTF_8).isEqualTo("v");
            assertThat(hot.exists("k")).isTrue();
            assertThat(cold.exists("k")).isFalse();
            for (int i = 0; i < 5; i++) {
                cold.set("c" + i, bytes("v"));
            }
            assertThat(cold.listKeys(Optional.empty()))
                    .isEqualTo(new Store.KeyResponse(List.of("c0", "c1"), Optional.of(2L)));
            assertThat(cold.listKeys(Optional.of(4L)))
                    .isEqualTo(new Store.KeyResponse(List.of("c4"), Optional.empty()));
            assertThatThrownBy(() -> exports.hot().open("nope"))
                    .isInstanceOfSatisfying(
                            Store.ErrorException.class,
                            e -> assertThat(e.error()).isEqualTo(new Store.Error.NoSuchStore()));
            assertThatThrownBy(() -> cold.set("big", new byte[100_000]))
                    .isInstanceOfSatisfying(
                            Store.ErrorException.class,
                            e -> assertThat(e.error()).isEqualTo(new Store.Error.Other("entry too large: é")));
            hot.close();
            hot.close();
            assertThat(exports.live()).isEqualTo(new Tuple2<>(0L, 1L));
            assertThatThrownBy(() -> hot.get("k"))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("bucket: expected an open handle, found one that is closed");
            cold.set("still", bytes("here"));
        }
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void aResourceEndsWithItsInstance(AdapterKind kind) throws Exception {
        Store.Bucket hot;
        Store store;
        try (ComponentInstance app = provider(kind)) {
            store = app.export("hot", Store.class);
            hot = store.open("h");
        }
        assertThatThrownBy(() -> hot.exists("k"))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("the instance is closed");
        assertThatThrownBy(() -> store.open("h"))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("the instance is closed");
        hot.close();
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void theTwoNamesHaveResourcesOfTheirOwn(AdapterKind kind) throws Exception {
        try (ComponentInstance app = provider(kind)) {
            Store.Bucket hot = app.export("hot", Store.class).open("h");
            assertThatThrownBy(() -> app.instance("cold")
                            .function("[method]bucket.exists")
                            .call(((GuestResource) hot).witloofHandle(), "k"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("argument \"self\": expected bucket, found another type called bucket");
        }
    }
}

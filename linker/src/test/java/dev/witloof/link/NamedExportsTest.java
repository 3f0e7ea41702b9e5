package dev.witloof.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.host.WitInterface;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.name.ExportRef;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** L19: exports have names as well. Several handlers of one interface, each under its name, beside one without. */
class NamedExportsTest {

    private static final String COUNT = "demo:count/counter@1.2.0";
    private static final Component KV = Guests.composed("kv");

    /** The interface of all of them. */
    @WitInterface(COUNT)
    public interface Counter {
        long add(String key, long by);
    }

    /** Another interface of the same shape. */
    @WitInterface("demo:count/other@1.2.0")
    public interface Other {
        long add(String key, long by);
    }

    private static ComponentInstance instance() {
        return Linker.builder()
                .bind("log")
                .toFunction((call, args) -> null)
                .build()
                .plan(KV)
                .instantiate();
    }

    @Test
    void l19ExportsAreReflectedWithTheirNames() {
        assertThat(KV.exports())
                .extracting(ExportRef::toString)
                .containsExactly(
                        "export \"hot\", implements " + COUNT + ", external-id \"counter:hot\"",
                        "export \"cold\", implements " + COUNT,
                        "export \"" + COUNT + "\"");
        ExportRef hot = KV.exports().get(0);
        assertThat(hot.isNamed()).isTrue();
        assertThat(hot.kind()).isEqualTo("instance");
        assertThat(hot.implementsName().map(Object::toString)).contains(COUNT);
        assertThat(hot.externalId()).contains("counter:hot");
        ExportRef unnamed = KV.exports().get(2);
        assertThat(unnamed.isNamed()).isFalse();
        assertThat(unnamed.implementsName()).isEqualTo(Optional.empty());
        assertThat(unnamed.interfaceName().map(Object::toString)).contains(COUNT);
    }

    @Test
    void severalHandlersOfOneInterfaceEachUnderItsName() {
        try (ComponentInstance app = instance()) {
            Counter hot = app.export("hot", Counter.class);
            Counter cold = app.export("cold", Counter.class);
            Counter unnamed = app.export(COUNT, Counter.class);
            assertThat(hot.add("k", 1)).isEqualTo(1);
            assertThat(cold.add("k", 1)).isEqualTo(-2);
            assertThat(unnamed.add("k", 1)).isEqualTo(30);
            assertThat(app.instance("hot").function("add").call("k", 1L)).isEqualTo(4L);
            assertThat(app.instance("cold").as(Counter.class).add("k", 1)).isEqualTo(-5);
            assertThat(app.instance("hot").name()).isEqualTo("hot");
        }
    }

    @Test
    void aTrapNamesTheExport() {
        try (ComponentInstance app = instance()) {
            assertThatThrownBy(() -> app.export("cold", Counter.class).add("k", 13))
                    .isInstanceOf(TrapException.class)
                    .hasMessage("export \"cold\" add: unreachable\n    in M!add\n    in M!func[4]");
        }
    }

    @Test
    void whatIsNotThereIsSaidWithWhatIsAndTheNearest() {
        try (ComponentInstance app = instance()) {
            assertThatThrownBy(() -> app.instance("hott"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "kv: no instance \"hott\" is exported, did you mean \"hot\"? there is \"hot\", \"cold\", \""
                                    + COUNT + "\"");
            assertThatThrownBy(() -> app.export("demo:count/counter@1.3.0", Counter.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("kv: no instance \"demo:count/counter@1.3.0\" is exported, did you mean \"" + COUNT
                            + "\"? there is \"hot\", \"cold\", \"" + COUNT + "\"");
            assertThatThrownBy(() -> app.instance("admin"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("kv: no instance \"admin\" is exported; there is \"hot\", \"cold\", \"" + COUNT + "\"");
            assertThatThrownBy(() -> app.function("hot"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("kv: export \"hot\" is of kind instance, not func");
            assertThatThrownBy(() -> app.instance("hot").function("ad"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "kv, export \"hot\": no func \"ad\" is exported, did you mean \"add\"? there is \"add\"");
            assertThatThrownBy(() -> app.export("hot", Other.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("kv, export \"hot\" cannot be dev.witloof.link.NamedExportsTest$Other: expected "
                            + "demo:count/other@1.2.0, for which that stands, found demo:count/counter@1.2.0");
        }
    }

    @Test
    void nullIsSaidByName() {
        try (ComponentInstance app = instance()) {
            assertThatThrownBy(() -> app.function(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("name");
            assertThatThrownBy(() -> app.instance(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("name");
            assertThatThrownBy(() -> app.export(null, Counter.class))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("name");
            assertThatThrownBy(() -> app.export("hot", null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("type");
            assertThatThrownBy(() -> app.as(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("type");
        }
    }
}

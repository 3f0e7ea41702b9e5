package dev.witloof.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Backend;
import dev.witloof.link.Linker;
import dev.witloof.name.ImportRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A function that is imported by itself, served by a Java interface: {@code import log: func(line: string) -> u32}. */
class FunctionImportTest {

    /** The method's name is the function's. */
    public interface Log {
        long log(String line);
    }

    /** Its only method serves, whatever it is called. */
    public interface Length {
        int lengthOf(String line);

        default int twice(String line) {
            return 2 * lengthOf(line);
        }
    }

    /** Two methods, neither of which is the function by its name. */
    public interface Pair {
        long first(String line);

        long second(String line);
    }

    private static Component guest;

    @BeforeAll
    static void load() throws IOException {
        try (InputStream wasm = FunctionImportTest.class.getResourceAsStream("/instance/traps.wasm")) {
            guest = Component.load(wasm);
        }
    }

    private static Linker.Builder linker() {
        return Linker.builder()
                .bind("back")
                .toFunctions(f -> f.function("call", (call, args) -> null).function("number", (call, args) -> 'a'));
    }

    private static Object logged(Linker linker) {
        try (ComponentInstance app = linker.plan(guest).instantiate()) {
            return app.function("log").call("four");
        }
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void aMethodOfItsNameServes(AdapterKind kind) {
        List<String> lines = new ArrayList<>();
        Log log = line -> {
            lines.add(line);
            return 0xFFFF_FFFFL;
        };
        assertThat(logged(linker().adapters(kind).bind("log").to(Log.class, log).build()))
                .isEqualTo(0xFFFF_FFFFL);
        assertThat(lines).containsExactly("four");
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void anInterfaceOfOneMethodServesUnderAnyName(AdapterKind kind) {
        assertThat(logged(linker().adapters(kind)
                        .bind("log")
                        .to(Length.class, String::length)
                        .build()))
                .isEqualTo(4L);
    }

    @Test
    void aBackendServesItWithAndWithoutInterceptor() {
        Backend backend = new Backend() {
            @Override
            public List<Class<?>> serves() {
                return List.of(Log.class);
            }

            @Override
            public Started start(List<ImportRef> imports) {
                return each -> (Log) line -> line.length() + 1L;
            }
        };
        assertThat(logged(linker().bind("log").to(backend).build())).isEqualTo(5L);
        List<String> seen = new ArrayList<>();
        Backend watched = backend.around((call, args, next) -> {
            seen.add(call + " " + args[0]);
            return next.call(call, args);
        });
        assertThat(logged(linker().bind("log").to(watched).build())).isEqualTo(5L);
        assertThat(seen).containsExactly("\"log\" four");
    }

    @Test
    void whatDoesNotFitIsReportedWhenPlanning() {
        assertThatThrownBy(() -> linker().bind("log")
                        .to(Pair.class, new Pair() {
                            @Override
                            public long first(String line) {
                                return 1;
                            }

                            @Override
                            public long second(String line) {
                                return 2;
                            }
                        })
                        .build()
                        .plan(guest))
                .isInstanceOf(UnlinkableException.class)
                .hasMessageContaining("log\n"
                        + "       the component needs   func(line: string) -> u32\n"
                        + "       the backend gives     no method log in FunctionImportTest.Pair\n"
                        + "       declared as           interface FunctionImportTest.Pair");
    }
}

package dev.witloof.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A backend under an id is what it is without one. */
final class RegisteredBackendTest {

    private static final class Everything implements Backend {

        @Override
        public List<Class<?>> serves() {
            return List.of(Runnable.class, Comparable.class);
        }

        @Override
        public Optional<Class<?>> serving(ImportRef importRef) {
            return Optional.of(Comparable.class);
        }

        @Override
        public List<Class<?>> sharedResources() {
            return List.of(Runnable.class);
        }

        @Override
        public Optional<String> remedy(ImportRef importRef) {
            return Optional.of("give it more");
        }

        @Override
        public Started start(List<ImportRef> imports) {
            return importRef -> this;
        }
    }

    @Test
    void itSaysWhatTheBackendSays() {
        ImportRef any = new ImportRef("a", "instance", NameAttributes.NONE);
        RegisteredBackend registered = new RegisteredBackend("id", new Everything(), "");
        assertThat(registered.description()).isEqualTo("id");
        assertThat(registered.serves()).containsExactly(Runnable.class, Comparable.class);
        assertThat(registered.serving(any)).contains(Comparable.class);
        assertThat(registered.sharedResources()).containsExactly(Runnable.class);
        assertThat(registered.remedy(any)).contains("give it more");
    }
}

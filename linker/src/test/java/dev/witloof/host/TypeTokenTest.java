package dev.witloof.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.AnnotatedParameterizedType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypeTokenTest {

    @Test
    void keepsTheTypeWithItsArgumentsAndAnnotations() {
        TypeToken<?> token = new TypeToken<List<@Nullable Optional<String>>>() {};
        assertThat(token).hasToString("java.util.List<java.util.Optional<java.lang.String>>");
        assertThat(((AnnotatedParameterizedType) token.type()).getAnnotatedActualTypeArguments()[0].getAnnotations())
                .hasSize(1);
    }

    private static class Middle extends TypeToken<String> {}

    @Test
    void refusesWhatDoesNotSayTheType() {
        assertThatThrownBy(() -> new Middle() {})
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("type token: expected a class that directly extends TypeToken of a type, found "
                        + Middle.class.getTypeName());
    }

    @Test
    void theExceptionOfAResultSaysItsError() {
        assertThat(new ResultException("no such key")).hasMessage("no such key");
        assertThat(new ResultException(null)).hasMessage("error");
        assertThat(new ResultException(7L).error()).isEqualTo(7L);
    }
}

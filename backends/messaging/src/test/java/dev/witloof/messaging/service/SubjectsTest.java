package dev.witloof.messaging.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubjectsTest {

    @ParameterizedTest
    @CsvSource({
        "a, a, true",
        "a, b, false",
        "a, a.b, false",
        "a.b, a, false",
        "a.b, a.b, true",
        "*, a, true",
        "*, a.b, false",
        "*.b, a.b, true",
        "*.b, a.c, false",
        "a.*, a.b, true",
        "a.*, a, false",
        "a.*, a.b.c, false",
        "a.*.c, a.b.c, true",
        "a.*.c, a.b.d, false",
        ">, a, true",
        ">, a.b.c, true",
        "a.>, a, false",
        "a.>, a.b, true",
        "a.>, a.b.c, true",
        "a.>, ab.c, false",
        "*.>, a, false",
        "*.>, a.b, true",
        "ab, a, false",
        "a, ab, false",
        "größe.*, größe.ß, true"
    })
    void matches(String pattern, String subject, boolean expected) throws Exception {
        assertThat(Subjects.checkPattern(pattern)).isEqualTo(pattern);
        assertThat(Subjects.check(subject)).isEqualTo(subject);
        assertThat(Subjects.matches(pattern, subject)).isEqualTo(expected);
        assertThat(Subjects.isPattern(subject)).isFalse();
        assertThat(Subjects.isPattern(pattern)).isEqualTo(pattern.contains("*") || pattern.contains(">"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|tokens with a dot between them, found \"\"",
                ".|tokens with a dot between them, found \".\"",
                "a..b|tokens with a dot between them, found \"a..b\"",
                "a.|tokens with a dot between them, found \"a.\"",
                "'a b'|no white space and no control characters, found \"a b\""
            })
    void whatIsNeither(String text, String reason) {
        assertThatThrownBy(() -> Subjects.check(text))
                .isInstanceOf(MessagingException.class)
                .hasMessage("subject: expected " + reason);
        assertThatThrownBy(() -> Subjects.checkPattern(text))
                .isInstanceOf(MessagingException.class)
                .hasMessage("pattern: expected " + reason);
    }

    @ParameterizedTest
    @CsvSource({"*", "a.*", ">", "a.>", "a*", "a>"})
    void whatIsNoSubject(String text) {
        assertThatThrownBy(() -> Subjects.check(text))
                .hasMessage("subject: expected no * and no >, found \"" + text + "\"");
    }

    @ParameterizedTest
    @CsvSource({"a*", ">.a", "**", "a.>>", "*a.b"})
    void whatIsNoPattern(String text) {
        assertThatThrownBy(() -> Subjects.checkPattern(text))
                .hasMessage("pattern: expected * as a whole token, and > as the last one, found \"" + text + "\"");
    }

    @Test
    void whatIsTooLong() throws Exception {
        String longest = "x".repeat(Subjects.MOST_CHARACTERS);

        assertThat(Subjects.check(longest)).isEqualTo(longest);
        assertThatThrownBy(() -> Subjects.check(longest + "x"))
                .hasMessage("subject: expected at most 1024 characters, found 1025");
        assertThat(Subjects.quoted(longest)).isEqualTo("\"" + "x".repeat(100) + "…\"");
        assertThat(Subjects.quoted("a\nb")).isEqualTo("\"a\\nb\"");
    }
}

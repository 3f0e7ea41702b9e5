package dev.witloof.wit.parser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object whose form is known: a member that is not as expected is a defect of the native library. */
final class JsonObject {

    private final Map<String, Object> members;

    JsonObject(Map<String, Object> members) {
        this.members = members;
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> unexpected(name, "a text"));
    }

    Optional<String> optionalText(String name) {
        Object member = members.get(name);
        if (member == null || member instanceof String) {
            return Optional.ofNullable((String) member);
        }
        throw unexpected(name, "a text");
    }

    int number(String name) {
        return Math.toIntExact(longNumber(name));
    }

    long longNumber(String name) {
        if (members.get(name) instanceof Long number) {
            return number;
        }
        throw unexpected(name, "a number");
    }

    int numberOr(String name, int otherwise) {
        return members.containsKey(name) ? number(name) : otherwise;
    }

    boolean flag(String name) {
        Object member = members.get(name);
        if (member == null || member instanceof Boolean) {
            return Boolean.TRUE.equals(member);
        }
        throw unexpected(name, "true or false");
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** Whatever stands there: a text, a number, an object or a list. */
    Object any(String name) {
        Object member = members.get(name);
        if (member == null) {
            throw unexpected(name, "a value");
        }
        return member;
    }

    Optional<JsonObject> optionalObject(String name) {
        Object member = members.get(name);
        if (member == null || member instanceof JsonObject) {
            return Optional.ofNullable((JsonObject) member);
        }
        throw unexpected(name, "an object");
    }

    JsonObject object(String name) {
        return optionalObject(name).orElseThrow(() -> unexpected(name, "an object"));
    }

    /** The elements of a list; none where there is no such member. */
    List<?> list(String name) {
        Object member = members.get(name);
        if (member == null) {
            return List.of();
        }
        if (member instanceof List<?> list) {
            return list;
        }
        throw unexpected(name, "a list");
    }

    List<JsonObject> objects(String name) {
        return list(name).stream().map(JsonObject.class::cast).toList();
    }

    List<Integer> numbers(String name) {
        return list(name).stream().map(n -> Math.toIntExact((Long) n)).toList();
    }

    List<String> textList(String name) {
        return list(name).stream().map(String.class::cast).toList();
    }

    /** All members as text. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        members.forEach((name, member) -> texts.put(name, member.toString()));
        return texts;
    }

    private IllegalStateException unexpected(String name, String expected) {
        @Nullable Object found = members.get(name);
        return new IllegalStateException(
                "native WIT parser: \"" + name + "\": expected " + expected + ", found " + found);
    }
}

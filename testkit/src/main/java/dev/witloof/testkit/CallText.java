package dev.witloof.testkit;

import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ValType;
import dev.witloof.value.Wave;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls and values as messages show them: WAVE, long values cut. */
final class CallText {

    private static final int LONGEST = 120;

    private CallText() {}

    static String call(String function, FuncType type, Object[] arguments) {
        StringBuilder text = new StringBuilder(function).append('(');
        List<LabelledType> params = type.params();
        for (int i = 0; i < arguments.length; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(value(arguments[i], params.get(i).type()));
        }
        return text.append(')').toString();
    }

    static String value(@Nullable Object value, ValType type) {
        if (value instanceof ArgumentMatcher matcher) {
            return matcher.toString();
        }
        String text = Wave.print(value, type);
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** {@code 1 call}, {@code 2 calls}. */
    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}

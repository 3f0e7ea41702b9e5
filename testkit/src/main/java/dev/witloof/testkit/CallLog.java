package dev.witloof.testkit;

import dev.witloof.type.FuncType;
import java.util.ArrayList;
import java.util.List;

/** The calls of all mocks of a test, in the order in which they came, and what was wrong with them. */
final class CallLog {

    /** Messages need no more of the calls before. */
    private static final int MOST_SHOWN = 40;

    private final List<Invocation> calls = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();

    synchronized Invocation begin(String importName, String function, FuncType type, Object[] arguments) {
        Invocation call = new Invocation(calls.size() + 1, importName, function, type, arguments);
        calls.add(call);
        return call;
    }

    synchronized List<Invocation> calls() {
        return List.copyOf(calls);
    }

    synchronized void unexpected(String message) {
        unexpected.add(message);
    }

    synchronized List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** Forgets the calls, and not what was wrong with them. */
    synchronized void clearCalls() {
        calls.clear();
    }

    synchronized void clear() {
        calls.clear();
        unexpected.clear();
    }

    /** All calls, one a line; of many only the last. */
    synchronized String text() {
        if (calls.isEmpty()) {
            return "calls: none";
        }
        StringBuilder text = new StringBuilder("calls:");
        int from = Math.max(0, calls.size() - MOST_SHOWN);
        if (from > 0) {
            text.append("\n     ").append(CallText.count(from, "call")).append(" before");
        }
        int width = calls.stream()
                .skip(from)
                .mapToInt(each -> each.importName().length())
                .max()
                .orElse(0);
        for (Invocation each : calls.subList(from, calls.size())) {
            text.append(String.format("%n%4d  %-" + width + "s  %s", each.number(), each.importName(), each));
        }
        return text.toString().replace("\r\n", "\n");
    }
}

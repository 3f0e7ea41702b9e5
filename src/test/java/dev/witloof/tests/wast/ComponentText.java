package dev.witloof.tests.wast;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Components that a test writes as text, or has made for a world. */
public final class ComponentText {

    private ComponentText() {}

    /**
     * The binaries of a text's components, in order.
     *
     * @param text any number of {@code (component …)}, one after the other
     * @throws IllegalArgumentException if it is none
     */
    public static List<byte[]> binaries(String text) {
        List<byte[]> binaries = new ArrayList<>();
        try {
            for (Command command : ScriptLibrary.read(text.getBytes(StandardCharsets.UTF_8))) {
                binaries.add(command.binary()
                        .orElseThrow(() -> new IllegalArgumentException("line " + command.line() + ": "
                                + command.refused().orElse(command.kind()))));
            }
        } catch (UnreadableScriptException e) {
            throw new IllegalArgumentException("line " + e.line() + ": " + e.getMessage(), e);
        }
        return binaries;
    }

    /**
     * A component that imports and exports what a world does, and whose functions trap.
     *
     * @param world the world's name
     * @param witPackage its package in binary form
     * @throws IllegalArgumentException if there is none of this world
     */
    public static byte[] ofWorld(String world, byte[] witPackage) {
        return ScriptLibrary.dummy(world, witPackage);
    }
}

package dev.witloof.cli;

import dev.witloof.core.CompilationCache;
import dev.witloof.error.WitloofException;
import dev.witloof.instance.Component;
import dev.witloof.name.ExportRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a command reads: a component, or WIT as text or binary. The file {@code -} is standard input. */
final class Inputs {

    private static final byte[] MAGIC = {0, 'a', 's', 'm'};

    private Inputs() {}

    /** Loads a component. */
    static Component component(String file, Console console) throws IOException {
        return component(file, console, CompilationCache.none());
    }

    /** Loads a component that is to run, or to be compiled for it. */
    static Component component(String file, Console console, CompilationCache cache) throws IOException {
        try {
            return isStandardInput(file) ? Component.load(console.in(), cache) : Component.load(Path.of(file), cache);
        } catch (WitloofException e) {
            throw Failure.badInput(shown(file) + ": " + e.getMessage(), e);
        }
    }

    static boolean isStandardInput(String file) {
        return file.equals("-");
    }

    /** What messages call it. */
    static String shown(String file) {
        return isStandardInput(file) ? "standard input" : file;
    }

    /** Whether it is to be read as WIT text: a folder, or a file that is called so. */
    static boolean isWitText(String file) {
        return file.endsWith(".wit") || !isStandardInput(file) && Files.isDirectory(Path.of(file));
    }

    static boolean isBinary(byte[] bytes) {
        return bytes.length >= MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** Whether it is a WIT package in binary form, which is a component that has nothing but types. */
    static boolean isWitPackage(Component component) {
        return component.imports().isEmpty()
                && !component.exports().isEmpty()
                && component.exports().stream().map(ExportRef::kind).allMatch("type"::equals);
    }
}

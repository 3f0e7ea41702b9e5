package dev.witloof.examples.witimports;

import dev.witloof.name.ImportRef;
import dev.witloof.wit.WitPackages;
import dev.witloof.wit.WitWorld;
import dev.witloof.wit.parser.WitParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints the imports of each world of a WIT package: name, what it implements, external-id. Without an argument it reads
 * the WIT of the session service in C from the class path; with one, a folder of WIT, a file, or a component.
 */
public final class WitImports {

    private static final String GUEST = "guests/c-sessions/wit/";
    private static final List<String> FILES = List.of("world.wit", "deps/wasi-keyvalue/store.wit");

    private WitImports() {}

    /** Takes the folder or file to read, or nothing. */
    public static void main(String[] args) throws IOException {
        WitParser parser = WitParser.create();
        print(args.length == 0 ? parser.parse(guest()) : parser.parse(Path.of(args[0])), System.out);
    }

    /** The parser takes bytes, so a jar does as well as a folder. */
    static Map<String, byte[]> guest() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String file : FILES) {
            try (InputStream in = WitImports.class.getClassLoader().getResourceAsStream(GUEST + file)) {
                if (in == null) {
                    throw new IOException(GUEST + file + ": expected on the class path, found nothing");
                }
                files.put(file, in.readAllBytes());
            }
        }
        return files;
    }

    static void print(WitPackages wit, PrintStream out) {
        for (WitWorld world : wit.main().worlds()) {
            out.println("world " + world.fullName());
            for (ImportRef i : world.importRefs()) {
                out.println("  import      " + i.name() + (i.isNamed() ? "" : "   (unnamed)"));
                out.println("  implements  "
                        + i.implementsName().map(Object::toString).orElse("-"));
                out.println("  external-id " + i.externalId().orElse("-"));
            }
        }
    }
}

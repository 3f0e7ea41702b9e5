package dev.witloof.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.wasm.Version;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.List;

/**
 * All that the compiled code of a module depends on, as text.
 *
 * @param text a line each
 */
record CodeKey(String text) {

    /**
     * The form of the code and of its entries. To be raised with each change to what {@link ModuleCompiler} asks of the
     * engine, to what runs the code, or to {@link StoredCode}.
     */
    private static final int FORM = 1;

    /** The classes of the engine that write code or are copied into it; they tell builds of one version apart. */
    private static final List<String> WRITERS = List.of(
            "Compiler",
            "CompilerUtil",
            "Context",
            "EmitterMap",
            "Emitters",
            "Shaded",
            "ShadedRefs",
            "Shader",
            "TypeStack",
            "WasmAnalyzer");

    /**
     * The key of a module.
     *
     * @param engine what {@link #engine} says
     * @param digest the SHA-256 digest of its bytes, in hexadecimal
     */
    static CodeKey of(String engine, String digest, Execution execution) {
        return new CodeKey("witloof compiled code, form " + FORM
                + "\nengine " + engine
                + "\nfunctions of a class " + ModuleCompiler.FUNCTIONS_OF_A_CLASS
                + "\nexecution " + execution
                + "\nmodule " + digest + "\n");
    }

    /** The engine's version, and a digest of what writes code in it. */
    static String engine() {
        MessageDigest digest = Sha256.start();
        for (String writer : WRITERS) {
            try (InputStream in = MachineFactoryCompiler.class.getResourceAsStream("internal/" + writer + ".class")) {
                if (in != null) {
                    digest.update(in.readAllBytes());
                }
            } catch (IOException e) {
                // A jar that can no longer be read; the version alone has to do.
                digest.update(writer.getBytes(UTF_8));
            }
        }
        return Version.version() + " " + Sha256.hex(digest.digest());
    }

    /** The name of the entry's file. */
    String fileName() {
        return Sha256.hex(Sha256.of(text.getBytes(UTF_8))) + CacheDirectory.ENTRY;
    }
}

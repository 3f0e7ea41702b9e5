package dev.witloof.tests.wast;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import dev.witloof.error.NativeLibraryException;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The crate {@code src/test/native} as a library: the text of a script to its commands, a world to a component. */
final class ScriptLibrary {

    /** Names a library that was built elsewhere. */
    static final String PROPERTY = "witloof.wast.library";

    private static final String LIBRARY = "witloof_wast";
    private static final int WAST = 32;
    private static final int OF_WORLD = 33;
    private static final int MAGIC = 0x42544957;
    private static final int HEADER = 16;

    /** The parser recurses along nested text. */
    private static final long STACK = 64L << 20;

    private static boolean loaded;

    private ScriptLibrary() {}

    /**
     * The commands of a script, in order.
     *
     * @throws UnreadableScriptException if it is none
     * @throws NativeLibraryException if the library is not there
     */
    static List<Command> read(byte[] script) throws UnreadableScriptException {
        Reply reply = onDeepStack(WAST, script);
        switch (reply.status) {
            case 0:
                return Json.list(reply.payload).stream()
                        .map(json -> new Command((Map<?, ?>) json))
                        .toList();
            case 1:
                Map<?, ?> first = (Map<?, ?>) Json.list(reply.payload).get(0);
                throw new UnreadableScriptException((Integer) first.get("line"), (String) first.get("message"));
            case 2:
                throw new UnreadableScriptException(1, reply.text());
            default:
                throw new IllegalStateException("native library: status " + reply.status + ": " + reply.text());
        }
    }

    /**
     * A component of a world; see {@link ComponentText#ofWorld}.
     *
     * @param module the text of its core module; of none all functions trap
     */
    static byte[] ofWorld(String world, byte[] witPackage, String module) {
        byte[] name = world.getBytes(StandardCharsets.UTF_8);
        byte[] text = module.getBytes(StandardCharsets.UTF_8);
        ByteBuffer request = ByteBuffer.allocate(1 + name.length + Integer.BYTES + text.length + witPackage.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) name.length)
                .put(name)
                .putInt(text.length)
                .put(text)
                .put(witPackage);
        Reply reply = onDeepStack(OF_WORLD, request.array());
        if (reply.status != 0) {
            throw new IllegalArgumentException("world " + world + ": " + reply.text());
        }
        return reply.payload;
    }

    private static Reply onDeepStack(int operation, byte[] input) {
        load();
        FutureTask<Reply> task = new FutureTask<>(() -> call(operation, input));
        Thread thread = new Thread(null, task, "wast", STACK, false);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("native library: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Reply(int status, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    private static Reply call(int operation, byte[] input) {
        Pointer block = Functions.witloof_call(operation, input, input.length);
        if (block == null) {
            throw new OutOfMemoryError("the native library found no memory for its answer");
        }
        try {
            if (block.getInt(0) != MAGIC) {
                throw new IllegalStateException("expected a block, found 0x" + Integer.toHexString(block.getInt(0)));
            }
            return new Reply(block.getInt(4), block.getByteArray(HEADER, block.getInt(8)));
        } finally {
            Functions.witloof_free(block);
        }
    }

    private static synchronized void load() {
        if (!loaded) {
            String path = path();
            try {
                Native.register(Functions.class, NativeLibrary.getInstance(path));
            } catch (UnsatisfiedLinkError e) {
                throw new NativeLibraryException(
                        path + ": expected a library for this platform, found: " + e.getMessage(), e);
            }
            loaded = true;
        }
    }

    private static String path() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            if (!new File(named).isFile()) {
                throw missing(named + ": expected the library that -D" + PROPERTY + " names, found no file");
            }
            return new File(named).getAbsolutePath();
        }
        String resource = "native/" + System.mapLibraryName(LIBRARY);
        URL url = ScriptLibrary.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw missing("expected " + resource + " on the class path, where Maven puts it unless -Dnative.skip is"
                    + " given, or -D" + PROPERTY + "=<file>, found neither");
        }
        return Path.of(URI.create(url.toString())).toString();
    }

    private static NativeLibraryException missing(String message) {
        return new NativeLibraryException(message, null);
    }

    /** What JNA binds: two of the library's three functions. */
    private static final class Functions {

        private Functions() {}

        static native Pointer witloof_call(int operation, byte[] input, int length);

        static native void witloof_free(Pointer block);
    }
}

package dev.witloof.wit.parser;

import com.sun.jna.Pointer;
import dev.witloof.error.NativeLibraryException;
import dev.witloof.error.WitException;
import dev.witloof.error.WitException.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One call of the native library: a request in, a payload out, and an exception for whatever is no payload. */
final class NativeCall {

    private static final int MAGIC = 0x42544957;
    private static final int HEADER = 16;

    private final LibraryLoader.Loaded library;

    NativeCall(LibraryLoader.Loaded library) {
        this.library = library;
    }

    byte[] run(Operation operation, Request request) {
        Reply reply = DeepStack.call(request.size(), () -> call(operation, request.bytes()));
        return switch (reply.status) {
            case 0 -> reply.payload;
            case 1 -> throw DiagnosticsReader.exception(reply.payload);
            case 2 -> throw new IllegalArgumentException(reply.text());
            case 3 -> throw SourceFolder.tooLarge(reply.text());
            case 4 ->
                throw new NativeLibraryException(
                        library.path() + ": expected the operation " + operation + ", found: " + reply.text()
                                + ". Use the library of the version of this jar.",
                        null);
            case 5 -> throw defect(reply.text());
            default ->
                throw new NativeLibraryException(
                        library.path() + ": expected a status from 0 to 5, found " + reply.status
                                + ". Use the library of the version of this jar.",
                        null);
        };
    }

    /** What a panic becomes: the input may be to blame or not, but it was not read. */
    private static WitException defect(String text) {
        String message = "the WIT parser failed on this input, which is a defect of the parser: " + text;
        return new WitException(List.of(new Diagnostic("internal", message, "", 0, 0, 0, 0, "", List.of())));
    }

    private static Reply call(Operation operation, byte[] bytes) {
        Pointer block = NativeFunctions.witloof_call(operation.number(), bytes, bytes.length);
        if (block == null) {
            throw new OutOfMemoryError("the native WIT parser found no memory for its answer");
        }
        try {
            if (block.getInt(0) != MAGIC) {
                throw new IllegalStateException(
                        "native WIT parser: expected a block, found 0x" + Integer.toHexString(block.getInt(0)));
            }
            int length = block.getInt(8);
            if (length < 0) {
                throw new OutOfMemoryError("the native WIT parser's answer has " + Integer.toUnsignedString(length)
                        + " bytes, more than an array can hold");
            }
            return new Reply(block.getInt(4), block.getByteArray(HEADER, length));
        } finally {
            NativeFunctions.witloof_free(block);
        }
    }

    private static final class Reply {
        private final int status;
        private final byte[] payload;

        Reply(int status, byte[] payload) {
            this.status = status;
            this.payload = payload;
        }

        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }
}

package dev.witloof.abi;

/**
 * Strings from one memory to another, with the calls of {@code realloc} that the specification has for their encodings.
 * Where the bytes stay the same, they are copied; the others become a Java string in between.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: store_string_into_range</a>
 */
final class StringTransfer {

    private StringTransfer() {}

    static RangeTransfer of(StringEncoding from, StringEncoding to) {
        return switch (from) {
            case UTF8 ->
                switch (to) {
                    case UTF8 -> new Utf8();
                    case UTF16 -> new Transcoding(from, StringTranscoding::utf8ToUtf16);
                    case LATIN1_UTF16 -> new Transcoding(from, StringTranscoding::toLatin1OrUtf16);
                };
            case UTF16 ->
                switch (to) {
                    case UTF8 -> new Transcoding(from, (cx, string, length) -> StringTranscoding.toUtf8(cx, string, 3));
                    case UTF16 -> new Utf16();
                    case LATIN1_UTF16 -> new Transcoding(from, StringTranscoding::toLatin1OrUtf16);
                };
            case LATIN1_UTF16 ->
                switch (to) {
                    case UTF8 ->
                        new Transcoding(
                                from,
                                (cx, string, length) -> StringTranscoding.toUtf8(cx, string, isTagged(length) ? 3 : 2));
                    case UTF16 -> new Latin1OrUtf16(false);
                    case LATIN1_UTF16 -> new Latin1OrUtf16(true);
                };
        };
    }

    private static boolean isTagged(int length) {
        return (length & StringLoading.UTF16_TAG) != 0;
    }

    /** A new block of the target with bytes of the source. */
    private static int block(Passage passage, int begin, int byteLength, int alignment) {
        int copy = passage.target.allocate(alignment, byteLength);
        System.arraycopy(passage.from(), begin, passage.to(), copy, byteLength);
        return copy;
    }

    private static final class Utf8 extends RangeTransfer {

        @Override
        void checkRange(Passage passage, int begin, int length) {
            StringChecking.requireUtf8(passage.source, begin, length);
        }

        @Override
        long copyRange(Passage passage, int begin, int length) {
            return RangeStorer.range(block(passage, begin, length, 1), length);
        }
    }

    private static final class Utf16 extends RangeTransfer {

        @Override
        void checkRange(Passage passage, int begin, int length) {
            StringChecking.requireUtf16(passage.source, begin, length);
        }

        @Override
        long copyRange(Passage passage, int begin, int length) {
            return RangeStorer.range(block(passage, begin, 2 * length, 2), length);
        }
    }

    /** Out of Latin-1 or UTF-16, into the same or into UTF-16. */
    private static final class Latin1OrUtf16 extends RangeTransfer {

        private final boolean intoLatin1;

        Latin1OrUtf16(boolean intoLatin1) {
            this.intoLatin1 = intoLatin1;
        }

        @Override
        void checkRange(Passage passage, int begin, int length) {
            StringChecking.requireLatin1OrUtf16(passage.source, begin, length);
        }

        @Override
        long copyRange(Passage passage, int begin, int length) {
            if (isTagged(length)) {
                int units = length ^ StringLoading.UTF16_TAG;
                int copy = block(passage, begin, 2 * units, 2);
                return intoLatin1 ? probablyUtf16(passage, copy, units) : RangeStorer.range(copy, units);
            }
            return RangeStorer.range(
                    intoLatin1 ? block(passage, begin, length, 2) : widened(passage, begin, length), length);
        }

        private static int widened(Passage passage, int begin, int length) {
            int copy = passage.target.allocate(2, 2 * length);
            byte[] from = passage.from();
            byte[] to = passage.to();
            for (int i = 0; i < length; i++) {
                LittleEndian.putShort(to, copy + 2 * i, (short) (from[begin + i] & 0xFF));
            }
            return copy;
        }

        /** The end of {@code store_probably_utf16_to_latin1_or_utf16}: narrows the copy if all of it is Latin-1. */
        private static long probablyUtf16(Passage passage, int copy, int units) {
            byte[] to = passage.to();
            for (int i = 0; i < units; i++) {
                if (to[copy + 2 * i + 1] != 0) {
                    return RangeStorer.range(copy, units | StringLoading.UTF16_TAG);
                }
            }
            for (int i = 0; i < units; i++) {
                to[copy + i] = to[copy + 2 * i];
            }
            return RangeStorer.range(passage.target.reallocate(copy, 2 * units, 1, units), units);
        }
    }

    /** Stores a string as a target keeps it. */
    @FunctionalInterface
    private interface Transcoder {

        /** Stores a string of a length that the source gave it: {@link RangeStorer#range}. */
        long store(LiftLowerContext cx, String string, int length);
    }

    private static final class Transcoding extends RangeTransfer {

        private final RangeLoader loader;
        private final Transcoder transcoder;

        Transcoding(StringEncoding from, Transcoder transcoder) {
            this.loader = StringLoading.of(from);
            this.transcoder = transcoder;
        }

        @Override
        void checkRange(Passage passage, int begin, int length) {
            passage.source.countLifted("string", HeapSize.STRING);
            passage.keep(loader.load(passage.source, begin, length));
        }

        @Override
        long copyRange(Passage passage, int begin, int length) {
            return transcoder.store(passage.target, (String) passage.take(), length);
        }
    }
}

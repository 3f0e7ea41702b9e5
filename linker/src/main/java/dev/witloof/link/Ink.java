package dev.witloof.link;

/** Prints parts of a report in the colours of a terminal, or without. */
enum Ink {
    /** Text alone. */
    PLAIN {
        @Override
        void print(Colour colour, String text, StringBuilder out) {
            out.append(text);
        }
    },

    /** With the control sequences of ECMA-48, which terminals know. */
    COLOURED {
        @Override
        void print(Colour colour, String text, StringBuilder out) {
            out.append("\u001b[").append(colour.code).append('m').append(text).append("\u001b[0m");
        }
    };

    /** What parts of a report are. */
    enum Colour {
        /** What the report is about. */
        TITLE("1"),
        /** The number and kind of a problem. */
        PROBLEM("1;31"),
        /** What to write. */
        FIX("32");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }

    abstract void print(Colour colour, String text, StringBuilder out);
}

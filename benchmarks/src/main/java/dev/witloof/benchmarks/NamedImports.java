package dev.witloof.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Makes components that only import: any number of names for one interface with three functions and a resource. */
final class NamedImports {

    /** The interface that every import implements. */
    static final String STORE = "wasi:keyvalue/store@0.2.0-draft";

    private static final int STRING = 0x73;
    private static final int NOTHING = -1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int functions;

    private NamedImports() {}

    /** The name of one import. */
    static String name(int index) {
        return "tenant-" + letters(index) + "-sessions";
    }

    /** Three letters for a number, so that names differ by no digit only. */
    static String letters(int index) {
        return "" + (char) ('a' + index / 625 % 25) + (char) ('a' + index / 25 % 25) + (char) ('a' + index % 25);
    }

    /** A component with so many imports. */
    static byte[] component(int imports) {
        NamedImports made = new NamedImports();
        made.raw(0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00);
        made.section(7, instanceType());
        NamedImports names = new NamedImports();
        names.number(imports);
        for (int i = 0; i < imports; i++) {
            names.raw(0x02);
            names.text(name(i));
            names.raw(0x01, 0x00);
            names.text(STORE);
            names.raw(0x05, 0x00);
        }
        made.section(10, names);
        return made.out.toByteArray();
    }

    /** One type: an instance with a resource, which has get and set, and a function that opens one. */
    private static NamedImports instanceType() {
        NamedImports type = new NamedImports();
        type.raw(0x01, 0x42, 14);
        type.raw(0x01, 0x70, 0x7d); // type 0: list<u8>
        type.raw(0x01, 0x6b, 0x00); // type 1: option<type 0>
        type.raw(0x01, 0x6a, 0x01, 0x01, 0x01, STRING); // type 2: result<type 1, string>
        type.raw(0x01, 0x6a, 0x00, 0x01, STRING); // type 3: result<_, string>
        type.raw(0x04, 0x00);
        type.text("bucket");
        type.raw(0x03, 0x01); // type 4: the resource
        type.raw(0x01, 0x69, 0x04); // type 5: own<bucket>
        type.raw(0x01, 0x68, 0x04); // type 6: borrow<bucket>
        type.raw(0x01, 0x6a, 0x01, 0x05, 0x01, STRING); // type 7: result<own<bucket>, string>
        type.function("open", 7, NOTHING, NOTHING);
        type.function("[method]bucket.get", 2, 6, NOTHING);
        type.function("[method]bucket.set", 3, 6, 0);
        return type;
    }

    /** A type of a function and an export of it; its parameters: the resource, a name, a value. */
    private void function(String name, int result, int self, int value) {
        int parameters = 1 + (self == NOTHING ? 0 : 1) + (value == NOTHING ? 0 : 1);
        raw(0x01, 0x40, parameters);
        parameter("self", self);
        parameter("name", STRING);
        parameter("value", value);
        raw(0x00, result);
        int index = 8 + functions++;
        raw(0x04, 0x00);
        text(name);
        raw(0x01, index);
    }

    private void parameter(String name, int type) {
        if (type != NOTHING) {
            text(name);
            raw(type);
        }
    }

    private void section(int id, NamedImports content) {
        raw(id);
        number(content.out.size());
        out.writeBytes(content.out.toByteArray());
    }

    private void text(String text) {
        number(text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void number(int value) {
        int rest = value;
        while (rest > 0x7f) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private void raw(int... bytes) {
        for (int each : bytes) {
            out.write(each);
        }
    }
}

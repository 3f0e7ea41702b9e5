package dev.witloof.wasi.http;

import dev.witloof.host.Tuple2;
import dev.witloof.wasi.http.Types.HeaderError;
import dev.witloof.wasi.http.Types.HeaderErrorException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code fields} as a guest has them: its own, which it can change, or those of a message, which it can only read. A name that is
 * set again keeps its place; new ones come last.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-http/blob/14a19b388f4828604a08ede2af8ee1285c020113/wit/types.wit">wasi:http/types: fields</a>
 */
final class FieldTable implements Types.Fields {

    private final HeldBytes bytes;
    private final List<HttpField> all;
    private final @Nullable Children siblings;
    private boolean open = true;

    private FieldTable(HeldBytes bytes, List<HttpField> all, @Nullable Children siblings) {
        this.bytes = bytes;
        this.all = all;
        this.siblings = siblings;
    }

    /** A guest's own, empty. */
    static FieldTable empty(HeldBytes bytes) {
        return new FieldTable(bytes, new ArrayList<>(), null);
    }

    /** Those of a message that was received, without those that are the connection's; a guest may send them on as they are. */
    static FieldTable received(HeldBytes bytes, HttpFields fields, Children siblings) {
        List<HttpField> shown = new ArrayList<>(fields.all().size());
        for (HttpField field : fields.all()) {
            if (!FieldRules.isOfTheConnection(field.name(), field.value())) {
                FieldRules.received(field).ifPresent(shown::add);
            }
        }
        siblings.added();
        return new FieldTable(bytes, shown, siblings);
    }

    /** What a guest gives away, for a message of its own. */
    static FieldTable moved(Types.Fields given) {
        FieldTable table = Foreign.require("fields", FieldTable.class, given);
        if (table.siblings == null) {
            return table;
        }
        FieldTable copy = table.copy();
        table.close();
        return copy;
    }

    /** The same, to be read. */
    FieldTable child(Children children) {
        children.added();
        return new FieldTable(bytes, all, children);
    }

    /** What counts them. */
    HeldBytes held() {
        return bytes;
    }

    /** All of them; they may change. */
    List<HttpField> all() {
        return all;
    }

    /** What goes out. */
    HttpFields fields() {
        return HttpFields.of(all);
    }

    @Override
    public List<byte[]> get(String name) {
        List<byte[]> values = new ArrayList<>();
        for (HttpField field : all) {
            if (field.name().equalsIgnoreCase(name)) {
                values.add(bytes(field));
            }
        }
        return values;
    }

    @Override
    public boolean has(String name) {
        for (HttpField field : all) {
            if (field.name().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void set(String name, List<byte[]> value) throws HeaderErrorException {
        requireMutable();
        FieldRules.requireName(name);
        for (byte[] each : value) {
            FieldRules.requireValue(text(each));
        }
        List<HttpField> fields = new ArrayList<>(value.size());
        for (byte[] each : value) {
            fields.add(FieldRules.requireAllowed(name, text(each)));
        }
        int place = remove(name);
        for (HttpField field : fields) {
            bytes.add(field);
            all.add(place++, field);
        }
    }

    @Override
    public void delete(String name) throws HeaderErrorException {
        requireMutable();
        FieldRules.requireName(name);
        remove(name);
    }

    /** Where the first field of the name was, else where a new one comes. */
    private int remove(String name) {
        int first = -1;
        for (int i = 0; i < all.size(); ) {
            if (all.get(i).name().equalsIgnoreCase(name)) {
                bytes.remove(all.remove(i));
                first = first < 0 ? i : first;
            } else {
                i++;
            }
        }
        return first < 0 ? all.size() : first;
    }

    @Override
    public void append(String name, byte[] value) throws HeaderErrorException {
        requireMutable();
        add(FieldRules.require(name, text(value)));
    }

    private void add(HttpField field) {
        bytes.add(field);
        all.add(field);
    }

    /** Appends several, or none of them. */
    void appendAll(List<Tuple2<String, byte[]>> entries) throws HeaderErrorException {
        List<HttpField> fields = new ArrayList<>(entries.size());
        for (Tuple2<String, byte[]> entry : entries) {
            fields.add(FieldRules.require(entry.v0(), text(entry.v1())));
        }
        fields.forEach(this::add);
    }

    @Override
    public List<Tuple2<String, byte[]>> entries() {
        List<Tuple2<String, byte[]>> entries = new ArrayList<>(all.size());
        for (HttpField field : all) {
            entries.add(new Tuple2<>(field.name(), bytes(field)));
        }
        return entries;
    }

    @Override
    public Types.Fields clone_() {
        return copy();
    }

    private FieldTable copy() {
        FieldTable copy = empty(bytes);
        all.forEach(copy::add);
        return copy;
    }

    private void requireMutable() throws HeaderErrorException {
        if (siblings != null) {
            throw new HeaderErrorException(new HeaderError.Immutable());
        }
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(HttpField field) {
        return field.value().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        if (siblings == null) {
            all.forEach(bytes::remove);
        } else {
            siblings.dropped();
        }
    }
}

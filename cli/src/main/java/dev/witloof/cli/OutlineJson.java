package dev.witloof.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.witloof.cli.Outline.Item;
import dev.witloof.cli.Outline.Line;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

/** An outline for programs; {@code docs/command-line.md} describes the form. */
final class OutlineJson {

    /** Writes the members of the outermost object. */
    interface Members {
        void write(OutlineJson json) throws IOException;
    }

    private final JsonGenerator out;

    private OutlineJson(JsonGenerator out) {
        this.out = out;
    }

    /** One object, without white space. */
    static String object(Members members) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            out.writeStartObject();
            members.write(new OutlineJson(out));
            out.writeEndObject();
        }
        return text.toString();
    }

    OutlineJson member(String name, String value) throws IOException {
        out.writeStringField(name, value);
        return this;
    }

    private void member(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            member(name, value.get());
        }
    }

    OutlineJson open(String name) throws IOException {
        out.writeObjectFieldStart(name);
        return this;
    }

    OutlineJson openElement() throws IOException {
        out.writeStartObject();
        return this;
    }

    OutlineJson close() throws IOException {
        out.writeEndObject();
        return this;
    }

    OutlineJson openList(String name) throws IOException {
        out.writeArrayFieldStart(name);
        return this;
    }

    OutlineJson closeList() throws IOException {
        out.writeEndArray();
        return this;
    }

    OutlineJson strings(String name, List<String> values) throws IOException {
        openList(name);
        for (String value : values) {
            out.writeString(value);
        }
        return closeList();
    }

    OutlineJson add(Outline outline) throws IOException {
        return items("imports", outline.imports()).items("exports", outline.exports());
    }

    OutlineJson items(String name, List<Item> items) throws IOException {
        openList(name);
        for (Item item : items) {
            openElement();
            member("name", item.name());
            member("kind", item.kind());
            member("implements", item.implementsName());
            member("externalId", item.externalId());
            member("type", item.type());
            if (item.kind().equals("instance")) {
                lines("types", item.types());
                lines("functions", item.functions());
            }
            close();
        }
        return closeList();
    }

    private void lines(String name, List<Line> lines) throws IOException {
        openList(name);
        for (Line line : lines) {
            openElement()
                    .member("name", line.name())
                    .member("type", line.text())
                    .close();
        }
        closeList();
    }
}

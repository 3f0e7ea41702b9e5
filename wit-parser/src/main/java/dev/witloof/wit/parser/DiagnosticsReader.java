package dev.witloof.wit.parser;

import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;
import dev.witloof.error.WitException;
import dev.witloof.error.WitException.Diagnostic;
import dev.witloof.error.WitException.Related;
import dev.witloof.error.WitloofException;
import java.util.List;

/** The native library's diagnostics as an exception. */
final class DiagnosticsReader {

    private DiagnosticsReader() {}

    static WitloofException exception(byte[] json) {
        List<JsonObject> found = JsonReader.readList(json);
        JsonObject first = found.get(0);
        String code = first.text("code");
        if (code.equals("malformed")) {
            return new MalformedException("", first.number("offset"), first.text("message"));
        }
        // A binary that was the whole input has no file; one among the dependencies has.
        if (code.equals("invalid") && first.optionalText("file").isEmpty()) {
            return new InvalidException("", first.text("message"));
        }
        return new WitException(
                found.stream().map(DiagnosticsReader::diagnostic).toList());
    }

    private static Diagnostic diagnostic(JsonObject json) {
        return new Diagnostic(
                json.text("code"),
                json.text("message"),
                json.optionalText("file").orElse(""),
                json.numberOr("start", 0),
                json.numberOr("end", 0),
                json.numberOr("line", 0),
                json.numberOr("column", 0),
                json.optionalText("snippet").orElse(""),
                json.objects("related").stream()
                        .map(other -> new Related(
                                other.text("message"),
                                other.optionalText("file").orElse(""),
                                other.numberOr("line", 0),
                                other.numberOr("column", 0)))
                        .toList());
    }
}

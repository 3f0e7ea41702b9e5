package dev.witloof.bindings;

import dev.witloof.error.WitException;
import dev.witloof.error.WitException.Diagnostic;
import dev.witloof.error.WitException.Related;
import dev.witloof.wit.SourceSpan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Errors with the whole path of the file in which they are. The parser knows only paths within what it was given; an
 * editor or a console that makes places into links needs all of them.
 *
 * @param wit the folder or file that was parsed
 */
public record WitPlaces(Path wit) {

    /** Every error of the parser, below a line that says how many there are. */
    public String text(WitException e) {
        return text(e.diagnostics().stream().map(this::inFull).toList());
    }

    /** Every problem of the generator, likewise. */
    public String text(GeneratorException e) {
        return text(e.problems().stream().map(this::inFull).toList());
    }

    private String text(List<?> errors) {
        return errors.stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n", wit + ": expected no errors, found " + errors.size() + ":\n", ""));
    }

    private Diagnostic inFull(Diagnostic error) {
        List<Related> related = error.related().stream()
                .map(other -> new Related(other.message(), inFull(other.file()), other.line(), other.column()))
                .toList();
        return new Diagnostic(
                error.code(),
                error.message(),
                inFull(error.file()),
                error.start(),
                error.end(),
                error.line(),
                error.column(),
                error.snippet(),
                related);
    }

    private GeneratorException.Problem inFull(GeneratorException.Problem problem) {
        return new GeneratorException.Problem(problem.span().map(this::inFull), problem.where(), problem.message());
    }

    private SourceSpan inFull(SourceSpan span) {
        return new SourceSpan(inFull(span.file()), span.start(), span.end(), span.line(), span.column());
    }

    private String inFull(String file) {
        if (file.isEmpty()) {
            return file;
        }
        return (Files.isDirectory(wit) ? wit.resolve(file) : wit).toString();
    }
}

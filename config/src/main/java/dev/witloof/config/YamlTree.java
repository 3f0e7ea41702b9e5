package dev.witloof.config;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One YAML document as nodes. It is built from the parser's events, not by its composer, so that an alias stays a leaf and
 * nothing grows beyond the text.
 */
final class YamlTree {

    /** How deep collections may be nested. */
    static final int DEEPEST = 100;

    private final Problems problems;
    private final Iterator<Event> events;

    private YamlTree(Problems problems, Iterator<Event> events) {
        this.problems = problems;
        this.events = events;
    }

    /** The only document of a text; empty where it cannot be read, and then there is a problem that says why. */
    static Optional<Node> read(Problems problems) {
        Source source = problems.source();
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setParseComments(false)
                .build();
        try {
            return new YamlTree(
                            problems,
                            new Parse(settings).parseString(source.text()).iterator())
                    .document();
        } catch (TooDeepException tooDeep) {
            problems.at(tooDeep.from, tooDeep.from + 1, "expected at most " + DEEPEST + " nested collections");
        } catch (MarkedYamlEngineException malformed) {
            Optional<Mark> mark = malformed.getProblemMark().or(malformed::getContextMark);
            int at = mark.map(m -> source.offset(m.getIndex())).orElse(0);
            problems.at(at, at + 1, "expected YAML, but " + sentence(malformed));
        } catch (ReaderException unreadable) {
            int at = source.offset(unreadable.getPosition());
            problems.at(
                    at, at + 1, String.format("expected YAML, found the character U+%04X", unreadable.getCodePoint()));
        } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException other) {
            // The parser has no mark for what it did not foresee.
            problems.at(
                    0,
                    0,
                    "expected YAML, but the parser failed with "
                            + other.getClass().getName());
        }
        return Optional.empty();
    }

    private static String sentence(MarkedYamlEngineException malformed) {
        String problem = malformed.getProblem() == null ? "it cannot be read" : malformed.getProblem();
        return (malformed.getContext() == null ? "" : malformed.getContext() + ": ") + problem.strip();
    }

    private Optional<Node> document() {
        next();
        Event event = next();
        if (event.getEventId() == Event.ID.StreamEnd) {
            problems.at(0, 0, "expected bindings, found an empty file");
            return Optional.empty();
        }
        Node root = node(next(), 0);
        next();
        event = next();
        if (event.getEventId() != Event.ID.StreamEnd) {
            int at = from(event);
            problems.at(at, at + 3, "expected one document, found another");
        }
        return Optional.of(root);
    }

    private Event next() {
        return events.next();
    }

    private Node node(Event event, int depth) {
        if (event instanceof AliasEvent alias) {
            return new Node.Foreign("the alias *" + alias.getAlias(), from(alias), to(alias));
        }
        if (event instanceof ScalarEvent scalar) {
            return tagged(
                    scalar.getTag(), new Node.Scalar(scalar.getValue(), scalar.isPlain(), from(scalar), to(scalar)));
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        if (depth == DEEPEST) {
            throw new TooDeepException(from(start));
        }
        return tagged(
                start.getTag(),
                event instanceof MappingStartEvent ? mapping(from(start), depth) : sequence(from(start), depth));
    }

    private Node sequence(int from, int depth) {
        List<Node> items = new ArrayList<>();
        Event event = next();
        for (; event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(node(event, depth + 1));
        }
        return new Node.Sequence(List.copyOf(items), from, Math.max(from, to(event)));
    }

    private Node mapping(int from, int depth) {
        List<Node.Pair> pairs = new ArrayList<>();
        Event event = next();
        for (; event.getEventId() != Event.ID.MappingEnd; event = next()) {
            Node key = node(event, depth + 1);
            pairs.add(new Node.Pair(key, node(next(), depth + 1)));
        }
        return new Node.Mapping(List.copyOf(pairs), from, Math.max(from, to(event)));
    }

    private static Node tagged(Optional<String> tag, Node node) {
        return tag.isEmpty()
                ? node
                : new Node.Foreign("the tag " + tag.get().replace("tag:yaml.org,2002:", "!!"), node.from(), node.to());
    }

    private int from(Event event) {
        return event.getStartMark().map(this::offset).orElse(0);
    }

    private int to(Event event) {
        return event.getEndMark().map(this::offset).orElse(0);
    }

    private int offset(Mark mark) {
        return problems.source().offset(mark.getIndex());
    }

    private static final class TooDeepException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int from;

        TooDeepException(int from) {
            super("", null, false, false);
            this.from = from;
        }
    }
}

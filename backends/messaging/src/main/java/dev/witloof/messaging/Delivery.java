package dev.witloof.messaging;

import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.Subjects;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of a message that came for a handler.
 *
 * @param pattern the pattern that was subscribed
 * @param export the export of the component that handles it
 * @param message the message
 * @param took how long the handler had it; nothing if it did not come to that
 * @param outcome what became of it
 */
public record Delivery(String pattern, String export, Message message, Duration took, Outcome outcome) {

    /** What may become of a message. */
    public sealed interface Outcome {

        /** What a log says of it, with nothing that may be secret; empty if all is well. */
        Optional<String> warning();

        /** The guest took it. */
        record Handled() implements Outcome {

            @Override
            public Optional<String> warning() {
                return Optional.empty();
            }
        }

        /**
         * The guest returned an error.
         *
         * @param kind {@code timeout}, {@code connection}, {@code permission-denied} or {@code other}
         * @param text what the guest says; any text
         */
        record Refused(String kind, String text) implements Outcome {

            @Override
            public Optional<String> warning() {
                return Optional.of("was refused: " + kind + " " + Subjects.quoted(text));
            }
        }

        /**
         * The guest trapped, no instance was to be had, or the executor took nothing more.
         *
         * @param failure what was thrown
         */
        record Failed(Throwable failure) implements Outcome {

            @Override
            public Optional<String> warning() {
                return Optional.of("failed: " + failure.getClass().getName());
            }
        }

        /**
         * It was not handled: there was no room for it, or it still waited when its subscriptions were closed.
         *
         * @param reason which of them
         */
        record Dropped(String reason) implements Outcome {

            @Override
            public Optional<String> warning() {
                return Optional.of("was dropped: " + reason);
            }
        }
    }
}

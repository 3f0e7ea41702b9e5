package dev.witloof.link;

import dev.witloof.error.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the steps of resolution came to for one import. */
sealed interface Answer {

    /**
     * One thing answers.
     *
     * @param target what serves the import
     * @param step the step on which it answered
     * @param place where it was declared
     * @param reason the resolver's reason, if it gave one
     * @param wrappers what stands around its functions, outermost first
     * @param declaration the declaration; {@code null} where a resolver or another member of the composition answered
     */
    record Found(
            Target target,
            Step step,
            String place,
            Optional<String> reason,
            List<Wrapper> wrappers,
            @Nullable Declaration declaration)
            implements Answer {

        static Found of(Declaration declaration) {
            return new Found(
                    declaration.target(),
                    declaration.step(),
                    declaration.place().text(),
                    Optional.empty(),
                    declaration.wrappers(),
                    declaration);
        }

        /** {@code bind("cache") (ShopApp.java:31, in-memory key-value)}. */
        String candidate() {
            if (target instanceof Target.OfMember) {
                return target.description() + " (" + place + ")";
            }
            return declaration != null
                    ? declaration.candidate()
                    : "the resolver (" + place + ", " + target.description() + ")";
        }

        private String who() {
            return target instanceof Target.OfMember member ? "the member " + member.member() : "the resolver";
        }

        /** The same as data, with the reason why it is not the answer. */
        Problem.Candidate candidate(String why) {
            return declaration != null
                    ? declaration.candidate(why)
                    : new Problem.Candidate(who(), place, target.description(), why);
        }
    }

    /**
     * Several answer on one step.
     *
     * @param step the step
     * @param found those that answer
     */
    record Conflict(Step step, List<Found> found) implements Answer {}

    /**
     * Nothing answers.
     *
     * @param notes what those said that were asked and had no answer
     * @param fix what to write so that one of them has an answer
     */
    record None(List<String> notes, Optional<String> fix) implements Answer {}
}

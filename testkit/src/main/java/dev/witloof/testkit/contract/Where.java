package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

/**
 * What is called, so that a failure can say it.
 *
 * @param draft the draft
 * @param use how the store is imported
 */
record Where(Draft draft, Use use) implements Calling<Clause, Draft.Refusal> {

    @Override
    public String says(Clause clause) {
        return clause.of(draft, use);
    }

    @Override
    public Clause errors() {
        return Clause.ERRORS;
    }

    @Override
    public Draft.@Nullable Refusal refusal(Throwable failure) {
        return draft.refusal(failure);
    }

    /** A call that has to fail with {@code other}, and to say why. */
    void refusedAsOther(Clause clause, Call<?> call) {
        Draft.Refusal refusal = refused(clause, call);
        assertThat(refusal.error()).as(says(Clause.OTHER)).isEqualTo("other");
        assertThat(refusal.text()).as(says(Clause.ERRORS)).isNotBlank();
    }
}

package dev.witloof.tests.contract;

import java.util.List;

/** Something that messaging does wrong, and the tests of the contracts that have to find it. */
enum MessagingFault {
    DROPS_EACH_TENTH("theOrderOfOnePublisherIsKept"),
    SENDS_TWICE("whatIsSentArrives"),
    SWAPS_NEIGHBOURS("theOrderOfOnePublisherIsKept"),
    LOSES_METADATA("contentTypeAndMetadataGoWithTheMessage"),
    LOSES_REPLY_TO("aReplySubjectGoesWithTheMessage"),
    CUTS_LARGE_BODIES("aMessageOf1MebibyteIsKept"),
    LOWERS_SUBJECTS("subjectsMayHaveAnyLetters"),
    HEARS_LONGER_SUBJECTS("aSubjectIsNoBeginningOfAnother"),
    STAR_STANDS_FOR_ALL("aStarStandsForOneToken"),
    FIRST_SUBSCRIBER_ONLY("everySubscriberHasIt"),
    NOBODY_IS_AN_ERROR("toSendToNobodyIsNoError"),
    THROWS_WHEN_CLOSED("whatIsClosedSendsNoMore"),
    SENDS_WHEN_CLOSED("whatIsClosedSendsNoMore"),
    HEARS_WHEN_CLOSED("aClosedSubscriptionHasNoMoreAndOthersDo"),
    LATE_IS_OTHER("aRequestWithoutReplyFailsInItsTime"),
    COMES_TOO_LATE("aRequestWithoutReplyFailsInItsTime"),
    GIVES_UP_EARLY("aRequestWithoutReplyFailsInItsTime"),
    ONE_REPLY_IS_ENOUGH("severalRepliesAreWaitedFor"),
    LOSES_THE_INTERRUPT("anInterruptEndsARequest"),
    IGNORES_GROUPS("ofAGroupOneHasEachMessage"),
    ANOTHER_HEARS_NOTHING("anotherProgramHearsAndIsHeard");

    private final List<String> foundBy;

    MessagingFault(String... foundBy) {
        this.foundBy = List.of(foundBy);
    }

    List<String> foundBy() {
        return foundBy;
    }
}

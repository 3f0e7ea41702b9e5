package dev.witloof.tests.contract;

import java.util.List;

/** What can be wrong with a store of objects, one thing each, and tests that have to find it. */
enum BlobFault {
    UNKNOWN_IS_EMPTY("anObjectThatWasNotWrittenIsNotThere", "whatIsDeletedIsGone"),
    UNKNOWN_CONTAINER_THROWS("aContainerThatWasNotMadeIsNotThere"),
    UNKNOWN_CONTAINER_IS_MADE("aContainerThatWasNotMadeIsNotThere"),
    CREATE_EMPTIES("aContainerIsMadeOnce"),
    REMOVED_CONTAINER_KEEPS_OBJECTS("aRemovedContainerIsGoneWithItsObjects"),
    CONTAINERS_TRIMMED("namesOfContainersAreTakenToTheLetter"),
    NAMES_IN_LOWER_CASE("namesOfUnicodeAreKeptApart"),
    NAMES_TRIMMED("oddNamesAreKeptApart"),
    CUT_AT_1_MEBIBYTE("anObjectOf8MebibytesIsKept", "aLargeObjectIsReadAsAStream"),
    BROKEN_OFF_IS_KEPT("aValueThatIsBrokenOffLeavesNothing", "toFinishWhileTheStreamIsThereTrapsAndLeavesNothing"),
    SEEN_WHILE_WRITTEN("nothingIsSeenOfAnObjectBeforeItIsFinished", "aValueThatIsBrokenOffLeavesNothing"),
    END_IS_LEFT_OUT("bothEndsOfARangeAreIncluded", "rangesOfALargeObjectAreRight"),
    BEYOND_THE_END_FAILS("aRangeBeyondTheEndIsCut", "aRangeThatBeginsBeyondTheEndIsEmpty"),
    READS_WHAT_IS_THERE_NOW("aValueIsReadOnWhileItsObjectIsReplaced"),
    DELETE_OF_UNKNOWN_FAILS("toDeleteWhatIsNotThereIsNoError", "severalAreDeletedAndUnknownOnesSkipped"),
    DELETE_MANY_STOPS("aThousandAreDeletedAtOnce"),
    CLEAR_REMOVES_CONTAINER("aClearedContainerIsEmptyAndStays"),
    CREATED_AT_IN_MILLISECONDS("anObjectKnowsItsPlaceItsSizeAndWhenItWasMade"),
    LISTS_FIRST_PART_ONLY("tenThousandNamesAreListedToTheEnd"),
    LISTS_BY_OFFSET("aContainerIsEmptiedByDeletingWhatIsListed", "namesThatStayAreListedWhileOthersComeAndGo"),
    LISTS_A_NAME_TWICE("tenThousandNamesAreListedToTheEnd"),
    COPY_MOVES("anObjectIsCopiedWithinItsContainer", "anObjectIsCopiedToAnotherContainer"),
    COPY_MAKES_CONTAINERS("whatIsNotThereIsNotCopied"),
    COPY_KEEPS_WHAT_IS_THERE("aCopyReplacesWhatStandsThere"),
    MOVE_COPIES("anObjectIsRenamed", "anObjectIsMovedToAnotherContainer"),
    MOVE_TO_ITSELF_REMOVES("anObjectThatIsMovedToItselfStays"),
    CLOSE_FORGETS("whatWasStoredIsThereWhenTheStoreIsStartedAgain", "whatOneNameStoredIsThereForAnotherAfterwards"),
    STARTS_ARE_APART("twoStartsSeeEachOther", "namedAndUnnamedUseHaveOneLayout"),
    STORES_ARE_ONE("twoStoresUnderTwoNamesShareNothing", "exchangedNamesAreExchangedStores");

    private final List<String> foundBy;

    BlobFault(String... foundBy) {
        this.foundBy = List.of(foundBy);
    }

    /** Names of tests that fail because of it. */
    List<String> foundBy() {
        return foundBy;
    }
}

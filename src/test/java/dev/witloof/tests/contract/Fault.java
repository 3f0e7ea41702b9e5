package dev.witloof.tests.contract;

import java.util.List;

/** What can be wrong with a store, one thing each, and tests that have to find it. */
enum Fault {
    UNKNOWN_KEY_IS_EMPTY("anUnknownKeyHasNoValue", "whatIsDeletedIsGone", "anUnknownKeyIsNothingAtItsPlace"),
    EMPTY_VALUE_IS_NOTHING("anEmptyValueIsAValue", "anEmptyValueReplacesAnother", "anEmptyValueIsSeenAsAValue"),
    FIRST_VALUE_STAYS("settingAgainReplacesTheValue", "aSmallValueReplacesALargeOne"),
    VALUE_IS_TEXT("aValueMayHaveEveryByte", "aValueThatIsNoTextIsKept"),
    VALUE_IS_CUT("aValueOf1MebibyteIsKept"),
    DELETE_DOES_NOTHING("whatIsDeletedIsGone", "aDeletedKeyIsNotListed", "allOfABatchAreDeletedAndUnknownOnesSkipped"),
    DELETE_OF_UNKNOWN_FAILS("toDeleteAnUnknownKeyIsNoError", "allOfABatchAreDeletedAndUnknownOnesSkipped"),
    DELETE_BY_PREFIX("theOtherKeysStay"),
    ARRAYS_ARE_SHARED("theArrayThatWasSetMayBeChangedAfterwards", "theArrayThatWasReadMayBeChangedAfterwards"),
    KEYS_IN_LOWER_CASE("upperAndLowerCaseDiffer", "keysAreListedAsTheyWereSet"),
    KEYS_NORMALISED("composedAndDecomposedDiffer", "keysOfUnicodeAreKeptApart"),
    KEYS_TRIMMED("oddKeysAreKeptApart", "anOddKeyIsNotThereBecauseAnotherIs"),
    KEYS_UNESCAPED("oddKeysAreKeptApart"),
    KEYS_CUT("longKeysThatDifferInOnePlaceAreKeptApart", "keysAreListedAsTheyWereSet"),
    EMPTY_KEY_THROWS("theEmptyKeyIsAKey"),
    BUCKETS_ARE_ONE(
            "bucketsAreApart", "bucketsAreListedApart", "aBatchIsOfItsBucketOnly", "countersAreApartByKeyAndBucket"),
    BUCKET_AND_KEY_JOINED("bucketAndKeyAreNotMixedUp"),
    IDENTIFIERS_TRIMMED("identifiersOfBucketsAreTakenToTheLetter"),
    CLOSED_HANDLE_CLOSES_BUCKET("aClosedHandleLeavesTheOthersAndTheKeys", "aThousandHandlesAreOpenAtOnce"),
    CLOSE_FORGETS("whatWasStoredIsThereWhenTheStoreIsStartedAgain", "toCloseOneStartLeavesTheOther"),
    STARTS_ARE_APART("twoStartsSeeEachOther", "namedAndUnnamedUseHaveOneLayout", "twoStartsCountTogether"),
    LISTS_FIRST_PAGE_ONLY("tenThousandKeysAreListedToTheEnd", "aCursorIsGoodWithAnotherHandle"),
    LISTS_BY_OFFSET("keysThatStayAreListedWhileOthersAreDeleted", "aBucketIsEmptiedByDeletingEachPage"),
    LISTS_A_KEY_TWICE("tenThousandKeysAreListedToTheEnd", "aCursorIsGoodWithAnotherHandle"),
    LISTS_WITHOUT_END("everyKeyIsListed", "anEmptyBucketHasNoKeys"),
    LISTS_DELETED_KEYS("aDeletedKeyIsNotListed", "whatABatchSetIsListed"),
    STRANGE_CURSOR_THROWS("aCursorThatNoPageGaveIsAPageOrAnError"),
    INCREMENT_LOSES("noIncrementOfManyThreadsIsLost"),
    COUNTER_IN_8_BYTES("aCounterIsItsDigits", "digitsThatWereSetAreCounted", "bothDraftsCountTogether"),
    INCREMENT_OVERFLOWS("aSumBeyond64BitsIsRefused"),
    NO_NUMBER_IS_ZERO("whatIsNoNumberIsRefused", "anEmptyValueIsNoNumber"),
    SWAP_ALWAYS("whatWasChangedIsNotSwapped", "ofTwoThatLookedOneSwaps"),
    SWAP_NEEDS_A_VALUE("whatWasNotThereAndIsNotIsSet"),
    CAS_FAILED_SHOWS_OLD("whatWasChangedIsNotSwapped", "whatWasDeletedMeanwhileIsNotSwapped"),
    GET_MANY_SKIPS_UNKNOWN("anUnknownKeyIsNothingAtItsPlace"),
    GET_MANY_SORTS("valuesComeAtThePlacesOfTheirKeys"),
    SET_MANY_STOPS("allOfABatchAreSet", "aBatchOfAThousandIsDone"),
    NAME_IN_LAYOUT("namedAndUnnamedUseHaveOneLayout", "anotherNameHasTheSameLayout", "oneStartServesSeveralNames"),
    STORES_ARE_ONE("twoStoresUnderTwoNamesShareNothing", "exchangedNamesAreExchangedStores"),
    DRAFTS_ARE_APART("eachDraftSeesTheOthersKeys", "bothDraftsListTheSame");

    private final List<String> foundBy;

    Fault(String... foundBy) {
        this.foundBy = List.of(foundBy);
    }

    /** Names of tests that fail because of it. */
    List<String> foundBy() {
        return foundBy;
    }
}

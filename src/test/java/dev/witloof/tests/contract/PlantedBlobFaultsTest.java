package dev.witloof.tests.contract;

import static dev.witloof.tests.contract.PlantedRun.failed;
import static dev.witloof.tests.contract.PlantedRun.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.Events;

/** The contracts find what is wrong with a store of objects, and say which clause is broken. */
final class PlantedBlobFaultsTest {

    private static Events run(Optional<BlobFault> fault, List<? extends DiscoverySelector> tests) {
        return PlantedRun.run(PlantedBlobs.FAULT, fault, tests);
    }

    private static List<String> messages(BlobFault fault, Class<?> contract, String test) {
        return PlantedRun.messages(run(Optional.of(fault), named(List.of(test), List.of(contract))));
    }

    @Test
    void withoutAFaultEveryTestOfTheContractsSucceeds() {
        Events events = run(
                Optional.empty(),
                PlantedBlobs.CONTRACTS.stream()
                        .map(contract -> selectClass(contract))
                        .toList());
        assertThat(failed(events)).isEmpty();
        assertThat(events.skipped().count()).isZero();
        assertThat(events.succeeded().count()).isGreaterThanOrEqualTo(2 * 87 + 11 + 11);
    }

    @ParameterizedTest
    @EnumSource(BlobFault.class)
    void eachFaultIsFound(BlobFault fault) {
        assertThat(failed(run(Optional.of(fault), named(fault.foundBy(), PlantedBlobs.CONTRACTS))))
                .containsExactlyInAnyOrderElementsOf(fault.foundBy());
    }

    @Test
    void aFailureShowsTheClauseTheObjectAndBothContents() {
        assertThat(messages(BlobFault.BROKEN_OFF_IS_KEPT, PlantedBlobs.Guest.class, "whatTheGuestGivesUpIsNotThere"))
                .containsExactly(
                        "[wasi:blobstore@0.2.0-draft, named \"contract\": \"An object is there, whole, when its value"
                                + " is finished, and nobody sees any of it before.\", called by names]; expected: \"ok([])\"; but was:"
                                + " \"ok([\"a\"])\"");
        assertThat(messages(BlobFault.MOVE_COPIES, PlantedBlobs.Objects.class, "anObjectIsRenamed"))
                .first()
                .isEqualTo(
                        "[wasi:blobstore/blobstore@0.2.0-draft, move-object, unnamed: \"Moves or renames an object, and"
                                + " replaces what stands at the destination.\", of the object \"a\"]; Expecting value to be false but was"
                                + " true");
        assertThat(messages(BlobFault.END_IS_LEFT_OUT, PlantedBlobs.Objects.class, "bothEndsOfARangeAreIncluded"))
                .first()
                .isEqualTo(
                        "[wasi:blobstore/container@0.2.0-draft, container.get-data, unnamed: \"Part of an object, from byte"
                                + " `start` to byte `end`, both included.\", from 0 to 4]; expected: \"5 bytes 3031323334 \"01234\"\"; but"
                                + " was: \"4 bytes 30313233 \"0123\"\"");
    }

    @Test
    void aFailureShowsTheErrorOrWhatWasThrown() {
        assertThat(messages(
                        BlobFault.DELETE_OF_UNKNOWN_FAILS,
                        PlantedBlobs.Objects.class,
                        "toDeleteWhatIsNotThereIsNoError"))
                .first()
                .isEqualTo(
                        "[wasi:blobstore/container@0.2.0-draft, container.delete-object, unnamed: \"Removes an object; if it is"
                                + " not there, nothing happens.\"] expected a result, found the error \"container \"main\", object"
                                + " \"unknown\": expected an object, found none\"");
        assertThat(messages(
                        BlobFault.UNKNOWN_CONTAINER_THROWS,
                        PlantedBlobs.Objects.class,
                        "aContainerThatWasNotMadeIsNotThere"))
                .first()
                .isEqualTo(
                        "[wasi:blobstore@0.2.0-draft, unnamed: \"What a store cannot do is the interface's own error, with a"
                                + " text; only what WIT calls a trap is thrown.\"] expected the interface's own error, found thrown:"
                                + " java.lang.IllegalArgumentException: no container");
    }

    @Test
    void aFailureOfAListingIsShort() {
        assertThat(messages(
                        BlobFault.LISTS_FIRST_PART_ONLY,
                        PlantedBlobs.Objects.class,
                        "tenThousandNamesAreListedToTheEnd"))
                .first()
                .asString()
                .startsWith(
                        "[wasi:blobstore/container@0.2.0-draft, container.list-objects, unnamed: \"The names of all objects, in"
                                + " no promised order.\", names that are missing]; expected: \"none\"; but was: \"9000: ");
    }
}

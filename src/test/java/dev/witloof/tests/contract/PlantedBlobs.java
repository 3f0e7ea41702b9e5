package dev.witloof.tests.contract;

import dev.witloof.link.Backend;
import dev.witloof.testkit.contract.BlobContract;
import dev.witloof.testkit.contract.BlobGuestContract;
import dev.witloof.testkit.contract.BlobNamesContract;
import dev.witloof.testkit.contract.TestedBlobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** The contracts over a store of objects with a fault, which {@link PlantedBlobFaultsTest} runs by itself. */
final class PlantedBlobs {

    /** The configuration parameter that names the fault. */
    static final String FAULT = "blob-fault";

    static final List<Class<?>> CONTRACTS = List.of(Objects.class, Names.class, Guest.class);

    private PlantedBlobs() {}

    /** The stores of one test, all with the fault. */
    static final class Stores {

        private final List<FaultyBlobs> made = new ArrayList<>();
        private Optional<BlobFault> fault = Optional.empty();

        Backend next() {
            FaultyBlobs next = made.isEmpty()
                            || fault.filter(BlobFault.STORES_ARE_ONE::equals).isEmpty()
                    ? FaultyBlobs.of(fault.orElse(null))
                    : made.get(0).twin();
            made.add(next);
            return next;
        }
    }

    /** What is tested. */
    @ExtendWith(Planting.class)
    interface WithFault extends TestedBlobs {

        Stores stores();

        @Override
        default Backend fresh() {
            return stores().next();
        }
    }

    /** Hands the fault to each test. */
    static final class Planting implements TestInstancePostProcessor {

        @Override
        public void postProcessTestInstance(Object test, ExtensionContext context) {
            ((WithFault) test).stores().fault =
                    context.getConfigurationParameter(FAULT).map(BlobFault::valueOf);
        }
    }

    static final class Objects extends BlobContract implements WithFault {

        private final Stores stores = new Stores();

        @Override
        public Stores stores() {
            return stores;
        }
    }

    static final class Names extends BlobNamesContract implements WithFault {

        private final Stores stores = new Stores();

        @Override
        public Stores stores() {
            return stores;
        }
    }

    static final class Guest extends BlobGuestContract implements WithFault {

        private final Stores stores = new Stores();

        @Override
        public Stores stores() {
            return stores;
        }
    }
}

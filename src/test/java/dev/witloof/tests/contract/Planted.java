package dev.witloof.tests.contract;

import dev.witloof.link.Backend;
import dev.witloof.testkit.contract.Abilities;
import dev.witloof.testkit.contract.BothDraftsContract;
import dev.witloof.testkit.contract.Draft2AtomicsContract;
import dev.witloof.testkit.contract.Draft2BatchContract;
import dev.witloof.testkit.contract.Draft2CasContract;
import dev.witloof.testkit.contract.Draft2NamesContract;
import dev.witloof.testkit.contract.Draft2StoreContract;
import dev.witloof.testkit.contract.DraftAtomicsContract;
import dev.witloof.testkit.contract.DraftBatchContract;
import dev.witloof.testkit.contract.DraftNamesContract;
import dev.witloof.testkit.contract.DraftStoreContract;
import dev.witloof.testkit.contract.GuestContract;
import dev.witloof.testkit.contract.TestedStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** The contracts over a store with a fault, which {@link PlantedFaultsTest} runs by itself. */
final class Planted {

    /** The configuration parameter that names the fault. */
    static final String FAULT = "fault";

    static final List<Class<?>> CONTRACTS = List.of(
            Store.class,
            Store2.class,
            Atomics.class,
            Atomics2.class,
            Cas2.class,
            Batch.class,
            Batch2.class,
            Names.class,
            Names2.class,
            BothDrafts.class,
            Guest.class);

    private Planted() {}

    /** The stores of one test, all with the fault. */
    static final class Stores {

        private final List<SampleStore> made = new ArrayList<>();
        private Optional<Fault> fault = Optional.empty();

        Backend next() {
            SampleStore next =
                    made.isEmpty() || fault.filter(Fault.STORES_ARE_ONE::equals).isEmpty()
                            ? SampleStore.of(Abilities.all(), fault.orElse(null))
                            : made.get(0).twin();
            made.add(next);
            return next;
        }
    }

    /** What is tested. */
    @ExtendWith(Planting.class)
    interface WithFault extends TestedStore {

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
                    context.getConfigurationParameter(FAULT).map(Fault::valueOf);
        }
    }

    static final class Store extends DraftStoreContract implements WithFault {

        private final Stores stores = new Stores();

        @Override
        public Stores stores() {
            return stores;
        }
    }

    static final class Store2 extends Draft2StoreContract implements WithFault {

        private final Stores stores = new Stores();

        @Override
        public Stores stores() {
            return stores;
        }
    }

    static final class Atomics extends DraftAtomicsContract implements WithFault {

        private final Stores stores = new Stores();

        @Override
        public Stores stores() {
            return stores;
        }
    }

    static final class Atomics2 extends Draft2AtomicsContract implements WithFault {

        private final Stores stores = new Stores();

        @Override
        public Stores stores() {
            return stores;
        }
    }

    static final class Cas2 extends Draft2CasContract implements WithFault {

        private final Stores stores = new Stores();

        @Override
        public Stores stores() {
            return stores;
        }
    }

    static final class Batch extends DraftBatchContract implements WithFault {

        private final Stores stores = new Stores();

        @Override
        public Stores stores() {
            return stores;
        }
    }

    static final class Batch2 extends Draft2BatchContract implements WithFault {

        private final Stores stores = new Stores();

        @Override
        public Stores stores() {
            return stores;
        }
    }

    static final class Names extends DraftNamesContract implements WithFault {

        private final Stores stores = new Stores();

        @Override
        public Stores stores() {
            return stores;
        }
    }

    static final class Names2 extends Draft2NamesContract implements WithFault {

        private final Stores stores = new Stores();

        @Override
        public Stores stores() {
            return stores;
        }
    }

    static final class BothDrafts extends BothDraftsContract implements WithFault {

        private final Stores stores = new Stores();

        @Override
        public Stores stores() {
            return stores;
        }
    }

    static final class Guest extends GuestContract implements WithFault {

        private final Stores stores = new Stores();

        @Override
        public Stores stores() {
            return stores;
        }
    }
}

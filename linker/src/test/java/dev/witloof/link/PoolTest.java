package dev.witloof.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.PoolExhaustedException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.instance.ComponentInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which instance a pool lends, for how long it keeps one, and what becomes of it. */
@Timeout(60)
class PoolTest {

    private final PoolInstances instances = new PoolInstances();
    private final TestClock clock = new TestClock();

    private static final class TestClock implements InstantSource {

        private volatile Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        void go(Duration time) {
            now = now.plus(time);
        }
    }

    @Test
    void whatWasReturnedLastIsLentFirst() throws Exception {
        try (Deployment deployment = instances.deployment();
                Pool pool = deployment.pool(PoolInstances.limits().build())) {
            Pool.Lease one = pool.borrow();
            Pool.Lease two = pool.borrow();
            assertThat(instances.name(one)).isEqualTo("#1");
            assertThat(instances.name(two)).isEqualTo("#2");
            assertThat(pool).hasToString("pool of shop.wasm: 2 lent, 0 ready, at most 2");
            two.close();
            one.close();
            assertThat(pool).hasToString("pool of shop.wasm: 0 lent, 2 ready, at most 2");
            try (Pool.Lease again = pool.borrow()) {
                assertThat(instances.name(again)).isEqualTo("#1");
            }
            assertThat(instances.made).hasValue(2);
            assertThat(instances.closed).isEmpty();
        }
    }

    @Test
    void anInstanceIsClosedAfterSoManyUses() throws Exception {
        try (Deployment deployment = instances.deployment()) {
            Pool pool = deployment.pool(PoolInstances.limits().uses(3).build());
            List<String> lent = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                try (Pool.Lease lease = pool.borrow()) {
                    lent.add(instances.name(lease));
                }
            }
            assertThat(lent).containsExactly("#1", "#1", "#1", "#2", "#2", "#2", "#3");
            assertThat(instances.closed).containsExactly("#1", "#2");
        }
    }

    @Test
    void anInstanceThatIsIdleTooLongIsClosed() throws Exception {
        try (Deployment deployment = instances.deployment()) {
            Pool pool = deployment.pool(
                    PoolInstances.limits()
                            .size(3)
                            .idleTime(Duration.ofMinutes(5))
                            .build(),
                    clock);
            Pool.Lease one = pool.borrow();
            Pool.Lease two = pool.borrow();
            Pool.Lease three = pool.borrow();
            one.close();
            clock.go(Duration.ofMinutes(3));
            two.close();
            clock.go(Duration.ofMinutes(2));
            assertThat(instances.closed).isEmpty();
            three.close(); // #1 has been idle for five minutes, #2 for two
            assertThat(instances.closed).containsExactly("#1");
            clock.go(Duration.ofMinutes(3));
            try (Pool.Lease lease = pool.borrow()) { // now it is #2
                assertThat(instances.name(lease)).isEqualTo("#3");
                assertThat(instances.closed).containsExactly("#1", "#2");
            }
            clock.go(Duration.ofMinutes(5));
            pool.expire();
            assertThat(instances.closed).containsExactly("#1", "#2", "#3");
            assertThat(pool.ready()).isZero();
        }
    }

    @Test
    void aClockThatGoesBackClosesNothing() throws Exception {
        try (Deployment deployment = instances.deployment()) {
            Pool pool = deployment.pool(
                    PoolInstances.limits().idleTime(Duration.ofNanos(1)).build(), clock);
            pool.borrow().close();
            clock.go(Duration.ofDays(-1));
            pool.expire();
            assertThat(instances.closed).isEmpty();
            clock.go(Duration.ofDays(1).plusNanos(1));
            pool.expire();
            assertThat(instances.closed).containsExactly("#1");
        }
    }

    @Test
    void aFullPoolMakesNothingMore() throws Exception {
        try (Deployment deployment = instances.deployment()) {
            Pool pool = deployment.pool(PoolInstances.limits().size(4).build());
            pool.fill();
            assertThat(instances.made).hasValue(4);
            pool.fill();
            assertThat(instances.made).hasValue(4);
            Pool.Lease one = pool.borrow();
            Pool.Lease two = pool.borrow();
            pool.fill();
            assertThat(instances.made).hasValue(4);
            two.retire();
            two.close();
            pool.fill();
            assertThat(instances.made).hasValue(5);
            assertThat(pool).hasToString("pool of shop.wasm: 1 lent, 3 ready, at most 4");
            one.close();
        }
    }

    @Test
    void whatTheBorrowerClosedOrWouldNotHaveIsNotLentAgain() throws Exception {
        try (Deployment deployment = instances.deployment()) {
            Pool pool = deployment.pool(PoolInstances.limits().size(1).build());
            try (Pool.Lease lease = pool.borrow()) {
                lease.instance().close();
            }
            try (Pool.Lease lease = pool.borrow()) {
                assertThat(instances.name(lease)).isEqualTo("#2");
                lease.retire();
            }
            assertThat(instances.closed).containsExactly("#1", "#2");
            try (Pool.Lease lease = pool.borrow()) {
                assertThat(instances.name(lease)).isEqualTo("#3");
            }
        }
    }

    @Test
    void whatWasClosedWhileItLayReadyIsNotLent() throws Exception {
        try (Deployment deployment = instances.deployment()) {
            Pool pool = deployment.pool(PoolInstances.limits().size(1).build());
            ComponentInstance kept;
            try (Pool.Lease lease = pool.borrow()) {
                kept = lease.instance();
            }
            kept.close(); // which nobody should
            try (Pool.Lease lease = pool.borrow()) {
                assertThat(instances.name(lease)).isEqualTo("#2");
            }
        }
    }

    @Test
    void aLeaseIsReturnedOnceAndOfNoUseAfterwards() throws Exception {
        try (Deployment deployment = instances.deployment()) {
            Pool pool = deployment.pool(PoolInstances.limits().size(1).build());
            Pool.Lease lease = pool.borrow();
            lease.close();
            Pool.Lease other = pool.borrow();
            lease.retire();
            lease.close();
            assertThat(pool).hasToString("pool of shop.wasm: 1 lent, 0 ready, at most 1");
            assertThat(instances.name(other)).isEqualTo("#1");
            assertThatThrownBy(lease::instance)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("pool of shop.wasm: expected a lease that is held, found one that was returned");
            assertThatThrownBy(pool::borrow).isInstanceOf(PoolExhaustedException.class);
            other.close();
            assertThat(instances.closed).isEmpty();
        }
    }

    @Test
    void closingThePoolLeavesWhatIsLentToItsBorrower() throws Exception {
        try (Deployment deployment = instances.deployment()) {
            Pool pool = deployment.pool(PoolInstances.limits().build());
            Pool.Lease lent = pool.borrow();
            pool.borrow().close();
            pool.close();
            pool.close();
            assertThat(instances.closed).containsExactly("#2");
            assertThat(lent.instance().isUsable()).isTrue();
            assertThatThrownBy(pool::borrow)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("pool of shop.wasm: expected to be open, found closed");
            assertThatThrownBy(pool::fill).hasMessage("pool of shop.wasm: expected to be open, found closed");
            lent.close();
            assertThat(instances.closed).containsExactly("#2", "#1");
            deployment.instantiate().close();
        }
    }

    @Test
    void closingTheDeploymentClosesItsPoolsAndWhatTheyLent() throws Exception {
        Deployment deployment = instances.deployment();
        Pool one = deployment.pool(PoolInstances.limits().build());
        Pool two = deployment.pool(PoolInstances.limits().build());
        Pool.Lease lent = one.borrow();
        two.borrow().close();
        deployment.close();
        assertThat(instances.closed).containsExactly("#2", "#1");
        assertThat(lent.instance().isUsable()).isFalse();
        lent.close();
        assertThat(instances.closed).hasSize(2);
        assertThatThrownBy(one::borrow).hasMessage("pool of shop.wasm: expected to be open, found closed");
        assertThatThrownBy(() -> deployment.pool(PoolInstances.limits().build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("deployment of shop.wasm: expected to be open, found closed");
    }

    @Test
    void anInstanceThatCannotBeMadeTakesNoPlace() throws Exception {
        try (Deployment deployment = instances.deployment(number -> {
            if (number < 3) {
                throw new UninstantiableException("shop.wasm: trap while instantiating: unreachable", null);
            }
        })) {
            Pool pool = deployment.pool(PoolInstances.limits().size(1).build());
            assertThatThrownBy(pool::borrow)
                    .isInstanceOf(UninstantiableException.class)
                    .hasMessage("shop.wasm: trap while instantiating: unreachable");
            assertThatThrownBy(pool::fill).isInstanceOf(UninstantiableException.class);
            try (Pool.Lease lease = pool.borrow()) {
                assertThat(instances.name(lease)).isEqualTo("#3");
            }
        }
    }

    @Test
    void aCloseThatFailsIsToldWhomItConcernsAndTakesNoPlace() throws Exception {
        try (Deployment deployment = instances.deployment()) {
            Pool pool = deployment.pool(
                    PoolInstances.limits()
                            .size(1)
                            .uses(1)
                            .idleTime(Duration.ofMinutes(1))
                            .build(),
                    clock);
            Pool.Lease lease = pool.borrow();
            lease.instance().onClose(() -> {
                throw new IllegalStateException("lost");
            });
            assertThatThrownBy(lease::close).hasMessage("lost");
            assertThat(instances.closed).containsExactly("#1");
            pool.borrow().close();

            Pool idle = deployment.pool(
                    PoolInstances.limits()
                            .size(1)
                            .idleTime(Duration.ofMinutes(1))
                            .build(),
                    clock);
            try (Pool.Lease other = idle.borrow()) {
                other.instance().onClose(() -> {
                    throw new IllegalStateException("lost");
                });
            }
            clock.go(Duration.ofMinutes(1));
            idle.borrow().close(); // who borrows another one is not to blame
            assertThat(instances.closed).containsExactly("#1", "#2", "#3");
        }
    }

    @Test
    void closingGoesOnAfterAFailure() throws Exception {
        Deployment deployment = instances.deployment();
        Pool pool = deployment.pool(PoolInstances.limits().build());
        try (Pool.Lease one = pool.borrow();
                Pool.Lease two = pool.borrow()) {
            for (Pool.Lease each : List.of(one, two)) {
                String failure = instances.name(each) + " lost";
                each.instance().onClose(() -> {
                    throw new IllegalStateException(failure);
                });
            }
        }
        assertThatThrownBy(deployment::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("deployment of shop.wasm: 1 failure while closing; the first:"
                        + " java.lang.IllegalStateException")
                .cause()
                .hasMessage("#1 lost")
                .satisfies(first -> assertThat(first.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("#2 lost"));
        assertThat(instances.closed).containsExactly("#1", "#2");
    }

    @Test
    void limitsThatAreNone() {
        assertThatThrownBy(() -> PoolLimits.builder().size(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pool: size: expected 1 or more, found 0");
        assertThatThrownBy(() -> PoolLimits.builder().uses(0).build())
                .hasMessage("pool: uses: expected 1 or more, found 0");
        assertThatThrownBy(() -> PoolLimits.builder().idleTime(Duration.ZERO).build())
                .hasMessage("pool: idle time: expected more than nothing, found PT0S");
        assertThatThrownBy(() ->
                        PoolLimits.builder().waitingTime(Duration.ofMillis(-1)).build())
                .hasMessage("pool: waiting time: expected none or more, found PT-0.001S");
        assertThat(PoolLimits.builder().build())
                .isEqualTo(new PoolLimits(
                        8, PoolLimits.UNLIMITED_USES, PoolLimits.UNLIMITED_TIME, Duration.ofSeconds(10)));
    }
}

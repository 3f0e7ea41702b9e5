package dev.witloof.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.core.CoreFunction;
import dev.witloof.error.TrapException;
import dev.witloof.limit.Limits;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeResourceTypeTest {

    private static final CoreExternType.Func DESTRUCTOR =
            new CoreExternType.Func(List.of(CoreValType.Number.I32), List.of());

    private final List<Object> destroyed = new ArrayList<>();
    private final InstanceState owner = new InstanceState(new Entrance(), null, new Holdings(Limits.NONE, null));
    private final InstanceState user = new InstanceState(new Entrance(), null, new Holdings(Limits.NONE, null));

    @Test
    void droppingAnOwningHandleOfTheHostGivesTheObjectToItsDestructor() {
        RuntimeResourceType type = RuntimeResourceType.host("bucket", destroyed::add);
        assertThat(type.isHost()).isTrue();
        assertThat(type).hasToString("bucket");
        ResourceHandle.own(type, "a").drop(user);
        assertThat(destroyed).containsExactly("a");
    }

    @Test
    void aDestructorOfTheHostThatThrowsIsATrap() {
        IllegalStateException cause = new IllegalStateException("disk full");
        RuntimeResourceType type = RuntimeResourceType.host("bucket", object -> {
            throw cause;
        });
        assertThatThrownBy(() -> ResourceHandle.own(type, "a").drop(user))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("destructor of bucket: java.lang.IllegalStateException: disk full")
                .hasCause(cause);
    }

    @Test
    void droppingAnOwningHandleOfAGuestEntersItsInstance() {
        RuntimeResourceType type = RuntimeResourceType.guest("desk", owner, CoreFunction.ofHost(DESTRUCTOR, args -> {
            destroyed.add(args[0]);
            assertThat(owner.mayEnterFrom(null)).isFalse();
            return new long[0];
        }));
        assertThat(type.owner()).isSameAs(owner);
        user.enterFrom(null);
        ResourceHandle.own(type, -2).drop(user);
        assertThat(destroyed).containsExactly(0xFFFF_FFFEL);
        assertThat(owner.mayEnterFrom(null)).isTrue();
    }

    @Test
    void aGuestThatRunsIsNotEnteredForADestructor() {
        RuntimeResourceType type = RuntimeResourceType.guest("desk", owner, null);
        owner.enterFrom(null);
        assertThatThrownBy(() -> type.destroy(1, user))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage(
                        "destructor of desk: expected an instance that is not running, found one with a call on the way");
        type.destroy(1, owner);
        assertThat(owner.poisonedBy()).isNull();
    }

    @Test
    void aDestructorOfAGuestThatTrapsPoisonsItsInstance() {
        TrapException trap = new TrapException("unreachable");
        RuntimeResourceType type = RuntimeResourceType.guest("desk", owner, CoreFunction.ofHost(DESTRUCTOR, args -> {
            throw trap;
        }));
        assertThatThrownBy(() -> type.destroy(1, user))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("unreachable");
        assertThat(owner.poisonedBy()).hasMessage("unreachable");
        assertThat(user.poisonedBy()).isNull();
    }

    @Test
    void objectsAndRepresentationsAreNotMixedUp() {
        RuntimeResourceType host = RuntimeResourceType.host("bucket", destroyed::add);
        RuntimeResourceType guest = RuntimeResourceType.guest("desk", owner, null);
        assertThatThrownBy(() -> host.destroy(1, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bucket: the host implements it, so it has no representations");
        assertThatThrownBy(() -> guest.destroy("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("desk: a guest implements it, so it has no objects");
        assertThatThrownBy(() -> ResourceHandle.own(guest, 5).object())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("desk: a guest implements it, so there is no object");
    }
}

package dev.witloof.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.LimitException;
import dev.witloof.error.TrapException;
import dev.witloof.limit.Limits;
import dev.witloof.state.BorrowScope;
import dev.witloof.state.Entrance;
import dev.witloof.state.Holdings;
import dev.witloof.state.InstanceState;
import dev.witloof.state.ResourceHandle;
import dev.witloof.state.RuntimeResourceType;
import dev.witloof.type.BorrowType;
import dev.witloof.type.OwnType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.ValType;
import dev.witloof.value.ResourceValue;
import org.junit.jupiter.api.Test;

class HandlesTest {

    private static final ResourceType BUCKET = ResourceType.named("bucket");
    private static final ResourceType DESK = ResourceType.named("desk");
    private static final ValType OWN_BUCKET = new OwnType(BUCKET);
    private static final ValType BORROW_BUCKET = new BorrowType(BUCKET);
    private static final ValType OWN_DESK = new OwnType(DESK);
    private static final ValType BORROW_DESK = new BorrowType(DESK);
    private static final LiftLowerOptions OPTIONS =
            LiftLowerOptions.of(StringEncoding.UTF8, type -> type == BUCKET ? 0 : 1);

    private final RuntimeResourceType bucket = RuntimeResourceType.host("bucket", object -> {});
    private final InstanceState implementer = new InstanceState(new Entrance(), null, new Holdings(Limits.NONE, null));
    private final RuntimeResourceType desk = RuntimeResourceType.guest("desk", implementer, null);
    private final Guest guest = new Guest(bucket, desk);

    @Test
    void anObjectOfTheHostComesBackItself() {
        Object object = new Object();
        assertThat(lower(OWN_BUCKET, object)).isEqualTo(1);
        assertThat(lower(OWN_BUCKET, object)).as("a handle each time").isEqualTo(2);
        assertThat(lift(OWN_BUCKET, 1)).isSameAs(object);
        assertThat(guest.instance.handles().size()).isEqualTo(1);
        assertThatThrownBy(() -> lift(OWN_BUCKET, 1))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("handle 1: unknown");
    }

    @Test
    void aBorrowFromAGuestLendsItsHandleForTheCall() {
        Object object = new Object();
        lower(OWN_BUCKET, object);
        BorrowScope.Subtask call = new BorrowScope.Subtask();
        guest.in(call);
        assertThat(lift(BORROW_BUCKET, 1)).isSameAs(object);
        assertThatThrownBy(() -> lift(OWN_BUCKET, 1))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("handle 1: expected one that is not lent, found bucket lent to a call");
    }

    @Test
    void aHandleThatIsBackCanBeGivenAway() {
        lower(OWN_BUCKET, "a");
        BorrowScope.Subtask call = new BorrowScope.Subtask();
        guest.in(call);
        lift(BORROW_BUCKET, 1);
        call.end();
        assertThat(lift(OWN_BUCKET, 1)).isEqualTo("a");
    }

    @Test
    void aBorrowForAGuestMustBeDropped() {
        BorrowScope.Task task = new BorrowScope.Task();
        guest.in(task);
        assertThat(lower(BORROW_BUCKET, "a")).isEqualTo(1);
        assertThat(task.borrows()).isEqualTo(1);
        guest.instance.handles().remove(1, bucket).drop(guest.instance);
        assertThat(task.borrows()).isZero();
        lower(BORROW_BUCKET, "b");
        assertThatThrownBy(() -> lift(OWN_BUCKET, 1))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("handle 1: expected an owning handle, found bucket that is borrowed");
    }

    @Test
    void aHandleOfAnotherTypeIsATrap() {
        guest.instance.handles().add(ResourceHandle.own(desk, 5));
        assertThatThrownBy(() -> lift(OWN_BUCKET, 1))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("handle 1: expected bucket, found desk");
        guest.in(new BorrowScope.Subtask());
        assertThatThrownBy(() -> lift(BORROW_BUCKET, 9))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("handle 9: unknown");
    }

    @Test
    void aResourceOfAGuestIsAValueThatCanBePassedOnOnce() {
        guest.instance.handles().add(ResourceHandle.own(desk, 5));
        ResourceValue value = (ResourceValue) lift(OWN_DESK, 1);
        assertThat(value.isOwn()).isTrue();
        assertThat(value.rep()).isEqualTo(5);
        assertThat(lower(OWN_DESK, value)).isEqualTo(1);
        assertThat(value.isOpen()).isFalse();
        assertThat(guest.instance.handles().get(1, desk).rep()).isEqualTo(5);
        assertThatThrownBy(() -> lower(OWN_DESK, value))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("desk: expected an open handle, found one that is closed");
    }

    @Test
    void aResourceOfAGuestIsLentForTheCall() {
        ResourceValue value = ResourceValue.own(desk, 5);
        BorrowScope.Task task = new BorrowScope.Task();
        guest.in(task);
        assertThat(lower(BORROW_DESK, value)).isEqualTo(1);
        assertThat(guest.instance.handles().get(1, desk).isOwn()).isFalse();
        assertThatThrownBy(value::close)
                .hasMessage("desk: expected a handle that is not lent, found one lent to a call");
        task.end();
        assertThat(value.giveAway()).isEqualTo(5);
    }

    @Test
    void theInstanceThatImplementsAResourceBorrowsItsRepresentation() {
        RuntimeResourceType own = RuntimeResourceType.guest("desk", guest.instance, null);
        LiftLowerContext cx = new LiftLowerContext(null, null, guest.instance, new RuntimeResourceType[] {bucket, own});
        BorrowScope.Task task = new BorrowScope.Task();
        cx.borrowScope(task);
        long[] flat = new long[1];
        FlatLowering.of(BORROW_DESK, OPTIONS).lower(cx, ResourceValue.own(own, -7), flat, 0);
        assertThat(flat).containsExactly(0xFFFF_FFF9L);
        assertThat(task.borrows()).isZero();
        assertThat(guest.instance.handles().size()).isZero();
        FlatLowering.of(OWN_DESK, OPTIONS).lower(cx, ResourceValue.own(own, -7), flat, 0);
        assertThat(flat).containsExactly(1);
    }

    @Test
    void aBorrowOfAGuestsResourceEndsWithTheCall() {
        guest.instance.handles().add(ResourceHandle.own(desk, 5));
        BorrowScope.Subtask call = new BorrowScope.Subtask();
        guest.in(call);
        ResourceValue value = (ResourceValue) lift(BORROW_DESK, 1);
        assertThat(value.isOwn()).isFalse();
        assertUnfit(OWN_DESK, value, "expected an owned desk, found one that is borrowed");
        BorrowScope.Task task = new BorrowScope.Task();
        guest.in(task);
        assertThat(lower(BORROW_DESK, value)).as("passed on within the call").isEqualTo(2);
        call.end();
        assertThatThrownBy(value::rep)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("desk: expected a handle of a call on the way, found one of a call that is over");
    }

    @Test
    void whatIsNoResourceOfTheTypeIsRefused() {
        guest.in(new BorrowScope.Task());
        RuntimeResourceType otherDesk = RuntimeResourceType.guest("desk", implementer, null);
        RuntimeResourceType chair = RuntimeResourceType.guest("chair", implementer, null);
        for (ValType type : new ValType[] {OWN_BUCKET, BORROW_BUCKET}) {
            assertUnfit(type, null, "expected bucket, found null");
            assertUnfit(type, ResourceValue.own(desk, 1), "expected bucket of the host, found desk of a guest");
        }
        for (ValType type : new ValType[] {OWN_DESK, BORROW_DESK}) {
            assertUnfit(type, null, "expected desk, found null");
            assertUnfit(type, "x", "expected desk, found a value of java.lang.String");
            assertUnfit(type, ResourceValue.own(otherDesk, 1), "expected desk, found another type called desk");
            assertUnfit(type, ResourceValue.own(chair, 1), "expected desk, found chair");
        }
    }

    @Test
    void borrowsNeedTheScopeOfTheirCall() {
        assertThatThrownBy(() -> lower(BORROW_BUCKET, "a"))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("borrow: expected the scope of a call of a lifted function, found none");
        assertThatThrownBy(() -> lift(BORROW_BUCKET, 1))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("borrow: expected the scope of a call of a lowered function, found none");
    }

    @Test
    void theLimitOfHandlesHolds() {
        for (int i = 0; i < 100; i++) {
            lower(OWN_BUCKET, i);
        }
        assertThatThrownBy(() -> lower(OWN_BUCKET, 100))
                .isExactlyInstanceOf(LimitException.class)
                .hasMessage("handles: expected at most 100 in one store, found one more");
    }

    private long lower(ValType type, Object value) {
        long[] flat = new long[1];
        FlatLowering.of(type, OPTIONS).lower(guest.cx, value, flat, 0);
        return flat[0];
    }

    private Object lift(ValType type, int index) {
        guest.write(0, index, 0, 0, 0);
        return Loading.of(type, OPTIONS).load(guest.cx, 0);
    }

    private void assertUnfit(ValType type, Object value, String message) {
        assertThatThrownBy(() -> lower(type, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}

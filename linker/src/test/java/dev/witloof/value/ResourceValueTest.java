package dev.witloof.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.core.CoreFunction;
import dev.witloof.limit.Limits;
import dev.witloof.state.BorrowScope;
import dev.witloof.state.Entrance;
import dev.witloof.state.Holdings;
import dev.witloof.state.InstanceState;
import dev.witloof.state.RuntimeResourceType;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceValueTest {

    private final List<Long> destroyed = new ArrayList<>();
    private final RuntimeResourceType desk = RuntimeResourceType.guest(
            "desk",
            new InstanceState(new Entrance(), null, new Holdings(Limits.NONE, null)),
            CoreFunction.ofHost(new CoreExternType.Func(List.of(CoreValType.Number.I32), List.of()), args -> {
                destroyed.add(args[0]);
                return new long[0];
            }));

    @Test
    void closingEndsTheResourceExactlyOnce() {
        ResourceValue value = ResourceValue.own(desk, 7);
        assertThat(value).hasToString("desk (owned)");
        assertThat(value.rep()).isEqualTo(7);
        value.close();
        value.close();
        assertThat(destroyed).containsExactly(7L);
        assertThat(value.isOpen()).isFalse();
        assertThat(value).hasToString("desk (closed)");
        assertThatThrownBy(value::rep)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("desk: expected an open handle, found one that is closed");
    }

    @Test
    void whatWasGivenAwayIsClosedAndNotEnded() {
        ResourceValue value = ResourceValue.own(desk, 7);
        assertThat(value.giveAway()).isEqualTo(7);
        value.close();
        assertThat(destroyed).isEmpty();
        assertThatThrownBy(value::giveAway)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("desk: expected an open handle, found one that is closed");
    }

    @Test
    void whatIsLentCannotBeClosedBeforeItIsBack() {
        ResourceValue value = ResourceValue.own(desk, 7);
        BorrowScope.Task task = new BorrowScope.Task();
        assertThat(value.lendTo(task)).isEqualTo(7);
        assertThatThrownBy(value::close)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("desk: expected a handle that is not lent, found one lent to a call");
        task.end();
        value.close();
        assertThat(destroyed).containsExactly(7L);
    }

    @Test
    void aBorrowEndsWithItsCallAndNeverEndsTheResource() {
        BorrowScope.Subtask call = new BorrowScope.Subtask();
        ResourceValue value = ResourceValue.borrow(desk, 7, call);
        assertThat(value).hasToString("desk (borrowed)");
        assertThat(value.isOwn()).isFalse();
        assertThat(value.rep()).isEqualTo(7);
        assertThatThrownBy(value::giveAway)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("desk: expected an owned handle, found a borrowed one");
        call.end();
        assertThat(value.isOpen()).isFalse();
        assertThatThrownBy(() -> value.lendTo(new BorrowScope.Task()))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("desk: expected a handle of a call on the way, found one of a call that is over");
        ResourceValue other = ResourceValue.borrow(desk, 8, new BorrowScope.Subtask());
        other.close();
        assertThat(other.isOpen()).isFalse();
        assertThat(destroyed).isEmpty();
    }
}

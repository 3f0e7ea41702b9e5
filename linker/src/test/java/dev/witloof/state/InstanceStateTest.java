package dev.witloof.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.limit.Limits;
import org.junit.jupiter.api.Test;

class InstanceStateTest {

    private final InstanceState root = new InstanceState(new Entrance(), null, new Holdings(Limits.NONE, null));
    private final InstanceState left = new InstanceState(new Entrance(), root, new Holdings(Limits.NONE, null));
    private final InstanceState right = new InstanceState(new Entrance(), root, new Holdings(Limits.NONE, null));
    private final InstanceState leaf = new InstanceState(new Entrance(), left, new Holdings(Limits.NONE, null));

    @Test
    void aCallFromTheHostEntersTheInstanceAndThoseAroundIt() {
        leaf.enterFrom(null);
        assertThat(leaf.mayEnterFrom(null)).isFalse();
        assertThat(left.mayEnterFrom(null)).isFalse();
        assertThat(root.mayEnterFrom(null)).isFalse();
        assertThat(right.mayEnterFrom(null)).as("its parent is running").isFalse();
        leaf.leaveTo(null);
        assertThat(leaf.mayEnterFrom(null)).isTrue();
        assertThat(root.mayEnterFrom(null)).isTrue();
    }

    @Test
    void aCallBetweenSiblingsEntersOnlyWhatTheCallerIsNotInside() {
        leaf.enterFrom(null);
        assertThat(right.mayEnterFrom(leaf)).isTrue();
        right.enterFrom(leaf);
        assertThat(right.mayEnterFrom(leaf)).isFalse();
        assertThat(leaf.mayEnterFrom(right)).as("reentrance").isFalse();
        assertThat(left.mayEnterFrom(right)).isFalse();
        assertThat(root.mayEnterFrom(right)).as("an instance around the caller").isTrue();
        right.leaveTo(leaf);
        assertThat(right.mayEnterFrom(leaf)).isTrue();
        assertThat(leaf.mayEnterFrom(null)).isFalse();
    }

    @Test
    void anInstanceMayCallItself() {
        left.enterFrom(null);
        assertThat(left.mayEnterFrom(left)).isTrue();
        left.enterFrom(left);
        left.leaveTo(left);
        assertThat(left.mayEnterFrom(null)).as("still in the first call").isFalse();
    }

    @Test
    void enteringWhatRunsIsATrap() {
        left.enterFrom(null);
        assertThatThrownBy(() -> left.requireEnterable(null, "export \"run\""))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage(
                        "export \"run\": expected an instance that is not running, found one with a call on the way");
        left.leaveTo(null);
        left.requireEnterable(null, "export \"run\"");
    }

    @Test
    void guestCodeMayNotCallOutWhereItMayNotLeave() {
        left.requireMayLeave();
        left.mayLeave(false);
        assertThat(left.mayLeave()).isFalse();
        assertThatThrownBy(left::requireMayLeave)
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("call: expected none in realloc or post-return, found one");
    }

    @Test
    void aTrapPoisonsTheInstanceAndThoseAroundItAndTheFirstStays() {
        TrapException first = new TrapException("unreachable");
        leaf.poison(first);
        root.poison(new TrapException("second"));
        assertThat(leaf.poisonedBy()).isSameAs(first);
        assertThat(left.poisonedBy()).isSameAs(first);
        assertThat(root.poisonedBy()).isSameAs(first);
        assertThat(right.poisonedBy()).isNull();
        assertThatThrownBy(() -> leaf.requireEnterable(null, "export \"run\""))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("export \"run\": the instance trapped before: unreachable")
                .hasCause(first);
    }

    @Test
    void whatIsBesideATrapSaysThatItTrapped() {
        left.enterFrom(null);
        left.poison(new TrapException("unreachable"));
        assertThatThrownBy(() -> right.requireEnterable(null, "export \"run\""))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("export \"run\": the instance trapped before: unreachable");
    }
}

package dev.witloof.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.LimitException;
import dev.witloof.error.TrapException;
import dev.witloof.limit.Limits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HandleTableTest {

    private static final RuntimeResourceType BUCKET = RuntimeResourceType.host("bucket", object -> {});

    private final HandleTable table = new HandleTable(new Holdings(Limits.NONE, null));

    @Test
    void indicesBeginAt1AndTheLastFreedIsTheNextGivenOut() {
        assertThat(table.add(bucket("a"))).isEqualTo(1);
        assertThat(table.add(bucket("b"))).isEqualTo(2);
        assertThat(table.add(bucket("c"))).isEqualTo(3);
        table.remove(1);
        table.remove(3);
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.add(bucket("d"))).isEqualTo(3);
        assertThat(table.add(bucket("e"))).isEqualTo(1);
        assertThat(table.add(bucket("f"))).isEqualTo(4);
        assertThat(((ResourceHandle) table.get(3)).object()).isEqualTo("d");
    }

    @Test
    void whatIsUndoneWasNeverThere() {
        table.add(bucket("a"));
        table.add(bucket("b"));
        table.add(bucket("c"));
        table.remove(1);
        table.remove(2);
        long mark = table.mark();
        assertThat(table.add(bucket("d"))).isEqualTo(2);
        assertThat(table.add(bucket("e"))).isEqualTo(1);
        assertThat(table.add(bucket("f"))).isEqualTo(4);
        table.undoTo(mark);
        assertThat(table.size()).isEqualTo(1);
        for (int index : new int[] {1, 2, 4}) {
            assertThatThrownBy(() -> table.get(index)).hasMessage("handle " + index + ": unknown");
        }
        assertThat(table.add(bucket("g"))).isEqualTo(2);
        assertThat(table.add(bucket("h"))).isEqualTo(1);
        assertThat(table.add(bucket("i"))).isEqualTo(4);
        assertThat(table.drain()).hasSize(4);
    }

    @Test
    void unknownHandlesAreTraps() {
        table.add(bucket("a"));
        table.remove(1);
        for (int index : new int[] {0, 1, 2, 7}) {
            assertThatThrownBy(() -> table.get(index))
                    .isExactlyInstanceOf(TrapException.class)
                    .hasMessage("handle " + index + ": unknown");
        }
        assertThatThrownBy(() -> table.remove(-1))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("handle 4294967295: unknown");
    }

    @Test
    void aHandleOfAnotherTypeIsATrap() {
        RuntimeResourceType blob = RuntimeResourceType.host("blob", object -> {});
        RuntimeResourceType otherBucket = RuntimeResourceType.host("bucket", object -> {});
        table.add(bucket("a"));
        table.add(() -> "a waitable");
        assertThat(table.get(1, BUCKET).object()).isEqualTo("a");
        assertThatThrownBy(() -> table.get(1, blob)).hasMessage("handle 1: expected blob, found bucket");
        assertThatThrownBy(() -> table.get(1, otherBucket))
                .hasMessage("handle 1: expected bucket, found another type called bucket");
        assertThatThrownBy(() -> table.get(2, BUCKET)).hasMessage("handle 2: expected bucket, found a waitable");
        assertThatThrownBy(() -> table.remove(2, BUCKET)).hasMessage("handle 2: expected bucket, found a waitable");
    }

    @Test
    void aHandleThatIsLentCannotBeTaken() {
        ResourceHandle handle = bucket("a");
        table.add(handle);
        BorrowScope.Subtask call = new BorrowScope.Subtask();
        call.addLender(handle);
        assertThatThrownBy(() -> table.remove(1, BUCKET))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("handle 1: expected one that is not lent, found bucket lent to a call");
    }

    @Test
    void aBorrowedHandleCanBeDroppedButNotGivenAway() {
        table.add(ResourceHandle.borrow(BUCKET, "a", new BorrowScope.Task()));
        table.add(ResourceHandle.borrow(BUCKET, "b", new BorrowScope.Task()));
        assertThatThrownBy(() -> table.removeOwn(1, BUCKET))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("handle 1: expected an owning handle, found bucket that is borrowed");
        assertThat(table.remove(2, BUCKET).object()).isEqualTo("b");
    }

    @Test
    void theEmbeddersLimitCountsWhatIsInAllTablesOfAStore() {
        Holdings two = new Holdings(Limits.builder().handles(2).build(), null);
        HandleTable one = new HandleTable(two);
        HandleTable other = new HandleTable(two);
        String message = "handles: expected at most 2 in one store, found one more";
        long mark = one.mark();
        one.add(bucket("a"));
        other.add(bucket("b"));
        assertThatThrownBy(() -> one.add(bucket("c")))
                .isExactlyInstanceOf(LimitException.class)
                .hasMessage(message);
        other.remove(1);
        assertThat(one.add(bucket("d"))).isEqualTo(2);
        assertThatThrownBy(() -> other.add(bucket("e")))
                .isExactlyInstanceOf(LimitException.class)
                .hasMessage(message);
        one.undoTo(mark);
        other.add(bucket("f"));
        assertThat(other.drain()).hasSize(1);
        one.add(bucket("g"));
        one.add(bucket("h"));
        assertThatThrownBy(() -> one.add(bucket("i")))
                .isExactlyInstanceOf(LimitException.class)
                .hasMessage(message);
    }

    @Test
    void behavesLikeAMapWithAStackOfFreedIndices() {
        Random random = new Random(7);
        Map<Integer, ResourceHandle> expected = new HashMap<>();
        Deque<Integer> freed = new ArrayDeque<>();
        for (int step = 0; step < 20_000; step++) {
            if (expected.size() < 500 && random.nextInt(5) < 3) {
                ResourceHandle handle = bucket(step);
                int index = freed.isEmpty() ? expected.size() + 1 : freed.pop();
                assertThat(table.add(handle)).isEqualTo(index);
                expected.put(index, handle);
            } else if (!expected.isEmpty()) {
                int index = expected.keySet().stream()
                        .skip(random.nextInt(expected.size()))
                        .findFirst()
                        .orElseThrow();
                assertThat(table.remove(index)).isSameAs(expected.remove(index));
                freed.push(index);
            }
            assertThat(table.size()).isEqualTo(expected.size());
        }
        expected.forEach((index, handle) -> assertThat(table.get(index)).isSameAs(handle));
    }

    private static ResourceHandle bucket(Object object) {
        return ResourceHandle.own(BUCKET, object);
    }
}

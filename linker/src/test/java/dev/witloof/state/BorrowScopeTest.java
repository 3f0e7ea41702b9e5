package dev.witloof.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.limit.Limits;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BorrowScopeTest {

    private static final RuntimeResourceType BUCKET = RuntimeResourceType.host("bucket", object -> {
        throw new AssertionError("a borrowed handle does not end the resource");
    });

    private final InstanceState instance = new InstanceState(new Entrance(), null, new Holdings(Limits.NONE, null));

    @Test
    void aCalleeMustDropWhatItBorrowed() {
        BorrowScope.Task task = new BorrowScope.Task();
        ResourceHandle a = ResourceHandle.borrow(BUCKET, "a", task);
        ResourceHandle b = ResourceHandle.borrow(BUCKET, "b", task);
        assertThat(a.isOwn()).isFalse();
        assertThatThrownBy(task::requireDropped)
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("return: expected every borrowed handle to be dropped, found 2 that are not");
        a.drop(instance);
        assertThat(task.borrows()).isEqualTo(1);
        assertThatThrownBy(task::requireDropped)
                .hasMessage("return: expected every borrowed handle to be dropped, found 1 that is not");
        b.drop(instance);
        task.requireDropped();
        assertThat(task.isEnded()).isFalse();
        task.end();
        assertThat(task.isEnded()).isTrue();
    }

    @Test
    void aCallerGetsBackWhatItLentHoweverOften() {
        List<ResourceHandle> handles = Stream.of("a", "b", "c")
                .map(object -> ResourceHandle.own(BUCKET, object))
                .toList();
        BorrowScope.Subtask call = new BorrowScope.Subtask();
        handles.forEach(call::addLender);
        BorrowScope.Subtask second = new BorrowScope.Subtask();
        second.addLender(handles.get(0));
        second.addLender(handles.get(0));
        assertThat(handles).allMatch(ResourceHandle::isLent);
        call.end();
        assertThat(call.isEnded()).isTrue();
        assertThat(handles).extracting(ResourceHandle::isLent).containsExactly(true, false, false);
        second.end();
        assertThat(handles).noneMatch(ResourceHandle::isLent);
    }

    @Test
    void javaGetsBackWhatItLent() {
        BorrowScope.Task task = new BorrowScope.Task();
        int[] given = {0};
        task.addLender(() -> given[0]++);
        task.addLender(() -> given[0] += 10);
        task.end();
        assertThat(given[0]).isEqualTo(11);
    }
}

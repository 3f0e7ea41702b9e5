package dev.witloof.blobstore.service;

import dev.witloof.blobstore.v0_2_0_draft.Container;
import dev.witloof.host.ResultException;
import dev.witloof.host.Tuple2;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A listing that goes on where it was, part by part. */
final class ListedNames implements Container.StreamObjectNames {

    /** So many names at most are given at a time, whatever is asked for. */
    private static final int MOST = 10_000;

    private final StoredContainer container;
    private List<String> part;
    private int at;
    private @Nullable String next;

    /** The listing of a container, with its first part, so that a container that is not there is an error at once. */
    ListedNames(StoredContainer container) throws BlobException {
        this.container = container;
        NamePage first = container.list("");
        this.part = first.names();
        this.next = first.next().orElse(null);
    }

    @Override
    public Tuple2<List<String>, Boolean> readStreamObjectNames(long len) throws ResultException {
        int wanted = (int) (len < 0 ? MOST : Math.min(len, MOST));
        List<String> names = new ArrayList<>();
        boolean ended = Refused.asError(() -> {
            while (names.size() < wanted && has()) {
                int to = Math.min(part.size(), at + wanted - names.size());
                names.addAll(part.subList(at, to));
                at = to;
            }
            return !has();
        });
        return new Tuple2<>(List.copyOf(names), ended);
    }

    @Override
    public Tuple2<Long, Boolean> skipStreamObjectNames(long num) throws ResultException {
        return Refused.asError(() -> {
            long left = num;
            while (left != 0 && has()) {
                int here = part.size() - at;
                int skipped = Long.compareUnsigned(left, here) < 0 ? (int) left : here;
                at += skipped;
                left -= skipped;
            }
            return new Tuple2<>(num - left, !has());
        });
    }

    /** Whether there is a further name; fetches parts until one has names. */
    private boolean has() throws BlobException {
        while (at == part.size() && next != null) {
            NamePage page = container.list(next);
            part = page.names();
            at = 0;
            next = page.next().orElse(null);
        }
        return at < part.size();
    }
}

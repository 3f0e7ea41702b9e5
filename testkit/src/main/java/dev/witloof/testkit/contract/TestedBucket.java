package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A handle whose failures say which clause is broken. */
final class TestedBucket {

    private final Where where;
    private final Draft.Bucket bucket;

    TestedBucket(Where where, Draft.Bucket bucket) {
        this.where = where;
        this.bucket = bucket;
    }

    Where where() {
        return where;
    }

    Object handle() {
        return bucket.handle();
    }

    Draft.Bucket plain() {
        return bucket;
    }

    Optional<byte[]> get(String key) {
        return where.call(Clause.GET, () -> bucket.get(key));
    }

    void set(String key, byte[] value) {
        where.run(Clause.SET, () -> bucket.set(key, value));
    }

    void set(String key, String value) {
        set(key, Values.bytes(value));
    }

    void delete(String key) {
        where.run(Clause.DELETE, () -> bucket.delete(key));
    }

    boolean exists(String key) {
        return where.call(Clause.EXISTS, () -> bucket.exists(key));
    }

    Draft.Page page(Optional<Object> cursor) {
        return where.call(Clause.LIST_KEYS, () -> bucket.listKeys(cursor));
    }

    void close() {
        where.run(Clause.HANDLES, bucket::close);
    }

    /** All keys, page by page. A cursor that comes again would go on for ever. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        Set<Object> cursors = new HashSet<>();
        Optional<Object> cursor = Optional.empty();
        do {
            Draft.Page page = page(cursor);
            keys.addAll(page.keys());
            cursor = page.cursor();
            cursor.ifPresent(next -> assertThat(cursors.add(next))
                    .as("%s, that the cursor %s comes but once", where.says(Clause.CURSOR), next)
                    .isTrue());
        } while (cursor.isPresent());
        return keys;
    }

    /** Fails unless these keys were listed: all of them, no others, and none twice if that is promised. */
    void expectListed(Clause clause, Collection<String> listed, Collection<String> expected, boolean once) {
        expectListed(clause, listed, expected, expected, once);
    }

    /** Fails unless all were listed that stayed, and of the others only those that were there at some time. */
    void expectListed(
            Clause clause,
            Collection<String> listed,
            Collection<String> stayed,
            Collection<String> ever,
            boolean once) {
        new ListedText(where.says(clause), "keys").expect(listed, stayed, ever, once);
    }

    /** Fails unless the key has this value and is there. */
    void expect(Clause clause, String key, byte[] value) {
        assertThat(Values.shown(get(key)))
                .as("%s, of the key %s", where.says(clause), Values.quoted(key))
                .isEqualTo(Values.shown(value));
        assertThat(exists(key))
                .as("%s, of the key %s", where.says(Clause.EXISTS), Values.quoted(key))
                .isTrue();
    }

    void expect(Clause clause, String key, String value) {
        expect(clause, key, Values.bytes(value));
    }

    /** Fails unless the key is not there. */
    void expectNothing(Clause clause, String key) {
        assertThat(Values.shown(get(key)))
                .as("%s, of the key %s", where.says(clause), Values.quoted(key))
                .isEqualTo("nothing");
        assertThat(exists(key))
                .as("%s, of the key %s", where.says(Clause.EXISTS), Values.quoted(key))
                .isFalse();
    }
}

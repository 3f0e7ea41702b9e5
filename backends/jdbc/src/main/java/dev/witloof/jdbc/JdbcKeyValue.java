package dev.witloof.jdbc;

import dev.witloof.keyvalue.service.KeyValueBackend;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.link.Connections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A key-value store in one table of a database, which serves {@code store}, {@code atomics} and {@code batch} of both drafts.
 * Opening a bucket makes it, unless {@link Builder#buckets} says which there are; keys are listed in the order of their
 * hashes, and one that is there throughout exactly once.
 */
public final class JdbcKeyValue extends KeyValueBackend {

    private final Origin origin;
    private final String prefix;
    private final boolean createTables;
    private final Set<String> buckets;
    private final int pageSize;

    private JdbcKeyValue(Builder builder) {
        origin = builder.origin();
        prefix = builder.prefix;
        createTables = builder.createTables;
        buckets = Set.copyOf(builder.buckets);
        pageSize = builder.pageSize;
    }

    /** Such as {@code JDBC key-value at jdbc:postgresql://127.0.0.1:5432/app}. */
    @Override
    public String description() {
        return "JDBC key-value at " + origin;
    }

    @Override
    protected KeyValueService open(Connections connections) throws Exception {
        OpenDatabase open = origin.open(connections);
        try {
            KeyValueSql sql = KeyValueSql.of(open.database().dialect(), prefix, pageSize);
            Tables.ensure(open.database(), sql.table(), sql.probe(), List.of(sql.create()), createTables);
            return new KeyValueTable(open, sql, buckets, pageSize);
        } catch (Exception failure) {
            open.close();
            throw failure;
        }
    }

    /** Collects the settings of a store. */
    public static final class Builder extends JdbcBuilder<Builder> {

        private final Set<String> buckets = new LinkedHashSet<>();
        private int pageSize = 1000;

        Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /** The only buckets that there are: to open another is {@code no-such-store}. By default any may be opened. */
        public Builder buckets(String... names) {
            buckets.addAll(List.of(names));
            return this;
        }

        /**
         * How many keys {@code list-keys} gives at a time, by default 1,000.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder pageSize(int keys) {
            if (keys < 1) {
                throw new IllegalArgumentException("pageSize: expected 1 or more, found " + keys);
            }
            pageSize = keys;
            return this;
        }

        /**
         * The store, not started.
         *
         * @throws IllegalStateException if it has neither a URL nor a data source, or there is no driver for the URL
         */
        public JdbcKeyValue build() {
            return new JdbcKeyValue(this);
        }
    }
}

package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.blobstore.v0_2_0_draft.Blobstore;
import dev.witloof.blobstore.v0_2_0_draft.Container;
import dev.witloof.blobstore.v0_2_0_draft.Types;
import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store of objects that was started, and is called as a component would call it. */
final class StartedBlobs {

    private final BlobWhere where;
    private final Backend.Started started;
    private final Blobstore blobstore;
    private final Types types;

    private StartedBlobs(BlobWhere where, Backend.Started started, ImportRef blobstore, ImportRef types) {
        this.where = where;
        this.started = started;
        this.blobstore = served(Blobstore.class, blobstore);
        this.types = served(Types.class, types);
    }

    /** Starts a backend for the imports of a component: its {@code blobstore} may have a name, what is shared has none. */
    static StartedBlobs start(BlobWhere where, Backend backend) {
        assertThat(backend.serves())
                .as(where.says(BlobClause.SERVES))
                .contains(Blobstore.class, Container.class, Types.class);
        ImportRef blobstore = where.use().importOf(BlobClause.nameOf("blobstore"));
        ImportRef container = Use.UNNAMED.importOf(BlobClause.nameOf("container"));
        ImportRef types = Use.UNNAMED.importOf(BlobClause.nameOf("types"));
        Backend.Started started =
                where.call(BlobClause.SAME_STORE, () -> backend.start(List.of(blobstore, container, types)));
        StartedBlobs store = new StartedBlobs(where, started, blobstore, types);
        store.served(Container.class, container);
        return store;
    }

    private <T> T served(Class<T> type, ImportRef importRef) {
        Object object = where.call(BlobClause.SERVES, () -> started.implementation(importRef));
        assertThat(object).as(where.says(BlobClause.SERVES)).isInstanceOf(type);
        return type.cast(object);
    }

    BlobWhere where() {
        return where;
    }

    /** The interface as it is. */
    Blobstore plain() {
        return blobstore;
    }

    /** What values are made and ended by. */
    Types types() {
        return types;
    }

    TestedContainer create(String name) {
        return container(where.call(BlobClause.CREATE_CONTAINER, () -> blobstore.createContainer(name)));
    }

    TestedContainer open(String name) {
        return container(where.call(BlobClause.GET_CONTAINER, () -> blobstore.getContainer(name)));
    }

    private TestedContainer container(Container.@Nullable Container_ handle) {
        assertThat(handle).as(where.says(BlobClause.ERRORS)).isNotNull();
        return new TestedContainer(where, types, handle);
    }

    boolean exists(String name) {
        return where.call(BlobClause.CONTAINER_EXISTS, () -> blobstore.containerExists(name));
    }

    void delete(String name) {
        where.run(BlobClause.DELETE_CONTAINER, () -> blobstore.deleteContainer(name));
    }

    void copy(String fromContainer, String fromObject, String toContainer, String toObject) {
        where.run(
                BlobClause.COPY_OBJECT,
                () -> blobstore.copyObject(id(fromContainer, fromObject), id(toContainer, toObject)));
    }

    void move(String fromContainer, String fromObject, String toContainer, String toObject) {
        where.run(
                BlobClause.MOVE_OBJECT,
                () -> blobstore.moveObject(id(fromContainer, fromObject), id(toContainer, toObject)));
    }

    static Types.ObjectId id(String container, String object) {
        return new Types.ObjectId(container, object);
    }

    void close() {
        where.run(BlobClause.SAME_STORE, started::close);
    }
}

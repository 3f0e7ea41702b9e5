package dev.witloof.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A backend that was started for some interfaces of one draft, and is called as a component would call it. */
final class Service {

    private final Where where;
    private final Backend.Started started;
    private final Map<String, Object> served = new LinkedHashMap<>();

    private Service(Where where, Backend.Started started) {
        this.where = where;
        this.started = started;
    }

    /** Starts a backend for imports of these interfaces. */
    static Service start(Where where, Backend backend, List<String> interfaces) {
        Map<String, ImportRef> imports = new LinkedHashMap<>();
        for (String each : interfaces) {
            assertThat(backend.serves())
                    .as(where.says(Clause.SERVES))
                    .contains(where.draft().javaInterface(each));
            imports.put(each, where.use().importOf(where.draft().nameOf(each)));
        }
        Backend.Started started = where.call(Clause.SAME_STORE, () -> backend.start(List.copyOf(imports.values())));
        Service service = new Service(where, started);
        imports.forEach((each, importRef) -> {
            Object object = where.call(Clause.SERVES, () -> started.implementation(importRef));
            assertThat(object)
                    .as(where.says(Clause.SERVES))
                    .isInstanceOf(where.draft().javaInterface(each));
            service.served.put(each, object);
        });
        return service;
    }

    Where where() {
        return where;
    }

    /** The store as it is. */
    Draft.Store store() {
        return where.draft().store(object("store"));
    }

    TestedBucket open(String identifier) {
        return new TestedBucket(where, where.call(Clause.OPEN, () -> store().open(identifier)));
    }

    TestedBucket main() {
        return open("main");
    }

    TestedBucket hot() {
        return open("hot");
    }

    Draft.Atomics atomics() {
        return where.draft().atomics(object("atomics"));
    }

    Draft.Batch batch() {
        return where.draft().batch(object("batch"));
    }

    /** What was given for this interface. */
    Object object(String interfaceName) {
        Object object = served.get(interfaceName);
        if (object == null) {
            throw new IllegalArgumentException("not started for " + interfaceName);
        }
        return object;
    }

    void close() {
        where.run(Clause.SAME_STORE, started::close);
    }
}

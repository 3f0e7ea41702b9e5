package dev.witloof.policy;

import dev.witloof.name.InterfaceName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The interfaces of key-value and blob stores of which it is known what only reads. What is not known to read is held to write,
 * so a function that a later version adds is denied rather than let through.
 */
public final class StoreInterfaces {

    private static final Map<InterfaceName, Set<String>> READS = reads();

    private StoreInterfaces() {}

    private static Map<InterfaceName, Set<String>> reads() {
        Map<InterfaceName, Set<String>> reads = new LinkedHashMap<>();
        Set<String> bucket = Set.of("open", "[method]bucket.get", "[method]bucket.exists", "[method]bucket.list-keys");
        for (String version : List.of("0.2.0-draft", "0.2.0-draft2")) {
            reads.put(InterfaceName.parse("wasi:keyvalue/store@" + version), bucket);
            reads.put(InterfaceName.parse("wasi:keyvalue/batch@" + version), Set.of("get-many"));
        }
        reads.put(InterfaceName.parse("wasi:keyvalue/atomics@0.2.0-draft"), Set.of());
        reads.put(
                InterfaceName.parse("wasi:keyvalue/atomics@0.2.0-draft2"),
                Set.of("[static]cas.new", "[method]cas.current"));
        Map<String, String> withTypesApart = Map.of("wasmcloud:keyvalue/", "@0.2.0", "witloof:keyvalue/", "@0.1.0");
        withTypesApart.forEach((name, version) -> {
            reads.put(
                    InterfaceName.parse(name + "types" + version),
                    Set.of("[method]bucket.get", "[method]bucket.exists", "[method]bucket.list-keys"));
            reads.put(InterfaceName.parse(name + "store" + version), Set.of("open"));
            reads.put(InterfaceName.parse(name + "atomics" + version), Set.of());
            reads.put(InterfaceName.parse(name + "cas" + version), Set.of("current"));
            reads.put(InterfaceName.parse(name + "batch" + version), Set.of("get-many"));
        });
        String blobstore = "wasi:blobstore/";
        reads.put(
                InterfaceName.parse(blobstore + "blobstore@0.2.0-draft"), Set.of("get-container", "container-exists"));
        reads.put(
                InterfaceName.parse(blobstore + "container@0.2.0-draft"),
                Set.of(
                        "[method]container.name",
                        "[method]container.info",
                        "[method]container.get-data",
                        "[method]container.list-objects",
                        "[method]container.has-object",
                        "[method]container.object-info",
                        "[method]stream-object-names.read-stream-object-names",
                        "[method]stream-object-names.skip-stream-object-names"));
        // An outgoing value is the guest's own until write-data stores it, and that is denied.
        reads.put(
                InterfaceName.parse(blobstore + "types@0.2.0-draft"),
                Set.of(
                        "[static]outgoing-value.new-outgoing-value",
                        "[method]outgoing-value.outgoing-value-write-body",
                        "[static]outgoing-value.finish",
                        "[static]incoming-value.incoming-value-consume-sync",
                        "[static]incoming-value.incoming-value-consume-async",
                        "[method]incoming-value.size"));
        return reads;
    }

    /** The interfaces, each with its version. */
    public static Set<InterfaceName> names() {
        return Collections.unmodifiableSet(READS.keySet());
    }

    /** The functions that only read, of an interface in a version that matches; empty if that is not known. */
    public static Optional<Set<String>> reads(InterfaceName interfaceName) {
        return READS.entrySet().stream()
                .filter(each -> interfaceName.matches(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}

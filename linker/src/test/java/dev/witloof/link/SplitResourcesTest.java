package dev.witloof.link;

import static dev.witloof.link.Shop.BYTES;
import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.backend;
import static dev.witloof.link.Shop.func;
import static dev.witloof.link.Shop.instance;
import static dev.witloof.link.Shop.named;
import static dev.witloof.link.Shop.param;
import static dev.witloof.link.Shop.plan;
import static dev.witloof.link.Shop.store;
import static dev.witloof.link.Shop.storeFunctions;
import static dev.witloof.link.Shop.unnamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.Problem;
import dev.witloof.error.UnlinkableException;
import dev.witloof.host.WitInterface;
import dev.witloof.type.BorrowType;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ListType;
import dev.witloof.type.OwnType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Resources that two bindings would have to serve; the whole reports. */
class SplitResourcesTest {

    private static void check(Golden golden, String name, Linker.Builder linker, Need... imports) {
        golden.check(
                name,
                catchThrowableOfType(UnlinkableException.class, () -> plan(linker, imports))
                        .getMessage());
    }

    @Test
    void L4_anUnboundImportWhoseResourceOthersTakeSaysThatNoOtherResourceWillDo() {
        Golden golden = Golden.here();
        ResourceType bucket = ResourceType.named("bucket");
        ResourceType backing = ResourceType.named("bucket");
        Linker.Builder linker = Linker.builder();
        linker.bind("sessions", "cache").to(backend("redis", Offer.of(STORE, storeFunctions(BYTES))));
        linker.bindInterface(ATOMICS).to(backend("counters"));
        linker.bindInterface(BATCH).to(backend("counters"));
        linker.bind("counts").to(backend("counters"));
        check(
                golden,
                "split-unbound",
                linker,
                named("sessions", STORE, null, store()),
                named("cache", STORE, null, store()),
                unnamed(STORE, storeOf(bucket)),
                unnamed(ATOMICS, taking(bucket, "increment")),
                unnamed(BATCH, taking(bucket, "get-many", "set-many")),
                named("backing", null, null, instance(Map.of("inner", storeOf(backing)))),
                named("counts", "wasi:keyvalue/counts@0.1.0", null, taking(backing, "count")));
    }

    @Test
    void L4_aBackendThatIsGivenTheResourcesOfAnotherIsAProblem() {
        Golden golden = Golden.here();
        ResourceType bucket = ResourceType.named("bucket");
        Linker.Builder linker = Linker.builder();
        Backend redis =
                backend("redis", Offer.of(STORE, storeFunctions(BYTES)), Offer.of(ATOMICS, taken(bucket, "increment")));
        linker.bind("sessions").to(redis);
        linker.bindInterface(STORE).to(backend("memory", Offer.of(STORE, storeFunctions(BYTES))));
        linker.bindInterface(ATOMICS).to(redis);
        linker.bindInterface(BATCH).to(backend("batches"));
        check(
                golden,
                "split",
                linker,
                named("sessions", STORE, null, store()),
                unnamed(STORE, storeOf(bucket)),
                unnamed(ATOMICS, taking(bucket, "increment")),
                unnamed(BATCH, taking(bucket, "get-many")));
        assertThat(plan(
                                Linker.builder()
                                        .bind("sessions")
                                        .to(backend("other"))
                                        .bindAll(redis),
                                named("sessions", STORE, null, store()),
                                unnamed(STORE, storeOf(bucket)),
                                unnamed(ATOMICS, taking(bucket, "increment")))
                        .bindings())
                .extracting(BoundImport::boundTo)
                .containsExactly("other", "redis", "redis");
    }

    @WitInterface(STORE)
    interface AnyStore {}

    /** The same objects whoever made them; both sides have to say so. */
    @Test
    void backendsMayTakeEachOthersResources() {
        ResourceType bucket = ResourceType.named("bucket");
        Offer[] offers = {Offer.of(STORE, storeFunctions(BYTES)), Offer.of(ATOMICS, taken(bucket, "increment"))};
        Backend own = backend("own", offers);
        Backend sharing = backend("sharing", offers, AnyStore.class);
        Backend other = backend("other", offers, AnyStore.class).and(backend("more"));
        Interceptor nothing = (call, args, next) -> next.call(call, args);
        assertThat(splits(sharing, other.around(nothing))).isFalse();
        assertThat(splits(other, sharing.shared())).isFalse();
        assertThat(splits(own, sharing)).isTrue();
        assertThat(splits(sharing, own)).isTrue();
    }

    private static boolean splits(Backend store, Backend atomics) {
        ResourceType bucket = ResourceType.named("bucket");
        Linker.Builder linker = Linker.builder();
        linker.bindInterface(STORE).to(store);
        linker.bindInterface(ATOMICS).to(atomics);
        Need[] imports = {unnamed(STORE, storeOf(bucket)), unnamed(ATOMICS, taking(bucket, "increment"))};
        try {
            return plan(linker, imports).bindings().isEmpty();
        } catch (UnlinkableException e) {
            assertThat(e.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.SPLIT_RESOURCE);
            return true;
        }
    }

    /** The store that the component makes inside gives on the buckets of another import, and an import takes them from it. */
    @Test
    void L4_theResourceOfAVirtualisedStoreIsThatOfTheImportBehindIt() {
        Linker.Builder linker = Linker.builder();
        linker.bind("sessions").to(backend("redis"));
        linker.bindInterface(ATOMICS).to(backend("counters"));
        assertThatThrownBy(() -> linker.build().plan(Guests.composed("virtualised")))
                .isInstanceOf(UnlinkableException.class)
                .hasMessage("""
                        component (sha256 %s…) cannot be linked: 1 problem in 3 imports

                        1) split resource: import "backing"
                             needs obtain
                             nothing is bound to this name
                             import "wasi:keyvalue/atomics@0.2.0-draft" takes its bucket, in increment
                             no bucket of "sessions" is one: every import has resource types of its own
                             fix: .bind("backing").to(…)\
                        """.formatted("a5b6dfaa"));
        linker.bind("backing").to(backend("redis"));
        assertThat(linker.build().plan(Guests.composed("virtualised")).bindings())
                .extracting(BoundImport::boundTo)
                .containsExactly("redis", "redis", "counters");
    }

    /** Types do not say whether the guest is given a bucket elsewhere, so this is no problem. */
    @Test
    void anImportMayTakeAResourceThatNoFunctionGives() {
        ResourceType bucket = ResourceType.named("bucket");
        Linker.Builder linker = Linker.builder();
        linker.bind("sessions").to(backend("redis"));
        linker.bindInterface(STORE).to(backend("redis"));
        linker.bindInterface(ATOMICS).to(backend("counters"));
        LinkPlan plan = plan(
                linker,
                named("sessions", STORE, null, store()),
                unnamed(STORE, instance(Map.of("bucket", new TypeBound.SubResource(bucket)))),
                unnamed(ATOMICS, taking(bucket, "increment")));
        assertThat(plan.bindings()).extracting(BoundImport::boundTo).containsExactly("redis", "redis", "counters");
    }

    interface Opener {
        interface Bucket {}

        Bucket open(String identifier);
    }

    interface Counter {
        long increment(Opener.Bucket bucket);
    }

    interface NarrowCounter {
        interface Counted extends Opener.Bucket {}

        long increment(Counted bucket);
    }

    interface OtherCounter {
        interface Bucket {}

        long increment(Bucket bucket);
    }

    /** What one import gives as one Java type, another could not take as another. */
    @Test
    void aResourceThatIsTwoJavaTypesIsAProblem() {
        Golden golden = Golden.here();
        ResourceType bucket = ResourceType.named("bucket");
        Opener opener = identifier -> new Opener.Bucket() {};
        InstanceType store = instance(Map.of(
                "bucket",
                new TypeBound.SubResource(bucket),
                "open",
                func(List.of(param("identifier", PrimitiveType.STRING)), new OwnType(bucket))));
        InstanceType counter = instance(Map.of(
                "bucket",
                new TypeBound.Eq(bucket),
                "increment",
                func(List.of(param("bucket", new BorrowType(bucket))), PrimitiveType.U64)));
        Linker.Builder linker = Linker.builder();
        linker.bindInterface(STORE).to(Opener.class, opener);
        linker.bindInterface(ATOMICS).to(OtherCounter.class, taken -> 0);
        check(golden, "split-java", linker, unnamed(STORE, store), unnamed(ATOMICS, counter));
        for (Linker.Builder good : List.of(
                Linker.builder().bindInterface(ATOMICS).to(Counter.class, taken -> 0),
                Linker.builder().bindInterface(ATOMICS).to(NarrowCounter.class, taken -> 0))) {
            good.bindInterface(STORE).to(Opener.class, opener);
            assertThat(plan(good, unnamed(STORE, store), unnamed(ATOMICS, counter))
                            .bindings())
                    .hasSize(2);
        }
    }

    private static final String ATOMICS = "wasi:keyvalue/atomics@0.2.0-draft";
    private static final String BATCH = "wasi:keyvalue/batch@0.2.0-draft";

    private static InstanceType storeOf(ResourceType bucket) {
        Map<String, ExternType> exports = new LinkedHashMap<>();
        exports.put("bucket", new TypeBound.SubResource(bucket));
        exports.put(
                "open", func(List.of(param("identifier", PrimitiveType.STRING)), Shop.orError(new OwnType(bucket))));
        return instance(exports);
    }

    private static InstanceType taking(ResourceType bucket, String... functions) {
        Map<String, ExternType> exports = new LinkedHashMap<>();
        exports.put("bucket", new TypeBound.Eq(bucket));
        exports.putAll(taken(bucket, functions));
        return instance(exports);
    }

    private static Map<String, FuncType> taken(ResourceType bucket, String... functions) {
        Map<String, FuncType> types = new LinkedHashMap<>();
        for (String name : functions) {
            types.put(name, func(List.of(param("buckets", new ListType(new BorrowType(bucket)))), PrimitiveType.U64));
        }
        return types;
    }
}

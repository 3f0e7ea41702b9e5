package dev.witloof.link;

import static dev.witloof.link.Shop.CONFIG;
import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.backend;
import static dev.witloof.link.Shop.functions;
import static dev.witloof.link.Shop.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.host.AdapterKind;
import dev.witloof.instance.Component;
import dev.witloof.policy.LinkPolicy;
import dev.witloof.wrapper.Quota;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ConfigurationDigestTest {

    private static final byte[] EMPTY_COMPONENT = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};

    /** For a component that imports nothing: a binding that it does not use is optional. */
    private static String digest(Consumer<Linker.Builder> declarations) {
        Linker.Builder linker = Linker.builder();
        declarations.accept(linker);
        return Shop.plan(linker).configurationDigest();
    }

    private static BindingBuilder bind(Linker.Builder linker, String name, String... more) {
        return linker.bind(name, more).optional();
    }

    @Test
    void whatIsDeclaredMakesADifference() {
        Backend shared = backend("redis");
        Map<String, Consumer<Linker.Builder>> configurations = new LinkedHashMap<>();
        configurations.put("nothing", l -> {});
        configurations.put("a name", l -> bind(l, "cache").to(backend("redis")));
        configurations.put("another name", l -> bind(l, "cash").to(backend("redis")));
        configurations.put("another backend", l -> bind(l, "cache").to(backend("memcached")));
        configurations.put("functions", l -> bind(l, "cache").to(functions("get")));
        configurations.put("other functions", l -> bind(l, "cache").to(functions("set")));
        configurations.put("a function", l -> bind(l, "cache").toFunction(Shop.NOTHING));
        configurations.put("a factory", l -> bind(l, "cache").toFactory(ref -> shared));
        configurations.put("a resource", l -> bind(l, "cache").toResource(object -> {}));
        configurations.put("a component", l -> bind(l, "cache").toComponent(Component.load(EMPTY_COMPONENT)));
        configurations.put("an object", l -> bind(l, "cache").to(Runnable.class, Thread.currentThread()));
        configurations.put(
                "the same as another interface", l -> bind(l, "cache").to(Object.class, Thread.currentThread()));
        configurations.put(
                "an external-id", l -> bind(l, "cache").withExternalId("eu").to(backend("redis")));
        configurations.put(
                "an external-id alone", l -> l.bindExternalId("eu").optional().to(backend("redis")));
        configurations.put(
                "one that is no text",
                l -> l.bindExternalId("\ud800").optional().to(backend("redis")));
        configurations.put(
                "another that is no text",
                l -> l.bindExternalId("\ud801").optional().to(backend("redis")));
        configurations.put(
                "an interface", l -> l.bindInterface(STORE).optional().to(backend("redis")));
        configurations.put(
                "another interface", l -> l.bindInterface(CONFIG).optional().to(backend("redis")));
        configurations.put("one backend for two", l -> bind(l, "a", "b").to(shared));
        configurations.put("a backend for each", l -> {
            bind(l, "a").to(backend("redis"));
            bind(l, "b").to(backend("redis"));
        });
        configurations.put(
                "settings", l -> bind(l, "cache").declaredWith("port: 1").to(backend("redis")));
        configurations.put(
                "other settings", l -> bind(l, "cache").declaredWith("port: 2").to(backend("redis")));
        configurations.put(
                "a wrapper",
                l -> bind(l, "cache")
                        .to(backend("redis"))
                        .wrap(Quota.perInstance().calls(1)));
        configurations.put(
                "another wrapper",
                l -> bind(l, "cache")
                        .to(backend("redis"))
                        .wrap(Quota.perInstance().calls(2)));
        configurations.put(
                "a policy",
                l -> l.policy(LinkPolicy.builder().deny(r -> r.name("a")).build()));
        configurations.put(
                "another policy",
                l -> l.policy(LinkPolicy.builder().allow(r -> r.name("a")).build()));
        configurations.put(
                "another default",
                l -> l.policy(LinkPolicy.builder()
                        .allow(r -> r.name("a"))
                        .defaultDeny()
                        .build()));
        configurations.put("a resolver", l -> l.resolver(ref -> Optional.empty()));
        configurations.put(
                "two resolvers", l -> l.resolver(ref -> Optional.empty()).resolver(ref -> Optional.empty()));
        configurations.put("all may take the interface's", Linker.Builder::allowInterfaceForNamed);
        configurations.put("other adapters", l -> l.adapters(AdapterKind.PROXY));

        Map<String, String> byDigest = new LinkedHashMap<>();
        configurations.forEach((name, configuration) ->
                assertThat(byDigest.put(digest(configuration), name)).as(name).isNull());
        assertThat(byDigest.keySet()).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    @Test
    void aBindingThatNeedNotBeUsedIsAnother() {
        Need cache = named("cache", STORE);
        Linker.Builder used = Linker.builder().bind("cache").to(backend("redis"));
        Linker.Builder optional = Linker.builder().bind("cache").optional().to(backend("redis"));
        assertThat(Shop.plan(used, cache).configurationDigest())
                .isNotEqualTo(Shop.plan(optional, cache).configurationDigest());
    }

    @Test
    void aNameThatMayTakeTheInterfacesIsPartOfIt() {
        Need cache = named("cache", STORE);
        Linker.Builder one = Linker.builder().bindInterface(STORE).to(backend("redis"));
        Linker.Builder allowed =
                Linker.builder().bindInterface(STORE).to(backend("redis")).allowInterfaceFor("cache");
        Linker.Builder all =
                Linker.builder().bindInterface(STORE).to(backend("redis")).allowInterfaceForNamed();
        assertThat(Shop.plan(allowed, cache).configurationDigest())
                .isNotEqualTo(Shop.plan(all, cache).configurationDigest())
                .isNotEqualTo(Shop.plan(one, Shop.unnamed(STORE)).configurationDigest());
    }

    /** Every text stands behind its length, so that no text can stand for two. */
    @Test
    void whoIsToldMakesNoDifference() {
        assertThat(digest(l -> l.audit(event -> {}))).isEqualTo(digest(l -> {}));
    }

    @Test
    void textsCannotRunIntoEachOther() {
        List<String> digests = new ArrayList<>();
        digests.add(digest(l -> l.bindExternalId("a 5:false").optional().to(backend("b"))));
        digests.add(digest(l -> l.bindExternalId("a").optional().to(backend(" 5:false b"))));
        digests.add(digest(
                l -> l.bindExternalId("a").optional().declaredWith("4:true").to(backend("b"))));
        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void neitherPlaceNorOrderMakesADifference() {
        String here = digest(l -> {
            bind(l, "a", "b").to(backend("redis"));
            bind(l, "c").toFunctions(f -> f.function("get", Shop.NOTHING).function("set", Shop.NOTHING));
        });
        String there = digest(l -> {
            bind(l, "c").toFunctions(f -> f.function("set", Shop.NOTHING).function("get", Shop.NOTHING));
            bind(l, "b", "a").to(backend("redis"));
        });
        assertThat(there).isEqualTo(here);
    }

    /** A digest that changes without the configuration would make every comparison with a kept one useless. */
    @Test
    void itIsTheSameAfterARestart() {
        assertThat(digest(l -> bind(l, "cache").withExternalId("eu").to(backend("redis"))))
                .isEqualTo("5b0d8d43b729c6a8526586d1ea2d4cb2a4c2a5415b3ff1ce466dce0f07ba2672");
    }

    @Test
    void L20_aSecretThatABackendHoldsIsNotInIt() {
        record Redis(String password) implements Backend {
            @Override
            public Started start(List<dev.witloof.name.ImportRef> imports) {
                return ref -> functions("get");
            }
        }
        assertThat(digest(l -> bind(l, "cache").to(new Redis("hunter2"))))
                .isEqualTo(digest(l -> bind(l, "cache").to(new Redis("swordfish"))));
    }
}

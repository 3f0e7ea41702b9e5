package dev.witloof.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Deployment;
import dev.witloof.link.Linker;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interfaces in class loaders of their own, which go when their deployments are closed, and components, which go before their interfaces. */
@Tag("long")
class ReloadTest {

    private static final int TIMES = 1000;
    /** What one loader leaves behind a thousand times would be some 30. */
    private static final long METASPACE_MEGABYTES_MORE = 8;

    /** Loads the interfaces of these tests anew, and all else as they are. */
    private static final class Reloading extends ClassLoader {

        Reloading() {
            super(ReloadTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.matches("dev\\.witloof\\.host\\.(Echo|Things).*")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    /** All in a method of its own, so that nothing of it is left in the frame of the test. */
    private static WeakReference<ClassLoader> reload(Component component, AdapterKind kind) throws Exception {
        Reloading loader = new Reloading();
        Class<?> host = loader.loadClass("dev.witloof.host.Things$OfEcho");
        Class<?> exports = loader.loadClass("dev.witloof.host.Echo");
        run(component, host, exports, kind);
        return new WeakReference<>(loader);
    }

    private static <T> void run(Component component, Class<T> host, Class<?> exports, AdapterKind kind)
            throws ReflectiveOperationException {
        Object echo =
                Proxy.newProxyInstance(host.getClassLoader(), new Class<?>[] {host}, (proxy, method, args) -> args[0]);
        Linker linker = Linker.builder()
                .adapters(kind)
                .bind("host")
                .to(host, host.cast(echo))
                .build();
        try (Deployment deployment = linker.plan(component).start();
                ComponentInstance app = deployment.instantiate()) {
            Object root = app.as(exports);
            Class<?> point = Class.forName("dev.witloof.host.Echo$Point", true, host.getClassLoader());
            Object value = point.getConstructors()[0].newInstance(1, 2.0, "p");
            Object back = exports.getMethod("echoPoint", point).invoke(root, value);
            // Not by equals: the JDK itself keeps the last record whose equals was linked.
            assertThat(point.getMethod("label").invoke(back)).isEqualTo("p");
        }
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void classLoadersGo(AdapterKind kind) throws Exception {
        Component component = EchoTest.echo();
        // The first ones load what all the others use.
        reload(component, kind, 10);
        long before = metaspace();
        reload(component, kind, TIMES);
        assertThat(metaspace()).isLessThan(before + (METASPACE_MEGABYTES_MORE << 20));
        assertThat(component.exports()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void componentsGo(AdapterKind kind) throws Exception {
        List<WeakReference<Component>> components = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Component component = EchoTest.echo();
            run(component, Things.OfEcho.class, Echo.class, kind);
            components.add(new WeakReference<>(component));
        }
        for (int i = 0; i < 20 && components.stream().anyMatch(each -> each.get() != null); i++) {
            System.gc();
            Thread.sleep(100);
        }
        assertThat(components.stream().filter(each -> each.get() != null).count())
                .isZero();
    }

    private static void reload(Component component, AdapterKind kind, int times) throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            loaders.add(reload(component, kind));
        }
        for (int i = 0; i < 20 && loaders.stream().anyMatch(each -> each.get() != null); i++) {
            System.gc();
            Thread.sleep(100);
        }
        assertThat(loaders.stream().filter(each -> each.get() != null).count()).isZero();
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(each -> each.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}

package dev.witloof.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;

/** A class loader that has this package's classes once more. */
final class OwnClasses extends ClassLoader {

    OwnClasses(ClassLoader parent) {
        super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("dev.witloof.files.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** Counts once, with classes of its own. */
    void count(Path directory) throws Exception {
        Runnable counting = (Runnable) loadClass(Counting.class.getName())
                .getDeclaredConstructor(Path.class)
                .newInstance(directory);
        counting.run();
    }

    /** What {@link #count} does. */
    public static final class Counting implements Runnable {

        private final Path directory;

        /** For the loader. */
        public Counting(Path directory) {
            this.directory = directory;
        }

        @Override
        public void run() {
            try (OpenDirectory open = OpenDirectory.open(new Place(directory, "", false, Duration.ofSeconds(30)))) {
                new FilesBucket(open.bucket("main"), 10)
                        .increment("count", 1, dev.witloof.keyvalue.service.CounterType.UNSIGNED);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

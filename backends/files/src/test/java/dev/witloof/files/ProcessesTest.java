package dev.witloof.files;

import static dev.witloof.files.Stores.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.servers.Leaks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes in one directory, some of which are killed. */
final class ProcessesTest {

    private static Leaks before;

    @TempDir
    Path folder;

    @BeforeAll
    static void look() {
        before = Leaks.now();
    }

    @AfterAll
    static void nothingIsLeft() {
        assertThat(before.since()).isEmpty();
    }

    @Test
    void L22_twoProcessesAndThisOneCountWithoutLoss() throws Exception {
        TreeSet<Long> sums = new TreeSet<>();
        try (KeyValueService service = Stores.open(folder);
                Child one = Child.start("increment", folder, 1000);
                Child other = Child.start("increment", folder, 1000)) {
            StoredBucket bucket = service.open("main");
            // Both have begun.
            sums.add(Long.valueOf(one.line()));
            sums.add(Long.valueOf(other.line()));
            for (int i = 0; i < 1000; i++) {
                sums.add(bucket.increment("count", 1, CounterType.UNSIGNED));
            }
            one.lines().forEach(line -> sums.add(Long.valueOf(line)));
            other.lines().forEach(line -> sums.add(Long.valueOf(line)));

            assertThat(sums)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 3000).boxed().toList());
            assertThat(Stores.text(bucket, "count")).isEqualTo("3000");
        }
        Folders.areClosed(folder);
    }

    @Test
    void L22_aWriterThatIsKilledLosesNothingAndTearsNothing() throws Exception {
        kill(6);
    }

    @Test
    @Tag("long")
    void L22_aWriterThatIsKilled200TimesLosesNothingAndTearsNothing() throws Exception {
        kill(200);
    }

    private void kill(int times) throws Exception {
        Random random = new Random(times);
        int last = 0;
        long counted = 0;
        for (int i = 0; i < times; i++) {
            try (KeyValueService service = Stores.open(folder);
                    Child child = Child.start("write", folder, last + 1)) {
                StoredBucket bucket = service.open("main");
                int acknowledged = Integer.parseInt(child.line());
                long end = System.nanoTime() + random.nextInt(40_000_000);
                while (System.nanoTime() < end) {
                    whole(bucket, random.nextInt(7));
                }
                child.kill();
                List<String> lines = child.lines();
                // The last line may be torn itself.
                acknowledged = Math.max(acknowledged, acknowledged + lines.size() - 1);
                for (int number = Math.max(1, acknowledged - 6); number <= acknowledged; number++) {
                    assertThat(whole(bucket, number))
                            .as("the number of the value")
                            .isGreaterThanOrEqualTo(number);
                }
                counted += acknowledged - last;
                assertThat(Long.parseLong(Stores.text(bucket, "count")))
                        .as("the count after kill %s", i)
                        .isGreaterThanOrEqualTo(counted);
                counted = Long.parseLong(Stores.text(bucket, "count"));
                last = acknowledged;
            }
        }
        Stores.open(folder).close();
        assertThat(folder.resolve("writers")).isEmptyDirectory();
    }

    /** The number of a value that is one writing's, from its first byte to its last. */
    private static int whole(StoredBucket bucket, int key) throws Exception {
        byte[] value = bucket.get(Child.key(key));
        if (value == null) {
            return 0;
        }
        int number = ByteBuffer.wrap(value).getInt();
        assertThat(value).isEqualTo(Child.value(number));
        return number;
    }

    @Test
    void whatAKilledWriterLeftIsRemovedAndWhatALivingOneHasIsNot() throws Exception {
        try (Child killed = Child.start("hold", folder, 1);
                Child living = Child.start("hold", folder, 2)) {
            assertThat(killed.line()).isEqualTo("held");
            assertThat(living.line()).isEqualTo("held");
            assertThat(Folders.drafts(folder)).hasSize(2);

            killed.kill();
            try (KeyValueService first = Stores.open(folder)) {
                assertThat(Folders.drafts(folder))
                        .singleElement()
                        .asString()
                        .startsWith("writers/" + living.pid() + "-")
                        .endsWith("/1");
                OpenDirectory other = OpenDirectory.open(new Place(folder, "", true, Duration.ofSeconds(1)));
                other.write(Address.of("unfinished"), bytes("here"));
                // A start in the same process leaves that alone too.
                Stores.open(folder).close();
                assertThat(Folders.drafts(folder)).hasSize(2);
                // Nor did it drop this process's lock on it.
                try (Child next = Child.start("try", folder, 3)) {
                    assertThat(next.lines()).containsExactly("free");
                }
                assertThat(Folders.drafts(folder)).hasSize(2);
                other.close();
                assertThat(Folders.drafts(folder)).hasSize(1);
            }
            living.kill();
            Stores.open(folder).close();
            assertThat(folder.resolve("writers")).isEmptyDirectory();
        }
    }

    @Test
    void aLockThatAnotherProcessHoldsIsWaitedForInVain() throws Exception {
        String key = "a";
        try (Child child = Child.start("hold", folder, Address.of(key).shard());
                KeyValueService service =
                        Stores.open(FileStores.keyValue(folder).callTimeout(Duration.ofMillis(100)))) {
            assertThat(child.line()).isEqualTo("held");
            StoredBucket bucket = service.open("main");

            assertThatThrownBy(() -> bucket.set(key, bytes("value")))
                    .hasMessage("set: expected a directory that works, found: others wrote all the time")
                    .extracting(failure -> ((KeyValueException) failure).kind())
                    .isEqualTo(KeyValueException.Kind.TIMEOUT);
            assertThat(bucket.get(key)).isNull();
            // Reading waits for nobody, nor do keys of other shards.
            bucket.set("b", bytes("value"));
            child.kill();
            bucket.set(key, bytes("value"));
            assertThat(Stores.text(bucket, key)).isEqualTo("value");
            assertThat(Folders.drafts(folder)).singleElement().asString().contains("/" + child.pid() + "-");
        }
    }

    /** To close a file that the process has locked would drop the lock; so nobody has it open who waits. */
    @Test
    void whoWaitsInThisProcessDropsNoLock() throws Exception {
        Place impatient = new Place(folder, "", false, Duration.ofMillis(50));
        try (OpenDirectory holder = OpenDirectory.open(new Place(folder, "", false, Duration.ofSeconds(10)));
                OpenDirectory waiter = OpenDirectory.open(impatient)) {
            Thread waiting = new Thread(() -> {
                try {
                    waiter.locks().holding(1, () -> true);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            List<String> found = holder.locks().holding(1, () -> {
                waiting.start();
                // Longer than it would wait for another process.
                waiting.join(200);
                try (Child child = Child.start("try", folder, 1)) {
                    return child.lines();
                }
            });
            waiting.join();
            assertThat(found).containsExactly("busy");
        }
    }

    /** Each with classes of its own, which share nothing but the virtual machine. */
    @Test
    void classLoadersOfOneProcessAndAnotherProcessCountWithoutLoss() throws Exception {
        int loaders = 3;
        int times = 300;
        List<Thread> threads = new ArrayList<>();
        Map<Integer, Throwable> failures = new HashMap<>();
        try (Child child = Child.start("increment", folder, times)) {
            TreeSet<Long> sums = new TreeSet<>();
            sums.add(Long.valueOf(child.line()));
            for (int i = 0; i < loaders; i++) {
                int number = i;
                OwnClasses classes = new OwnClasses(LayoutTest.class.getClassLoader());
                Thread thread = new Thread(() -> {
                    try {
                        // Each call opens the directory, counts once and closes it.
                        for (int n = 0; n < times; n++) {
                            classes.count(folder);
                        }
                    } catch (Throwable e) {
                        synchronized (failures) {
                            failures.put(number, e);
                        }
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            child.lines().forEach(line -> sums.add(Long.valueOf(line)));
            assertThat(failures).isEmpty();
        }
        try (KeyValueService service = Stores.open(folder)) {
            assertThat(Stores.text(service.open("main"), "count")).isEqualTo(String.valueOf((loaders + 1) * times));
        }
        Folders.areClosed(folder);
    }

    @Test
    void aFileThatMayNotGrowIsTheInterfacesError() throws Exception {
        try (KeyValueService service = Stores.open(folder);
                Child child = Child.startBy(
                        List.of("sh", "-c", "ulimit -f 100; exec \"$@\"", "sh"), "set", folder, "large", 1 << 20)) {
            service.open("main").set("large", bytes("old"));

            assertThat(child.lines())
                    .containsExactly("OTHER set: expected a directory that works, found: File too large");
            assertThat(Stores.text(service.open("main"), "large")).isEqualTo("old");
            assertThat(Folders.drafts(folder)).isEmpty();
        }
    }

    @Test
    void aDirectoryThatMayNotBeWrittenIsTheInterfacesError() throws Exception {
        try (KeyValueService service = Stores.open(folder)) {
            service.open("main").set("a", bytes("old"));
            Path shard = folder.resolve("keyvalue/name-main/ca");
            Files.setPosixFilePermissions(shard, PosixFilePermissions.fromString("r-x------"));
            try (Child child = Child.startBy(withoutPrivileges(), "set", folder, "a", 10)) {
                assertThat(child.lines())
                        .containsExactly("OTHER set: expected a directory that works, found: permission denied");
            }
            Files.setPosixFilePermissions(shard, PosixFilePermissions.fromString("rwx------"));
            assertThat(Stores.text(service.open("main"), "a")).isEqualTo("old");
            assertThat(Folders.drafts(folder)).isEmpty();
        }
    }

    /** The superuser may write everywhere, unless he gives up that. */
    private static List<String> withoutPrivileges() {
        return System.getProperty("user.name").equals("root")
                ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search")
                : List.of();
    }

    @Test
    void aFileWhereAFolderShouldBeIsTheInterfacesError() throws Exception {
        try (KeyValueService service = Stores.open(folder)) {
            StoredBucket bucket = service.open("main");
            bucket.set("a", bytes("old"));
            Path shard = folder.resolve("keyvalue/name-main/ca");
            Files.delete(shard.resolve(Address.of("a").file()));
            Files.delete(shard);
            Files.writeString(shard, "a file, where a folder should be");

            assertThatThrownBy(() -> bucket.set("a", bytes("new")))
                    .hasMessage("set: expected a directory that works, found: Not a directory");
            assertThatThrownBy(() -> bucket.get("a"))
                    .hasMessage("get: expected a directory that works, found: Not a directory");
            assertThat(Folders.drafts(folder)).isEmpty();
        }
    }
}

package dev.witloof.testkit.contract;

import dev.witloof.keyvalue.v0_2_0_draft2.Atomics;
import dev.witloof.keyvalue.v0_2_0_draft2.Store;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a process of its own does with a store. It never stays behind: it ends with its parent, and after two minutes. */
final class ChildMain {

    static final String READY = "child ready";
    static final String RESULT = "child result ";
    static final String DONE = "child done";

    private static final String KEY = "n";
    private static final int SECONDS = 120;

    private final Service service;
    private final TestedBucket bucket;
    private final List<String> results = new ArrayList<>();

    private ChildMain(Service service) {
        this.service = service;
        this.bucket = service.main();
    }

    /** What is done with the bucket {@code main}. */
    enum Task {
        /** Adds 1 so many times, by the first draft; the results are the sums. */
        INCREMENT_UNSIGNED(new FirstDraft()),
        /** Adds 1 so many times, by the second draft; the results are the sums. */
        INCREMENT_SIGNED(new SecondDraft()),
        /** Adds 1 so many times, by swapping; the results are the sums. */
        SWAP(new SecondDraft()),
        /** Lists from a cursor to the end; the results are the keys. */
        LIST(new SecondDraft()),
        /** Sets the key that is named to its own name. */
        SET(new SecondDraft());

        private final Draft draft;

        Task(Draft draft) {
            this.draft = draft;
        }
    }

    /**
     * Runs a task.
     *
     * @param args the class that opens the store, the task, what the task is told, and what the class is told
     */
    public static void main(String[] args) throws Exception {
        Constructor<?> constructor = Class.forName(args[0]).getDeclaredConstructor();
        constructor.setAccessible(true);
        Elsewhere.Opening opening = (Elsewhere.Opening) constructor.newInstance();
        Task task = Task.valueOf(args[1]);
        CountDownLatch begin = new CountDownLatch(1);
        background(() -> {
            if (System.in.read() >= 0) {
                begin.countDown();
                System.in.read();
            }
            Runtime.getRuntime().halt(3);
        });
        background(() -> {
            TimeUnit.SECONDS.sleep(SECONDS);
            say("no end after " + SECONDS + " s");
            Runtime.getRuntime().halt(4);
        });
        Service service = Service.start(
                new Where(task.draft, Use.UNNAMED),
                opening.open(List.of(args).subList(3, args.length)),
                List.of("store", "atomics"));
        ChildMain child = new ChildMain(service);
        say(READY);
        begin.await();
        child.run(task, args[2]);
        service.close();
        child.results.forEach(result -> say(RESULT + result));
        say(DONE);
    }

    private interface Background {
        void run() throws IOException, InterruptedException;
    }

    private static void background(Background code) {
        Thread thread = new Thread(() -> {
            try {
                code.run();
            } catch (IOException | InterruptedException e) {
                Runtime.getRuntime().halt(5);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void say(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    private void run(Task task, String argument) throws Exception {
        switch (task) {
            case INCREMENT_UNSIGNED, INCREMENT_SIGNED -> {
                for (int i = Integer.parseInt(argument); i > 0; i--) {
                    results.add(String.valueOf(CounterClauses.increment(service, bucket, KEY, 1)));
                }
            }
            case SWAP -> {
                for (int i = Integer.parseInt(argument); i > 0; i--) {
                    results.add(String.valueOf(swap()));
                }
            }
            case LIST -> list(argument);
            case SET -> bucket.set(argument, argument);
        }
    }

    private long swap() throws Exception {
        Atomics atomics = (Atomics) service.object("atomics");
        Atomics.Cas cas = atomics.casNew((Store.Bucket) bucket.handle(), KEY);
        while (true) {
            long sum = 1
                    + cas.current()
                            .map(digits -> Long.parseLong(new String(digits, StandardCharsets.US_ASCII)))
                            .orElse(0L);
            try {
                atomics.swap(cas, Values.bytes(String.valueOf(sum)));
                return sum;
            } catch (Atomics.CasErrorException failure) {
                if (!(failure.error() instanceof Atomics.CasError.CasFailed changed)) {
                    throw failure;
                }
                cas = changed.value();
            }
        }
    }

    private void list(String from) {
        Optional<Object> cursor = Optional.of(from);
        while (cursor.isPresent()) {
            Draft.Page page = bucket.page(cursor);
            results.addAll(page.keys());
            cursor = page.cursor();
        }
    }
}

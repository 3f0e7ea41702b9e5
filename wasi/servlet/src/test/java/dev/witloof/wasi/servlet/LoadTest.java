package dev.witloof.wasi.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 20,000 requests on eight connections; a handle that a request leaves behind would end the pool's instances. */
class LoadTest {

    @ParameterizedTest
    @CsvSource({"JDK, POOL, 8000", "JDK, EACH, 4000", "JETTY, POOL, 4000", "TOMCAT, EACH, 4000"})
    @Timeout(60)
    void everyRequestIsAnsweredAsItShould(Server.Kind kind, Guest.Instances instances, int count) throws Exception {
        Queue<String> wrong = new ConcurrentLinkedQueue<>();

        Load.run(kind, instances, 1, count, wrong, () -> {});

        assertThat(wrong).isEmpty();
    }
}

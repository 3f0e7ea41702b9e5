package dev.witloof.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.maven.Sample.Run;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("long")
final class ModulesIT {

    @BeforeAll
    static void modules() throws IOException {
        Reactor.layOut();
    }

    @ParameterizedTest
    @EnumSource
    void oneModuleUsesWhatAnotherGenerated(Maven maven) throws IOException {
        Sample modules = Sample.of("modules", maven);

        Run run = modules.run("test-compile", "-T2");

        assertThat(run.lines("[ERROR] ")).isEmpty();
        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(modules.path("contract/target/classes/acme/orders/v1_0_0/Types$Order.class"))
                .exists();
        assertThat(modules.path("service/target/generated-sources/witloof/acme/orders"))
                .doesNotExist();
        assertThat(modules.path("service/target/classes/app/LongOrders.class")).exists();
        assertThat(modules.path("service/target/classes/acme/probe")).doesNotExist();
        assertThat(modules.path("service/target/test-classes/acme/probe/v1_0_0/Probe.class"))
                .exists();
        assertThat(modules.path("service/target/test-classes/app/Counter.class"))
                .exists();
    }
}

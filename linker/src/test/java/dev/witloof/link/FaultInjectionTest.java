package dev.witloof.link;

import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.functions;
import static dev.witloof.link.Shop.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.witloof.error.StartException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.instance.Component;
import dev.witloof.instance.Store;
import dev.witloof.name.ImportRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step between planning and a closed deployment fails in every way, alone and together with a close that fails. */
class FaultInjectionTest {

    private static final byte[] EMPTY_COMPONENT = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};
    private static final List<String> BACKENDS = List.of("one", "two", "three");
    private static final List<String> STEPS = List.of(
            "one.start",
            "one.implementation(a)",
            "one.implementation(b)",
            "two.start",
            "two.implementation(c)",
            "three.start",
            "three.implementation(d)",
            "instantiate");

    /** Ways to fail. */
    private enum How {
        EXCEPTION,
        RUNTIME_EXCEPTION,
        ERROR,
        INTERRUPTED,
        UNDECLARED,
        NULL,
        WRONG_TYPE,
        LACKING;

        /** Throws; those ways that are a wrong result do not. */
        void fail() throws Exception {
            switch (this) {
                case EXCEPTION -> throw new IOException("password=hunter2");
                case RUNTIME_EXCEPTION -> throw new IllegalArgumentException("password=hunter2");
                case ERROR -> throw new LinkageError("password=hunter2");
                case INTERRUPTED -> throw new InterruptedException();
                case UNDECLARED -> FaultInjectionTest.<RuntimeException>undeclared(new ClassNotFoundException("x"));
                case NULL, WRONG_TYPE, LACKING -> {}
            }
        }

        boolean fits(String step) {
            boolean throwing = ordinal() <= UNDECLARED.ordinal();
            return throwing
                    ? !step.equals("instantiate") || this == RUNTIME_EXCEPTION || this == ERROR
                    : step.endsWith(")") || this == NULL && step.endsWith("start");
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void undeclared(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private final List<String> opened = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final List<Boolean> interruptedWhileClosing = new ArrayList<>();

    @AfterEach
    void noInterruptIsLeft() {
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private final class Failing implements Backend {

        private final String name;
        private final String step;
        private final How how;
        private final String closing;
        private final How closingHow;

        Failing(String name, String step, How how, String closing, How closingHow) {
            this.name = name;
            this.step = step;
            this.how = how;
            this.closing = closing;
            this.closingHow = closingHow;
        }

        private boolean fails(String at) throws Exception {
            if (!step.equals(name + "." + at)) {
                return false;
            }
            how.fail();
            return true;
        }

        @Override
        public Started start(List<ImportRef> imports) throws Exception {
            if (fails("start")) {
                return null;
            }
            opened.add(name);
            return new Started() {
                @Override
                public Object implementation(ImportRef ref) throws Exception {
                    if (!fails("implementation(" + ref.name() + ")")) {
                        return functions("get");
                    }
                    return how == How.NULL ? null : how == How.LACKING ? functions("set") : "not functions";
                }

                @Override
                public void close() throws Exception {
                    closed.add(name);
                    interruptedWhileClosing.add(Thread.currentThread().isInterrupted());
                    if (closing.equals(name)) {
                        closingHow.fail();
                    }
                }
            };
        }
    }

    private LinkPlan plan(String step, How how, String closing, How closingHow) {
        Linker linker = Linker.builder()
                .bind("d")
                .to(new Failing("three", step, how, closing, closingHow))
                .bind("a", "b")
                .to(new Failing("one", step, how, closing, closingHow))
                .bind("c")
                .to(new Failing("two", step, how, closing, closingHow))
                .build();
        Need[] imports = {named("a", STORE), named("b", STORE), named("c", STORE), named("d", STORE)};
        return linker.plan(Shop.component(imports), values -> {
            if (step.equals("instantiate")) {
                if (how == How.ERROR) {
                    throw new LinkageError();
                }
                throw new UninstantiableException("shop.wasm: trap while instantiating: unreachable", null);
            }
            return new Store().instantiate(Component.load(EMPTY_COMPONENT), Map.of());
        });
    }

    static Stream<Arguments> faults() {
        List<How> ways = List.of(How.values());
        return STEPS.stream()
                .flatMap(step -> ways.stream()
                        .filter(how -> how.fits(step))
                        .flatMap(how -> Stream.of(
                                        Stream.of(Arguments.of(step, how, "none", How.EXCEPTION)),
                                        BACKENDS.stream()
                                                .flatMap(closing -> ways.stream()
                                                        .filter(each -> each.fits("one.close"))
                                                        .map(each -> Arguments.of(step, how, closing, each))))
                                .flatMap(each -> each)));
    }

    @ParameterizedTest(name = "{0} {1}, closing {2} {3}")
    @MethodSource("faults")
    void L8_nothingIsLeftOpenAfterAFault(String step, How how, String closing, How closingHow) {
        Throwable failure =
                catchThrowable(() -> plan(step, how, closing, closingHow).instantiate());
        boolean interrupted = Thread.interrupted();

        assertThat(closed).isEqualTo(reversed(opened));
        assertThat(interruptedWhileClosing).doesNotContain(true);
        assertThat(opened).isEqualTo(expectedToOpen(step));
        assertThat(failure)
                .isInstanceOf(
                        how == How.ERROR
                                ? LinkageError.class
                                : step.equals("instantiate") ? UninstantiableException.class : StartException.class);
        boolean closeFailed = opened.contains(closing);
        assertThat(failure.getSuppressed()).hasSize(closeFailed ? 1 : 0);
        assertThat(interrupted).isEqualTo(how == How.INTERRUPTED || closeFailed && closingHow == How.INTERRUPTED);
        assertThat(failure.getMessage() == null ? "" : failure.getMessage())
                .doesNotContain(how == How.ERROR ? "-" : "hunter2");
    }

    private static List<String> expectedToOpen(String step) {
        int last = BACKENDS.indexOf(step.replaceAll("\\..*", ""));
        return step.equals("instantiate") ? BACKENDS : BACKENDS.subList(0, step.endsWith("start") ? last : last + 1);
    }

    private static List<String> reversed(List<String> list) {
        List<String> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    static Stream<Arguments> closings() {
        return BACKENDS.stream()
                .flatMap(closing -> Stream.of(How.values())
                        .filter(each -> each.fits("one.close"))
                        .map(each -> Arguments.of(closing, each)));
    }

    @ParameterizedTest(name = "closing {0} {1}")
    @MethodSource("closings")
    void aCloseThatFailsStopsNoOther(String closing, How how) {
        Deployment deployment = plan("none", How.NULL, closing, how).start();
        Throwable failure = catchThrowable(deployment::close);
        boolean interrupted = Thread.interrupted();

        assertThat(closed).containsExactly("three", "two", "one");
        assertThat(failure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("deployment of shop\\.wasm: 1 failure while closing; the first: [a-zA-Z.]+");
        assertThat(interrupted).isEqualTo(how == How.INTERRUPTED);
        deployment.close();
        assertThat(closed).hasSize(3);
    }

    @Test
    void anInterruptCutsNoCloseShortAndIsThereAgainAfterwards() {
        Deployment deployment = plan("none", How.NULL, "two", How.INTERRUPTED).start();
        Thread.currentThread().interrupt();
        Throwable failure = catchThrowable(deployment::close);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).hasCauseInstanceOf(InterruptedException.class);
        assertThat(closed).containsExactly("three", "two", "one");
        assertThat(interruptedWhileClosing).containsExactly(false, false, false);
    }

    @Test
    void aThreadThatIsInterruptedStartsWhatDoesNotWait() {
        Thread.currentThread().interrupt();
        Deployment deployment = plan("none", How.NULL, "none", How.NULL).start();
        assertThat(Thread.interrupted()).isTrue();
        deployment.close();
        assertThat(closed).containsExactly("three", "two", "one");
    }

    @Test
    void L16_whatAFailedDeploymentHadAsItsDefaultIsClosedToo() {
        // The binding for the interface is the default of unnamed imports; here it is started before the one that
        // fails.
        Linker linker = Linker.builder()
                .bindInterface(STORE)
                .to(new Failing("default", "none", How.NULL, "none", How.NULL))
                .bind("c")
                .to(new Failing("named", "named.start", How.EXCEPTION, "none", How.NULL))
                .build();
        LinkPlan plan = linker.plan(Shop.component(Shop.unnamed(STORE), named("c", STORE)), values -> {
            throw new AssertionError();
        });
        assertThat(catchThrowable(plan::start)).isInstanceOf(StartException.class);
        assertThat(opened).containsExactly("default");
        assertThat(closed).containsExactly("default");
    }

    @Test
    void L16_whatAStoppedDeploymentHadAsItsDefaultIsClosedToo() {
        Linker linker = Linker.builder()
                .bindInterface(STORE)
                .to(new Failing("default", "none", How.NULL, "none", How.NULL))
                .allowInterfaceForNamed()
                .build();
        LinkPlan plan = linker.plan(Shop.component(Shop.unnamed(STORE), named("c", STORE)), values -> {
            throw new AssertionError();
        });
        plan.start().close();
        assertThat(opened).containsExactly("default");
        assertThat(closed).containsExactly("default");
    }
}

package dev.witloof.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A JUnit test of a component. Each import is served by a strict mock, except those for which the test has something else;
 * after each test the mocks are {@linkplain Mocks#verify verified} and everything is closed.
 *
 * <pre>{@code
 * @WitloofTest("shop.wasm")
 * class ShopTest {
 *     @Import("cache") Mock cache;                            // a mock, to be stubbed
 *     @Import("sessions") Store sessions = new FakeStore();   // any object of an interface, or a Backend
 *     @Export("admin") Desk admin;
 *
 *     @Test
 *     void greets(ComponentInstance shop) { … }
 * }
 * }</pre>
 *
 * <p>Parameters may be a {@code Component}, its {@code LinkPlan}, the {@code ComponentInstance}, {@link Mocks}, and what {@link
 * Import} and {@link Export} stand at. An instance is made when something first asks for it, and lives for a test method, or
 * for the test class if that has the life cycle {@code PER_CLASS}. Tests may run in parallel: each has its own.
 *
 * <p>Works with JUnit 5.14 and 6.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WitloofExtension.class)
public @interface WitloofTest {

    /**
     * Where the component is: a resource of the class path, seen from the test class or from the root; else a file.
     */
    String value() default "";

    /** In place of that, a static method of the test class without parameters that gives a {@code Component}. */
    String from() default "";

    /** The names of imports that are not mocked, because a method marked {@link Bind} binds them. */
    String[] unmocked() default {};
}

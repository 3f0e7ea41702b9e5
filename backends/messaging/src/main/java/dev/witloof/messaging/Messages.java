package dev.witloof.messaging;

/**
 * Messages in memory, which serve {@code wasmcloud:messaging/consumer@0.2.0} and {@code wasi:messaging@0.2.0-draft}, under
 * names and without.
 *
 * <pre>{@code
 * InMemoryMessaging messaging = Messages.inMemory();
 * Linker.builder().bind("orders", "audit").to(messaging) …
 * }</pre>
 *
 * <p>Who is subscribed is known as long as the backend object lives: everything that is connected through one object hears
 * each other, whatever linker or import it came by; two objects share nothing.
 */
public final class Messages {

    private Messages() {}

    /** Messages in memory with the bounds that {@link InMemoryMessaging.Builder} has by default. */
    public static InMemoryMessaging inMemory() {
        return InMemoryMessaging.builder().build();
    }
}

package dev.witloof.wasi.random;

import dev.witloof.error.TrapException;
import dev.witloof.host.Tuple2;
import dev.witloof.wasi.io.HostTime;
import java.util.random.RandomGenerator;

/**
 * {@code wasi:random}, all of it over one generator. Whether what it gives can be guessed is up to the generator: one for
 * secrets is a {@link java.security.SecureRandom}.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-random/blob/39796b821b61d5141d9f87f6e5bde8e67f73a47a/wit/random.wit">wasi:random/random</a>
 */
public final class GeneratedRandom implements Random, Insecure, InsecureSeed {

    /** How many bytes a guest may have at once. */
    private static final int MOST = 1 << 24;

    private final RandomGenerator generator;
    private final HostTime time;

    /** Random numbers of this generator, which only one thread at a time uses. */
    public GeneratedRandom(RandomGenerator generator) {
        this(generator, HostTime.unlimited());
    }

    private GeneratedRandom(RandomGenerator generator, HostTime time) {
        this.generator = generator;
        this.time = time;
    }

    /** The same for an instance that has only so much time. */
    public GeneratedRandom within(HostTime hostTime) {
        return hostTime.isLimited() ? new GeneratedRandom(generator, hostTime) : this;
    }

    /**
     * {@inheritDoc}
     *
     * @throws TrapException if it is more than 16 MiB
     */
    @Override
    public byte[] getRandomBytes(long len) {
        return bytes("get-random-bytes", len);
    }

    @Override
    public long getRandomU64() {
        synchronized (generator) {
            return generator.nextLong();
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws TrapException if it is more than 16 MiB
     */
    @Override
    public byte[] getInsecureRandomBytes(long len) {
        return bytes("get-insecure-random-bytes", len);
    }

    @Override
    public long getInsecureRandomU64() {
        return getRandomU64();
    }

    @Override
    public Tuple2<Long, Long> insecureSeed() {
        synchronized (generator) {
            return new Tuple2<>(generator.nextLong(), generator.nextLong());
        }
    }

    private byte[] bytes(String function, long len) {
        if (Long.compareUnsigned(len, MOST) > 0) {
            throw new TrapException(
                    function + ": expected at most " + MOST + " bytes, found " + Long.toUnsignedString(len));
        }
        return time.of(() -> {
            byte[] bytes = new byte[(int) len];
            synchronized (generator) {
                generator.nextBytes(bytes);
            }
            return bytes;
        });
    }
}

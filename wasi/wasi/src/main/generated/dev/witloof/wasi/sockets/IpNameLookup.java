// Made by witloof-bindings from wasi:sockets/ip-name-lookup@0.2.12.
// SHA-256 of its declarations: 8c22fe958ae6907d028d521fc37d082d2a8983c5df776371940ec5378c6df456
// Changes made here are lost when it is made again.
package dev.witloof.wasi.sockets;

import dev.witloof.host.WitInterface;
import dev.witloof.wasi.io.Poll;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * Host names to addresses.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:sockets/ip-name-lookup@0.2.12")
@NullMarked
public interface IpNameLookup {
    /**
     * Starts to look a name up. Text that is an address already comes back as that address, without asking anyone.
     *
     * @since 0.2.0
     */
    ResolveAddressStream resolveAddresses(Network.Network_ network, String name) throws
            Network.ErrorCodeException;

    /**
     * The addresses that were found, one by one.
     *
     * @since 0.2.0
     */
    interface ResolveAddressStream extends AutoCloseable {
        /**
         * The next address, nothing at the end, or {@code would-block} while the look-up runs.
         *
         * @since 0.2.0
         */
        Optional<Network.IpAddress> resolveNextAddress() throws Network.ErrorCodeException;

        /**
         * An event that is ready when the next address or the end has come. Drop it before the stream.
         *
         * @since 0.2.0
         */
        Poll.Pollable subscribe();

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }
}

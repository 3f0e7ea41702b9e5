package dev.witloof.memcached;

import java.util.concurrent.CountDownLatch;
import net.rubyeye.xmemcached.command.BinaryCommandFactory;
import net.rubyeye.xmemcached.command.Command;
import net.rubyeye.xmemcached.command.binary.BinaryAuthStartCommand;
import net.rubyeye.xmemcached.utils.ByteUtils;

/** The binary protocol, which SASL needs. The library logs each command as text; the text of this one has no password. */
final class QuietAuthentication extends BinaryCommandFactory {

    @Override
    public Command createAuthStartCommand(String mechanism, CountDownLatch latch, byte[] credentials) {
        return new BinaryAuthStartCommand(mechanism, ByteUtils.getBytes(mechanism), latch, credentials) {
            @Override
            public String toString() {
                return "authentication";
            }
        };
    }
}

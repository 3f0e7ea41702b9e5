package dev.witloof.nats;

import io.nats.client.AuthHandler;
import io.nats.client.NKey;
import io.nats.client.Nats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** An nkey by which we sign what the server asks us to. */
final class SignedIdentity implements AuthHandler {

    private final NKey key;

    private SignedIdentity(NKey key) {
        this.key = key;
    }

    /** Of a seed, or of the text of a file of credentials. */
    static AuthHandler of(String credentials) {
        String text = credentials.strip();
        return text.startsWith("-----BEGIN")
                ? Nats.staticCredentials(text.getBytes(StandardCharsets.UTF_8))
                : new SignedIdentity(NKey.fromSeed(text.toCharArray()));
    }

    /** Whether something can be signed by it. What it looks like is told to nobody. */
    static boolean isOne(String credentials) {
        try {
            AuthHandler identity = of(credentials);
            return identity.getID() != null && identity.sign(new byte[0]) != null;
        } catch (IllegalArgumentException | IllegalStateException notShown) {
            return false;
        }
    }

    @Override
    public byte[] sign(byte[] nonce) {
        try {
            return key.sign(nonce);
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("nkey: expected to sign", failure);
        }
    }

    @Override
    public char[] getID() {
        try {
            return key.getPublicKey();
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("nkey: expected a public key", failure);
        }
    }

    @Override
    public char @Nullable [] getJWT() {
        return null;
    }
}

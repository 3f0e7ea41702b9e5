package dev.witloof.secrets;

import dev.witloof.secrets.v1_0_0.Reveal;
import dev.witloof.secrets.v1_0_0.Store;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Both interfaces over a source. Which of them a component has is decided by what {@link Secrets#serves()} offers.
 *
 * @param source where secrets are found
 * @param keys those that may be had; all if it is empty
 */
record GuestSecrets(SecretSource source, Set<String> keys) implements Store, Reveal {

    @Override
    public Secret get(String key) throws SecretsErrorException {
        Optional<dev.witloof.secrets.SecretValue> found =
                keys.isEmpty() || keys.contains(key) ? ask(key) : Optional.empty();
        return found.map(HeldSecret::new).orElseThrow(() -> new SecretsErrorException(new SecretsError.NotFound()));
    }

    private Optional<dev.witloof.secrets.SecretValue> ask(String key) throws SecretsErrorException {
        try {
            return source.get(key);
        } catch (IOException failure) {
            throw new SecretsErrorException(
                    new SecretsError.Io("reading failed: " + failure.getClass().getName()));
        } catch (Exception failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new SecretsErrorException(new SecretsError.Upstream(
                    "the source failed: " + failure.getClass().getName()));
        }
    }

    @Override
    public SecretValue reveal(Secret secret) {
        if (!(secret instanceof HeldSecret held)) {
            throw new IllegalArgumentException("reveal: expected a secret of this backend, found another's");
        }
        return held.value().value();
    }
}

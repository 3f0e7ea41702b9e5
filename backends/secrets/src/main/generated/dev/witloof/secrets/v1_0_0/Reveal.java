// Made by witloof-bindings from wasmcloud:secrets/reveal@1.0.0.
// SHA-256 of its declarations: f05a5808c4a75dcbc78f1308ff9f203fc1031521efddb106fff68800a712b892
// Changes made here are lost when it is made again.
package dev.witloof.secrets.v1_0_0;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Seeing secrets. It stands apart, so that a host may refuse it to a component that only hands secrets on.
 */
@WitInterface("wasmcloud:secrets/reveal@1.0.0")
@NullMarked
public interface Reveal {
    /**
     * The value of a secret.
     */
    Store.SecretValue reveal(Store.Secret s);
}

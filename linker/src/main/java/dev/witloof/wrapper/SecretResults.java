package dev.witloof.wrapper;

import dev.witloof.instance.Call;

/** Of which functions it is known that their result is a secret, which nothing writes down. */
public final class SecretResults {

    /** What stands in the place of one. */
    public static final String HIDDEN = "***";

    private SecretResults() {}

    /** Whether the result of this function is one: those of {@code wasmcloud:secrets/reveal}, in any version. */
    public static boolean isOf(Call call) {
        return call.importRef()
                .interfaceName()
                .filter(name -> name.unversioned().equals("wasmcloud:secrets/reveal"))
                .isPresent();
    }
}

package dev.witloof.tests.contract;

import dev.witloof.testkit.contract.Abilities;
import dev.witloof.testkit.contract.Ability;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link SampleStore} can do, and what it does wrong.
 *
 * @param abilities what it can do
 * @param fault what it does wrong, if anything
 */
record SampleAbilities(Abilities abilities, @Nullable Fault fault) {

    boolean has(Fault which) {
        return fault == which;
    }

    void check(Ability ability) throws Refused {
        if (!can(ability)) {
            throw new Refused("this store cannot " + ability);
        }
    }

    boolean can(Ability ability) {
        return abilities.abilities().contains(ability);
    }

    boolean countsUnsigned() {
        return can(Ability.COUNT_UNSIGNED);
    }

    void checkSizes(String key, byte[] value) throws Refused {
        if (key.isEmpty()) {
            check(Ability.EMPTY_KEY);
        }
        int bytes = key.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > abilities.maximumKeyBytes()) {
            throw new Refused("key: expected at most " + abilities.maximumKeyBytes() + " bytes, found " + bytes);
        }
        if (value.length > abilities.maximumValueBytes()) {
            throw new Refused(
                    "value: expected at most " + abilities.maximumValueBytes() + " bytes, found " + value.length);
        }
    }
}

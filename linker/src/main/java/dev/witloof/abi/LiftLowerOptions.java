package dev.witloof.abi;

import dev.witloof.type.ResourceType;
import java.util.function.ToIntFunction;

/**
 * What preparing must know beside the type: the canonical options that shape the work. Memory and {@code realloc} come
 * with the {@link LiftLowerContext}, for each instance has its own.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canonical-abi-options">CanonicalABI: canonical ABI options</a>
 */
public final class LiftLowerOptions {

    private final StringEncoding encoding;
    private final StringEncoding sourceEncoding;
    private final ToIntFunction<ResourceType> resources;

    LiftLowerOptions(StringEncoding encoding, StringEncoding sourceEncoding, ToIntFunction<ResourceType> resources) {
        this.encoding = encoding;
        this.sourceEncoding = sourceEncoding;
        this.resources = resources;
    }

    /**
     * Options.
     *
     * @param encoding how the guest keeps strings
     * @param resources the index of each resource type among the instance's
     *     {@linkplain LiftLowerContext#resource runtime types}
     */
    public static LiftLowerOptions of(StringEncoding encoding, ToIntFunction<ResourceType> resources) {
        return new LiftLowerOptions(encoding, encoding, resources);
    }

    /** How the guest keeps strings. */
    StringEncoding encoding() {
        return encoding;
    }

    /**
     * The encoding that a string is said to come from, which decides the calls of {@code realloc}. A Java string can be
     * said to be in any encoding, so it is said to be in the guest's own: that is a plain copy, with one allocation of
     * the exact size.
     */
    StringEncoding sourceEncoding() {
        return sourceEncoding;
    }

    int resource(ResourceType type) {
        return resources.applyAsInt(type);
    }
}

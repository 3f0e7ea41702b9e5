// Made by witloof-bindings from wasi:random/insecure-seed@0.2.12.
// SHA-256 of its declarations: 51598cdce2b62e3845ccd0d1644bc863d19aeb1e5383c5448385e6a9def180f1
// Changes made here are lost when it is made again.
package dev.witloof.wasi.random;

import dev.witloof.host.Tuple2;
import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * A seed for hash tables.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:random/insecure-seed@0.2.12")
@NullMarked
public interface InsecureSeed {
    /**
     * A number of 128 bits that makes collisions hard to provoke. It may be the same on every call, so ask once, and
     * never use it for secrets.
     *
     * @since 0.2.0
     */
    Tuple2<Long, Long> insecureSeed();
}

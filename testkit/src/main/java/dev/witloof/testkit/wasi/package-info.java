/**
 * Fakes of WASI for tests: a clock that stands still, random numbers that are the same in every run, directories in memory,
 * input that is given and output that is kept. Enter at {@link dev.witloof.testkit.wasi.TestWasi}.
 *
 * <p>A test that uses it has {@code witloof-wasi} as a dependency, and jimfs for directories in memory.
 *
 * <p>Imports {@code link}, {@code instance}, {@code name} and the packages of {@code wasi}.
 */
@NullMarked
package dev.witloof.testkit.wasi;

import org.jspecify.annotations.NullMarked;

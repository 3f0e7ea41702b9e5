/**
 * The reference tests: scripts of components and assertions ({@code .wast}), run by this library. Enter at
 * {@link dev.witloof.tests.wast.WastRunner}, which runs one script; {@link dev.witloof.tests.wast.Wast} is the program
 * behind {@code src/test/wast}. Text becomes binary in the crate {@code src/test/native}, which only tests use.
 */
@NullMarked
package dev.witloof.tests.wast;

import org.jspecify.annotations.NullMarked;

/**
 * Settings for a component. So far the WIT: {@code wasi:config@0.2.0-rc.1}, in {@code META-INF/wit/wasi/config/0.2.0-rc.1/}.
 *
 * <p>No class here: nothing to import.
 */
@NullMarked
package dev.witloof.configuration;

import org.jspecify.annotations.NullMarked;

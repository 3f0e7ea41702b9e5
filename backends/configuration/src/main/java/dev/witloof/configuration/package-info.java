/**
 * Settings for a component, {@code wasi:config/store@0.2.0-rc.1}. Enter at {@link dev.witloof.configuration.Configuration}.
 *
 * <p>Imports {@code name}, {@code host}, {@code link} and {@code configuration.v0_2_0_rc_1}.
 */
@NullMarked
package dev.witloof.configuration;

import org.jspecify.annotations.NullMarked;

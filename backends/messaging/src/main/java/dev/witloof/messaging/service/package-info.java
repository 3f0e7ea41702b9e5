/**
 * What stands beneath messaging: {@link dev.witloof.messaging.service.MessagingService}, which a messaging system implements
 * once, and {@link dev.witloof.messaging.service.MessagingBackend}, which makes of it all interfaces of
 * {@code wasmcloud:messaging@0.2.0} and {@code wasi:messaging@0.2.0-draft}. {@link dev.witloof.messaging.service.Subjects}
 * has the one syntax of subjects and patterns.
 *
 * <p>Imports {@code name}, {@code host}, {@code link}, {@code messaging.v0_2_0_draft} and {@code messaging.wasmcloud.v0_2_0}.
 */
@NullMarked
package dev.witloof.messaging.service;

import org.jspecify.annotations.NullMarked;

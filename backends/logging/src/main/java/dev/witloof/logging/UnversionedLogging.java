package dev.witloof.logging;

import dev.witloof.host.WitInterface;
import dev.witloof.logging.v0_1_0_draft.Logging;

/** {@code wasi:logging/logging} as components import it that were made before the package had a version: the same shape. */
@WitInterface("wasi:logging/logging")
public interface UnversionedLogging extends Logging {}

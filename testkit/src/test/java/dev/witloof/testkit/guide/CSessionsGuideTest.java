package dev.witloof.testkit.guide;

import dev.witloof.testkit.WitloofTest;

/** The five tests of the guide, of the service in C. */
@WitloofTest("guests/c-sessions/sessions.wasm")
final class CSessionsGuideTest extends SessionsGuide {}

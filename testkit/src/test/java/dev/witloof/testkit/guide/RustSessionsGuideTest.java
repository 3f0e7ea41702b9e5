package dev.witloof.testkit.guide;

import dev.witloof.testkit.WitloofTest;

/** The five tests of the guide, of the service in Rust. */
@WitloofTest("guests/rust-sessions/sessions.wasm32-unknown-unknown.wasm")
final class RustSessionsGuideTest extends SessionsGuide {}

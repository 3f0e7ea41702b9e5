#!/usr/bin/env bash
# A Rust crate that uses wit-bindgen's macro, to a component: tools/rust-bindgen.sh <crate folder> <out.wasm>
# The macro embeds the world itself. Needs cargo, the network for crates, and `rustup target add wasm32-unknown-unknown`.
source "$(dirname "$0")/common.sh"
need cargo "rustup"
need wasm-tools "tools/install"
cargo build --quiet --release --locked --target wasm32-unknown-unknown \
  --manifest-path "$1/Cargo.toml" --target-dir "$work/cargo"
wasm-tools component new "$work/cargo/wasm32-unknown-unknown/release/sessions.wasm" -o "$2"

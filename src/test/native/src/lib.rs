//! What tests and tools need of wasm-tools and the shipped library does without: the text of a `.wast` script to its
//! commands, with each component in binary; and a component for a world, so that tests need no toolchain of a guest.
//!
//! The C ABI is that of the shipped library, from the same source.

#[path = "../../../../wit-parser/native/src/abi.rs"]
mod abi;
mod commands;
mod components;
mod ops;
#[path = "../../../../wit-parser/native/src/panics.rs"]
mod panics;
#[cfg(test)]
mod tests;
mod values;

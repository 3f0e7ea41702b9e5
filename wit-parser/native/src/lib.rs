//! WIT text and binaries to JSON, to WIT and to binaries, for Java: bytes in, bytes out.
//!
//! `abi` is the whole C ABI; `request` reads what comes in; `ops` has one file for each operation; `json` writes
//! the model as `SCHEMA.md` describes it; `sources`, `statements` and `spelling` are what the operations share.

mod abi;
mod diagnostics;
mod json;
mod ops;
mod panics;
mod places;
mod request;
mod sources;
mod spelling;
mod statements;
#[cfg(test)]
mod tests;

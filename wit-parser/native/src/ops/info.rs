use serde_json::json;

use crate::abi::{ABI_MAJOR, ABI_MINOR, Reply};
use crate::json::SCHEMA;
use crate::request::Request;

/// The parser's version; a test compares it with `Cargo.toml`.
pub const PARSER: &str = "0.263.0";

/// Versions of this library, of its forms and of the parser within.
pub fn run(_request: &Request<'_>) -> Result<Reply, Reply> {
    let info = json!({
        "library": env!("CARGO_PKG_VERSION"),
        "abi": format!("{ABI_MAJOR}.{ABI_MINOR}"),
        "schema": SCHEMA,
        "wit-parser": PARSER,
    });
    Ok(Reply::ok(info.to_string()))
}

//! The operations of this build, by number, apart from those of the shipped library.

use serde_json::json;

use crate::abi::{Reply, Status};
use crate::{commands, components};

/// Brings the text of a script as it stands; takes back its commands. What is wrong with the text is one diagnostic.
pub const WAST: u32 = 32;
/// Brings a world's name, a core module's text and a WIT package in binary form; takes back a component of that world.
pub const OF_WORLD: u32 = 33;

/// Runs the operation `op` on `bytes`.
pub fn run(op: u32, bytes: &[u8]) -> Reply {
    match op {
        WAST => wast(bytes),
        OF_WORLD => components::of_world(bytes),
        _ => Reply::sentence(Status::Unsupported, format!("there is no operation {op} here")),
    }
}

fn wast(bytes: &[u8]) -> Reply {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Reply::sentence(Status::BadRequest, "the script is not UTF-8");
    };
    match commands::read(text) {
        Ok(commands) => Reply::ok(commands.to_string()),
        Err(error) => {
            let (line, column) = error.span().linecol_in(text);
            let diagnostic = json!({"line": line + 1, "column": column + 1, "message": error.message()});
            Reply {
                status: Status::Diagnostics,
                payload: json!([diagnostic]).to_string().into_bytes(),
            }
        }
    }
}

//! The operations, by number. Numbers stay what they are; 5 to 31 are kept for embed, new, targets, validate, and
//! the text forms of core WebAssembly.

mod decode;
mod encode;
mod info;
mod print;
mod resolve;

use crate::abi::{Reply, Status};
use crate::request::{self, Request};
use crate::sources::{self, Resolved};

pub const INFO: u32 = 0;
pub const RESOLVE: u32 = 1;
pub const DECODE: u32 = 2;
pub const PRINT: u32 = 3;
pub const ENCODE: u32 = 4;
/// Panics, so that a test can see what becomes of a panic.
pub const PANIC: u32 = 255;

/// Runs the operation `op` on the request in `bytes`.
pub fn run(op: u32, bytes: &[u8]) -> Reply {
    let operation = match op {
        INFO => info::run,
        RESOLVE => resolve::run,
        DECODE => decode::run,
        PRINT => print::run,
        ENCODE => encode::run,
        PANIC => panic!("this operation always panics"),
        _ => return Reply::sentence(Status::Unsupported, format!("there is no operation {op} here")),
    };
    request::read(bytes)
        .and_then(|request| operation(&request))
        .unwrap_or_else(|refusal| refusal)
}

/// The packages of a request that brings either WIT files or one binary.
fn packages<'a>(request: &Request<'a>) -> Result<Resolved<'a>, Reply> {
    match request.binary {
        Some(bytes) if request.files.is_empty() => decode::decode(bytes).map(|(resolved, _)| resolved),
        Some(_) => Err(Reply::sentence(
            Status::BadRequest,
            "expected WIT files or a binary, found both",
        )),
        None => sources::resolve(request),
    }
}

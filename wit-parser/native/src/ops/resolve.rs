use crate::abi::Reply;
use crate::json::{self, Source};
use crate::request::Request;
use crate::sources;

/// WIT files to the model in JSON.
pub fn run(request: &Request<'_>) -> Result<Reply, Reply> {
    let resolved = sources::resolve(request)?;
    Ok(Reply::ok(json::write(&resolved, Source::Text)))
}

use crate::abi::{Reply, Status};
use crate::request::Request;

/// WIT files or a binary to the main package in binary form, which holds what it needs of the others.
pub fn run(request: &Request<'_>) -> Result<Reply, Reply> {
    let packages = super::packages(request)?;
    wit_component::encode(&packages.resolve, packages.main, false)
        .map(Reply::ok)
        .map_err(|e| Reply::sentence(Status::Internal, format!("{e:#}")))
}

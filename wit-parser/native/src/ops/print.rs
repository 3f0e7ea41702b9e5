use wit_component::WitPrinter;

use crate::abi::{Reply, Status};
use crate::request::Request;

/// WIT files or a binary to one WIT text: the main package, then the packages that it needs, nested.
pub fn run(request: &Request<'_>) -> Result<Reply, Reply> {
    let packages = super::packages(request)?;
    let others = packages
        .resolve
        .topological_packages()
        .into_iter()
        .filter(|id| *id != packages.main)
        .collect::<Vec<_>>();
    let mut printer = WitPrinter::default();
    printer
        .print(&packages.resolve, packages.main, &others)
        .map_err(|e| Reply::sentence(Status::Internal, format!("{e:#}")))?;
    Ok(Reply::ok(printer.output.to_string()))
}

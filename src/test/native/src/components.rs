//! Components for a world whose functions all trap: for tests of what is made from types alone.

use serde_json::json;
use wit_component::{
    ComponentEncoder, DecodedWasm, StringEncoding, decode, dummy_module, embed_component_metadata,
};
use wit_parser::{LiftLowerAbi, ManglingAndAbi};

use crate::abi::{Reply, Status};

/// Brings the length of a world's name in one byte, the name, and a WIT package in binary form; takes back a component that
/// imports and exports what the world does. What is wrong is one diagnostic.
pub fn dummy(bytes: &[u8]) -> Reply {
    let Some((&length, rest)) = bytes.split_first() else {
        return Reply::sentence(Status::BadRequest, "expected a world's name, found nothing");
    };
    let Some((name, package)) = rest.split_at_checked(length.into()) else {
        return Reply::sentence(Status::BadRequest, "the world's name is longer than the request");
    };
    match std::str::from_utf8(name)
        .map_err(Into::into)
        .and_then(|name| component(name, package))
    {
        Ok(component) => Reply::ok(component),
        Err(error) => Reply {
            status: Status::Diagnostics,
            payload: json!([{"line": 1, "column": 1, "message": format!("{error:#}")}])
                .to_string()
                .into_bytes(),
        },
    }
}

fn component(world: &str, package: &[u8]) -> anyhow::Result<Vec<u8>> {
    let DecodedWasm::WitPackage(resolve, main) = decode(package)? else {
        anyhow::bail!("expected a WIT package in binary form, found a component");
    };
    let world = resolve.select_world(&[main], Some(world))?;
    let mut module = dummy_module(&resolve, world, ManglingAndAbi::Legacy(LiftLowerAbi::Sync));
    embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8, false)?;
    ComponentEncoder::default()
        .module(&module)?
        .validate(true)
        .encode()
}

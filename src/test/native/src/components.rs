//! Components for a world, of a module whose functions all trap or of one that a test writes.

use serde_json::json;
use wit_component::{
    ComponentEncoder, DecodedWasm, StringEncoding, decode, dummy_module, embed_component_metadata,
};
use wit_parser::{LiftLowerAbi, ManglingAndAbi};

use crate::abi::{Reply, Status};

/// Brings the length of a world's name in one byte, the name, the length of a module's text in four little-endian ones, the
/// text, and a WIT package in binary form; takes back a component that imports and exports what the world does. Without a
/// text all its functions trap. What is wrong is one diagnostic.
pub fn of_world(bytes: &[u8]) -> Reply {
    let Some((name, module, package)) = parts(bytes) else {
        return Reply::sentence(
            Status::BadRequest,
            "expected a world's name, a module's text and a package",
        );
    };
    match component(name, module, package) {
        Ok(component) => Reply::ok(component),
        Err(error) => Reply {
            status: Status::Diagnostics,
            payload: json!([{"line": 1, "column": 1, "message": format!("{error:#}")}])
                .to_string()
                .into_bytes(),
        },
    }
}

fn parts(bytes: &[u8]) -> Option<(&str, &[u8], &[u8])> {
    let (&length, rest) = bytes.split_first()?;
    let (name, rest) = rest.split_at_checked(length.into())?;
    let (length, rest) = rest.split_first_chunk()?;
    let (module, package) = rest.split_at_checked(u32::from_le_bytes(*length).try_into().ok()?)?;
    Some((std::str::from_utf8(name).ok()?, module, package))
}

fn component(world: &str, text: &[u8], package: &[u8]) -> anyhow::Result<Vec<u8>> {
    let DecodedWasm::WitPackage(resolve, main) = decode(package)? else {
        anyhow::bail!("expected a WIT package in binary form, found a component");
    };
    let world = resolve.select_world(&[main], Some(world))?;
    let mut module = if text.is_empty() {
        dummy_module(&resolve, world, ManglingAndAbi::Legacy(LiftLowerAbi::Sync))
    } else {
        wat::parse_bytes(text)?.into_owned()
    };
    embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8, false)?;
    ComponentEncoder::default()
        .module(&module)?
        .validate(true)
        .encode()
}

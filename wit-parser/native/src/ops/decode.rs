use wit_parser::decoding::{self, DecodedWasm};

use crate::abi::{Reply, Status};
use crate::diagnostics::{self, Code, Diagnostic, Place, Texts};
use crate::json::{self, Source};
use crate::request::Request;
use crate::sources::Resolved;

/// A component or a WIT package in binary form to the model in JSON.
pub fn run(request: &Request<'_>) -> Result<Reply, Reply> {
    let bytes = request
        .binary
        .ok_or_else(|| Reply::sentence(Status::BadRequest, "expected a binary, found none"))?;
    let (resolved, source) = decode(bytes)?;
    Ok(Reply::ok(json::write(&resolved, source)))
}

/// Decodes with every feature of the format that the parser knows.
pub fn decode(bytes: &[u8]) -> Result<(Resolved<'static>, Source), Reply> {
    let fail = |code, message: String, offset| {
        let mut found = Diagnostic::new(code, message, Place::default());
        found.offset = offset;
        diagnostics::reply(vec![found], &Texts::new())
    };
    match bytes {
        [b'\0', b'a', b's', b'm', 1, 0, 0, 0, ..] => {
            let message = "expected a component, found a core module";
            return Err(fail(Code::Malformed, message.to_string(), Some(4)));
        }
        [b'\0', b'a', b's', b'm', ..] => {}
        _ => {
            let message = "expected a component in binary form, which begins with 00 61 73 6d";
            return Err(fail(Code::Malformed, message.to_string(), Some(0)));
        }
    }
    let decoded = decoding::decode(bytes).map_err(|error| {
        let read = error
            .chain()
            .find_map(|layer| layer.downcast_ref::<wasmparser::BinaryReaderError>());
        match read {
            Some(read) => fail(Code::Malformed, read.message().to_string(), Some(read.offset())),
            None => fail(Code::Invalid, format!("{error:#}"), None),
        }
    })?;
    let main = decoded.package();
    let (resolve, source) = match decoded {
        DecodedWasm::WitPackage(resolve, _) => (resolve, Source::Package),
        DecodedWasm::Component(resolve, world) => (resolve, Source::Component(world)),
    };
    Ok((
        Resolved {
            resolve,
            main,
            texts: Texts::new(),
        },
        source,
    ))
}

//! What a call brings: named byte strings, of which those that begin with `:` are reserved.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::abi::{Reply, Status};

/// How many bytes of input are allowed where the request says nothing else.
pub const DEFAULT_MAX_INPUT: usize = 16 << 20;

const OPTIONS: &str = ":options";
const BINARY: &str = ":binary";

/// A request, taken apart. Files are ordered by path, whatever their order was on the way.
#[derive(Debug, Default)]
pub struct Request<'a> {
    pub files: BTreeMap<&'a str, &'a [u8]>,
    pub binary: Option<&'a [u8]>,
    pub options: Options,
}

#[derive(Debug, Default)]
pub struct Options {
    pub features: Vec<String>,
    pub all_features: bool,
}

fn bad(what: impl Into<String>) -> Reply {
    Reply::sentence(Status::BadRequest, what)
}

/// Reads a bundle: for each entry a length and a name, a length and the bytes; lengths are u32, little-endian.
pub fn read(bytes: &[u8]) -> Result<Request<'_>, Reply> {
    let mut request = Request::default();
    let mut max_input = DEFAULT_MAX_INPUT;
    let mut seen_options = false;
    let mut rest = bytes;
    while !rest.is_empty() {
        let name = std::str::from_utf8(field(&mut rest)?).map_err(|_| bad("a name is not UTF-8"))?;
        let data = field(&mut rest)?;
        match name {
            OPTIONS if seen_options => return Err(bad("the options occur twice")),
            OPTIONS => {
                seen_options = true;
                max_input = options(data, &mut request.options)?.unwrap_or(max_input);
            }
            BINARY => {
                if request.binary.replace(data).is_some() {
                    return Err(bad("the binary occurs twice"));
                }
            }
            _ if name.starts_with(':') => return Err(bad(format!("\"{name}\" is a reserved name"))),
            _ => {
                if request.files.insert(name, data).is_some() {
                    return Err(bad(format!("the file \"{name}\" occurs twice")));
                }
            }
        }
    }
    let size = request
        .files
        .values()
        .chain(&request.binary)
        .map(|b| b.len())
        .sum::<usize>();
    if size > max_input {
        return Err(Reply::sentence(
            Status::Limit,
            format!("the input has {size} bytes; at most {max_input} are allowed"),
        ));
    }
    Ok(request)
}

fn field<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8], Reply> {
    let (head, tail) = rest
        .split_first_chunk::<4>()
        .ok_or_else(|| bad("the bundle ends within a length"))?;
    let length = u32::from_le_bytes(*head) as usize;
    let (data, tail) = tail
        .split_at_checked(length)
        .ok_or_else(|| bad(format!("the bundle ends within an entry of {length} bytes")))?;
    *rest = tail;
    Ok(data)
}

fn options(json: &[u8], options: &mut Options) -> Result<Option<usize>, Reply> {
    let value: Value =
        serde_json::from_slice(json).map_err(|e| bad(format!("the options are not JSON: {e}")))?;
    let Value::Object(entries) = value else {
        return Err(bad("the options are not a JSON object"));
    };
    let mut max_input = None;
    for (name, value) in &entries {
        let wrong = || bad(format!("the option \"{name}\" cannot be {value}"));
        match name.as_str() {
            "features" => {
                for feature in value.as_array().ok_or_else(wrong)? {
                    options
                        .features
                        .push(feature.as_str().ok_or_else(wrong)?.to_string());
                }
            }
            "allFeatures" => options.all_features = value.as_bool().ok_or_else(wrong)?,
            "maxInput" => {
                let bytes = value.as_u64().ok_or_else(wrong)?;
                max_input = Some(usize::try_from(bytes).unwrap_or(usize::MAX));
            }
            _ => return Err(bad(format!("there is no option \"{name}\""))),
        }
    }
    Ok(max_input)
}

//! Files to packages: the root's own files and those beneath `deps/`, from bytes, never from a disk.

use std::collections::BTreeMap;

use wit_parser::decoding::{DecodedWasm, decode};
use wit_parser::{PackageId, Resolve, SourceMap, UnresolvedPackageGroup};

use crate::abi::{Reply, Status};
use crate::diagnostics::{self, Code, Diagnostic, Place, Texts};
use crate::request::Request;
use crate::{spelling, statements};

/// Packages with every reference resolved.
pub struct Resolved<'a> {
    pub resolve: Resolve,
    pub main: PackageId,
    pub texts: Texts<'a>,
}

/// The files of one package, and the binary packages among the dependencies.
#[derive(Default)]
struct Layout<'a> {
    root: Vec<&'a str>,
    /// By the entry of `deps/` that they stand in: a folder or a file.
    deps: BTreeMap<&'a str, Vec<&'a str>>,
    binaries: Vec<(&'a str, &'a [u8])>,
}

/// Parses and resolves what the request brings.
pub fn resolve<'a>(request: &Request<'a>) -> Result<Resolved<'a>, Reply> {
    let (layout, texts) = read(request)?;
    let mut groups = Vec::new();
    let mut found = Vec::new();
    for files in std::iter::once(&layout.root).chain(layout.deps.values()) {
        match parse(files, &texts) {
            Ok(group) => {
                spelling::check(&group, &texts, &mut found);
                groups.push(group);
            }
            Err(diagnostic) => found.push(diagnostic),
        }
    }
    if !found.is_empty() {
        return Err(diagnostics::reply(found, &texts));
    }
    let mut resolve = Resolve {
        features: request.options.features.iter().cloned().collect(),
        all_features: request.options.all_features,
        ..Resolve::default()
    };
    for (path, bytes) in &layout.binaries {
        merge_binary(&mut resolve, path, bytes)
            .map_err(|diagnostic| diagnostics::reply(vec![diagnostic], &texts))?;
    }
    let written = statements::of(&groups, &resolve);
    let in_text = groups
        .iter()
        .flat_map(|group| group.nested.iter().chain([&group.main]))
        .map(|p| &p.name);
    let mut given = in_text
        .chain(resolve.package_names.keys())
        .map(ToString::to_string)
        .collect::<Vec<_>>();
    given.sort();
    let mut groups = groups.into_iter();
    let main = groups.next().expect("the root is the first group");
    let main = match resolve.push_groups(main, groups.collect()) {
        Ok(main) => main,
        Err(error) => {
            let found = Diagnostic::resolve(&error, &resolve.source_map, &given);
            return Err(diagnostics::reply(vec![found], &texts));
        }
    };
    statements::restore(&mut resolve, &written);
    Ok(Resolved { resolve, main, texts })
}

/// Sorts the files into packages and reads them; every file that is no UTF-8 or no WIT is reported together.
fn read<'a>(request: &Request<'a>) -> Result<(Layout<'a>, Texts<'a>), Reply> {
    let mut layout = Layout::default();
    let mut texts = Texts::new();
    let mut found = Vec::new();
    for (path, bytes) in &request.files {
        let wit = path.ends_with(".wit");
        let parts = path.split('/').collect::<Vec<_>>();
        match parts[..] {
            [_] if wit => layout.root.push(path),
            ["deps", file] if !wit && file.ends_with(".wasm") => {
                layout.binaries.push((path, bytes));
                continue;
            }
            ["deps", entry] | ["deps", entry, _] if wit => layout.deps.entry(entry).or_default().push(path),
            _ if wit => {
                return Err(Reply::sentence(
                    Status::BadRequest,
                    format!(
                        "the file \"{path}\" belongs to no package: expected <file>.wit, deps/<file>.wit, \
                         deps/<file>.wasm or deps/<folder>/<file>.wit"
                    ),
                ));
            }
            // Manifests and lock files of other tools stand beside the WIT.
            _ => continue,
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                texts.insert(path, text);
                found.extend(syntax_error(path, text));
            }
            Err(error) => {
                let at = error.valid_up_to();
                let valid = std::str::from_utf8(&bytes[..at]).expect("this far it is UTF-8");
                texts.insert(path, valid);
                let place = Place {
                    path: path.to_string(),
                    range: Some((at, at)),
                };
                found.push(Diagnostic::new(Code::Encoding, "expected UTF-8", place));
            }
        }
    }
    if layout.root.is_empty() && found.is_empty() {
        let place = Place::default();
        found.push(Diagnostic::new(
            Code::Unresolved,
            "expected at least one .wit file, found none",
            place,
        ));
    }
    if found.is_empty() {
        Ok((layout, texts))
    } else {
        Err(diagnostics::reply(found, &texts))
    }
}

/// A second file that cannot be parsed: the parser comes to it only when the first is in order, and so never to
/// the checks that need all files of a package.
const STOP: &str = ")";

/// The first error of one file by itself.
fn syntax_error(path: &str, text: &str) -> Option<Diagnostic> {
    let mut map = SourceMap::new();
    map.push_str("0", text);
    map.push_str("1", STOP);
    let (map, error) = map.parse().err()?;
    let mut found = Diagnostic::parse(&error, &map);
    (found.place.path == "0").then(|| {
        found.place.path = path.to_string();
        found
    })
}

fn parse(files: &[&str], texts: &Texts<'_>) -> Result<UnresolvedPackageGroup, Diagnostic> {
    let mut map = SourceMap::new();
    for path in files {
        map.push_str(path, texts[path]);
    }
    map.parse()
        .map_err(|(map, error)| Diagnostic::parse(&error, &map))
}

fn merge_binary(resolve: &mut Resolve, path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
    let place = || Place {
        path: path.to_string(),
        range: None,
    };
    let wrong = |error: anyhow::Error| Diagnostic::new(Code::Invalid, format!("{error:#}"), place());
    match decode(bytes).map_err(wrong)? {
        DecodedWasm::WitPackage(package, _) => resolve.merge(package).map(drop).map_err(wrong),
        DecodedWasm::Component(..) => Err(Diagnostic::new(
            Code::Invalid,
            "expected a WIT package in binary form, found a component",
            place(),
        )),
    }
}

//! `import a:c;` names a package, which cannot be imported; `import a: c;` imports the interface `c` as `a`. The
//! specification tells the two apart by the space, the parser does not, so this does.
//!
//! See <https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/WIT.md#wit-worlds>.

use wit_parser::{UnresolvedPackageGroup, WorldItem, WorldKey};

use crate::diagnostics::{Code, Diagnostic, Place, Texts};

/// Adds a diagnostic for each import and export that is spelt like a package.
pub fn check(group: &UnresolvedPackageGroup, texts: &Texts<'_>, found: &mut Vec<Diagnostic>) {
    for package in group.nested.iter().chain([&group.main]) {
        for (_, world) in package.worlds.iter() {
            for (items, verb) in [(&world.imports, "import"), (&world.exports, "export")] {
                for (key, item) in items {
                    let (WorldKey::Name(_), WorldItem::Interface { span, .. }) = (key, item) else {
                        continue;
                    };
                    let Some(label) = group.source_map.resolve_span(*span) else {
                        continue;
                    };
                    let text = texts[label.path];
                    let Some(rest) = text[label.range.end..].strip_prefix(':') else {
                        continue;
                    };
                    let path = rest
                        .find([';', ' ', '\t', '\n', '\r', '{'])
                        .map_or(rest, |end| &rest[..end]);
                    if path.is_empty()
                        || path.starts_with("//")
                        || path.starts_with("/*")
                        || path == "interface"
                    {
                        continue;
                    }
                    let start = label.range.start;
                    let end = label.range.end + 1 + path.len();
                    let label_text = &text[label.range.clone()];
                    let message = format!(
                        "cannot {verb} a package, which `{label_text}:{path}` names; to {verb} `{path}` under the name \
                         `{label_text}`, write `{verb} {label_text}: {path}`, with a space"
                    );
                    let place = Place {
                        path: label.path.to_string(),
                        range: Some((start, end)),
                    };
                    found.push(Diagnostic::new(Code::PackageImport, message, place));
                }
            }
        }
    }
}

//! What is wrong with an input, as data: code, message, place, snippet, other places.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use wit_parser::{ParseError, ParseErrorKind, ResolveError, ResolveErrorKind, SourceMap, Span};

use crate::abi::{Reply, Status};
use crate::places::Lines;

/// The texts by path, to which places refer.
pub type Texts<'a> = BTreeMap<&'a str, &'a str>;

#[derive(Debug, Clone, Copy)]
pub enum Code {
    Syntax,
    Encoding,
    Unresolved,
    Cycle,
    Duplicate,
    Dependency,
    Stability,
    Semantic,
    PackageImport,
    Malformed,
    Invalid,
}

impl Code {
    fn word(self) -> &'static str {
        match self {
            Code::Syntax => "syntax",
            Code::Encoding => "encoding",
            Code::Unresolved => "unresolved",
            Code::Cycle => "cycle",
            Code::Duplicate => "duplicate",
            Code::Dependency => "dependency",
            Code::Stability => "stability",
            Code::Semantic => "semantic",
            Code::PackageImport => "package-import",
            Code::Malformed => "malformed",
            Code::Invalid => "invalid",
        }
    }
}

/// A place in a file; an empty `path` is no place at all, an empty text range with no text a whole file.
#[derive(Debug, Default, Clone)]
pub struct Place {
    pub path: String,
    pub range: Option<(usize, usize)>,
}

impl Place {
    pub fn of(span: Span, map: &SourceMap) -> Place {
        map.resolve_span(span)
            .map(|l| Place {
                path: l.path.to_string(),
                range: Some((l.range.start, l.range.end)),
            })
            .unwrap_or_else(|| {
                // What has no place in a package of one file belongs to that file all the same.
                let mut names = map.source_names();
                match (names.next(), names.next()) {
                    (Some(only), None) => Place {
                        path: only.to_string(),
                        range: None,
                    },
                    _ => Place::default(),
                }
            })
    }
}

#[derive(Debug)]
pub struct Diagnostic {
    pub code: Code,
    pub message: String,
    pub place: Place,
    pub related: Vec<(String, Place)>,
    /// The offset in a binary.
    pub offset: Option<u64>,
}

impl Diagnostic {
    pub fn new(code: Code, message: impl Into<String>, place: Place) -> Diagnostic {
        Diagnostic {
            code,
            message: message.into(),
            place,
            related: Vec::new(),
            offset: None,
        }
    }

    pub fn parse(error: &ParseError, map: &SourceMap) -> Diagnostic {
        let (code, message) = match error.kind() {
            ParseErrorKind::ItemNotFound { kind, name, hint, .. } => {
                let hint = hint.as_ref().map(|h| format!("; {h}")).unwrap_or_default();
                (Code::Unresolved, format!("{kind} `{name}` does not exist{hint}"))
            }
            ParseErrorKind::TypeCycle { .. } => (Code::Cycle, error.to_string()),
            // The enum is open: what it gains later is shown with its own words.
            _ => (Code::Syntax, error.to_string()),
        };
        Diagnostic::new(code, message, Place::of(error.kind().span(), map))
    }

    /// `given` are the names of all packages that were given: the error's own list lacks those already resolved.
    pub fn resolve(error: &ResolveError, map: &SourceMap, given: &[String]) -> Diagnostic {
        let kind = error.kind();
        let (code, message) = match kind {
            ResolveErrorKind::PackageNotFound { requested, .. } => {
                let given = given
                    .iter()
                    .map(|name| format!("`{name}`"))
                    .collect::<Vec<_>>()
                    .join(", ");
                (
                    Code::Unresolved,
                    format!("package `{requested}` not found; given are {given}"),
                )
            }
            ResolveErrorKind::WorldNotFound {
                requested, package, ..
            } => (
                Code::Unresolved,
                format!("world `{requested}` not found in package `{package}`"),
            ),
            ResolveErrorKind::InterfaceNotFound {
                requested, package, ..
            } => (
                Code::Unresolved,
                format!("interface `{requested}` not found in package `{package}`"),
            ),
            ResolveErrorKind::InvalidTransitiveDependency { .. } => (Code::Dependency, error.to_string()),
            ResolveErrorKind::DuplicatePackage { name, .. } => {
                (Code::Duplicate, format!("package `{name}` is defined twice"))
            }
            ResolveErrorKind::PackageCycle { .. } => (Code::Cycle, error.to_string()),
            ResolveErrorKind::ItemShadowing { item_type, name, .. } => (
                Code::Duplicate,
                format!("the world has an {item_type} `{name}` already"),
            ),
            ResolveErrorKind::StabilityMismatch { .. } => (
                Code::Stability,
                "the item is brought in twice, with different stability".to_string(),
            ),
            _ => (Code::Semantic, error.to_string()),
        };
        let mut found = Diagnostic::new(code, message, Place::of(kind.span(), map));
        if let ResolveErrorKind::DuplicatePackage { span2, .. } = kind {
            found
                .related
                .push(("the other definition".to_string(), Place::of(*span2, map)));
        }
        found
    }

    fn order(&self) -> (&str, (usize, usize)) {
        (&self.place.path, self.place.range.unwrap_or_default())
    }

    /// The parser marks the first byte of a token that it did not expect; a reader wants to see the word.
    fn whole_word(&self, texts: &Texts<'_>) -> Place {
        let mut place = self.place.clone();
        if let (Code::Syntax, Some((start, end)), Some(text)) =
            (self.code, place.range, texts.get(place.path.as_str()))
            && end == start + 1
        {
            let word = |c: char| c.is_ascii_alphanumeric() || c == '-';
            let rest = text.get(start..).unwrap_or_default();
            let length = rest.find(|c| !word(c)).unwrap_or(rest.len()).max(1);
            place.range = Some((start, start + length));
        }
        place
    }

    fn json(&self, texts: &Texts<'_>) -> Value {
        let mut value = json!({"code": self.code.word(), "message": self.message});
        place_json(&mut value, &self.whole_word(texts), texts, true);
        if let Some(offset) = self.offset {
            value["offset"] = offset.into();
        }
        if !self.related.is_empty() {
            let related = self.related.iter().map(|(message, place)| {
                let mut value = json!({"message": message});
                place_json(&mut value, place, texts, false);
                value
            });
            value["related"] = related.collect();
        }
        value
    }
}

fn place_json(value: &mut Value, place: &Place, texts: &Texts<'_>, with_snippet: bool) {
    if place.path.is_empty() {
        return;
    }
    value["file"] = place.path.as_str().into();
    if let (Some((start, end)), Some(text)) = (place.range, texts.get(place.path.as_str())) {
        let lines = Lines::new(text);
        let (line, column) = lines.place(start);
        value["start"] = start.into();
        value["end"] = end.into();
        value["line"] = line.into();
        value["column"] = column.into();
        if with_snippet {
            value["snippet"] = lines.snippet(start, end).into();
        }
    }
}

/// The reply that carries them, in the order of files and places.
pub fn reply(mut found: Vec<Diagnostic>, texts: &Texts<'_>) -> Reply {
    found.sort_by(|a, b| a.order().cmp(&b.order()));
    let list = found.iter().map(|d| d.json(texts)).collect::<Value>();
    Reply {
        status: Status::Diagnostics,
        payload: list.to_string().into_bytes(),
    }
}

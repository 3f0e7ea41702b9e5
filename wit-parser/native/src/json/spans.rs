use std::collections::HashMap;

use serde_json::{Value, json};
use wit_parser::{SourceMap, Span};

use crate::diagnostics::Texts;
use crate::places::Lines;

/// Spans to places, with each file's lines looked up once.
pub struct Spans<'a> {
    map: &'a SourceMap,
    files: Vec<&'a str>,
    lines: HashMap<&'a str, (usize, Lines<'a>)>,
}

impl<'a> Spans<'a> {
    pub fn new(map: &'a SourceMap, texts: &Texts<'a>) -> Spans<'a> {
        let files = texts.keys().copied().collect::<Vec<_>>();
        let lines = texts
            .iter()
            .enumerate()
            .map(|(at, (path, text))| (*path, (at, Lines::new(text))))
            .collect();
        Spans { map, files, lines }
    }

    pub fn files(&self) -> Vec<Value> {
        self.files.iter().map(|path| Value::from(*path)).collect()
    }

    /// Sets the span where one is known.
    pub fn put(&self, value: &mut Value, span: Span) {
        if let Some(place) = self.map.resolve_span(span)
            && let Some((file, lines)) = self.lines.get(place.path)
        {
            let (line, column) = lines.place(place.range.start);
            let (start, end) = (place.range.start, place.range.end);
            value["span"] = json!({"file": file, "start": start, "end": end, "line": line, "column": column});
        }
    }
}

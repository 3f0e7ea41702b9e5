//! The model in JSON, as `SCHEMA.md` describes it. Whatever is absent is left out; lists keep the order of the source.

mod functions;
mod spans;
mod types;
mod worlds;

use std::collections::HashMap;

use serde_json::{Map, Value, json};
use wit_parser::{Docs, Interface, Package, PackageId, Resolve, Stability, WorldId};

use crate::sources::Resolved;
use spans::Spans;

/// The version of the schema; it grows when a reader of the old one would be wrong.
pub const SCHEMA: u32 = 1;

/// What the model was read from.
#[derive(Clone, Copy)]
pub enum Source {
    Text,
    Package,
    Component(WorldId),
}

/// What every part of the writer needs.
struct Context<'a> {
    resolve: &'a Resolve,
    spans: Spans<'a>,
    packages: HashMap<PackageId, usize>,
}

/// The whole model.
pub fn write(resolved: &Resolved<'_>, source: Source) -> Vec<u8> {
    let resolve = &resolved.resolve;
    let order = resolve.topological_packages();
    let context = Context {
        resolve,
        spans: Spans::new(&resolve.source_map, &resolved.texts),
        packages: order.iter().enumerate().map(|(at, id)| (*id, at)).collect(),
    };
    let (source, world) = match source {
        Source::Text => ("text", None),
        Source::Package => ("package", None),
        Source::Component(world) => ("component", Some(world.index())),
    };
    let mut model = json!({
        "schema": SCHEMA,
        "source": source,
        "main": context.packages[&resolved.main],
    });
    put(&mut model, "world", world);
    model["files"] = context.spans.files().into();
    model["packages"] = order.iter().map(|id| package(&resolve.packages[*id])).collect();
    model["interfaces"] = resolve
        .interfaces
        .iter()
        .map(|(_, i)| interface(&context, i))
        .collect();
    model["worlds"] = resolve
        .worlds
        .iter()
        .map(|(_, w)| worlds::world(&context, w))
        .collect();
    model["types"] = resolve
        .types
        .iter()
        .map(|(_, t)| types::definition(&context, t))
        .collect();
    model.to_string().into_bytes()
}

fn package(package: &Package) -> Value {
    let mut value = json!({"namespace": package.name.namespace, "name": package.name.name});
    put(
        &mut value,
        "version",
        package.name.version.as_ref().map(ToString::to_string),
    );
    docs(&mut value, &package.docs);
    value["interfaces"] = package.interfaces.values().map(|id| id.index()).collect();
    value["worlds"] = package.worlds.values().map(|id| id.index()).collect();
    value
}

fn interface(context: &Context<'_>, interface: &Interface) -> Value {
    let mut value = Value::Object(Map::new());
    put(&mut value, "name", interface.name.as_deref());
    put(
        &mut value,
        "package",
        interface.package.map(|id| context.packages[&id]),
    );
    docs(&mut value, &interface.docs);
    stability(&mut value, &interface.stability);
    context.spans.put(&mut value, interface.span);
    value["types"] = interface.types.values().map(|id| id.index()).collect();
    value["functions"] = interface
        .functions
        .values()
        .map(|f| functions::function(context, f))
        .collect();
    value
}

/// Sets what is present.
fn put(value: &mut Value, name: &str, part: Option<impl Into<Value>>) {
    if let Some(part) = part {
        value[name] = part.into();
    }
}

fn docs(value: &mut Value, docs: &Docs) {
    put(value, "docs", docs.contents.as_deref());
}

fn stability(value: &mut Value, stability: &Stability) {
    let (mut stated, deprecated) = match stability {
        Stability::Unknown => return,
        Stability::Unstable { feature, deprecated } => (json!({"unstable": feature}), deprecated),
        Stability::Stable { since, deprecated } => (json!({"since": since.to_string()}), deprecated),
    };
    put(
        &mut stated,
        "deprecated",
        deprecated.as_ref().map(ToString::to_string),
    );
    value["stability"] = stated;
}

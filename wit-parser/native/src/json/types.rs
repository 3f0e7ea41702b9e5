use serde_json::{Value, json};
use wit_parser::{Docs, Handle, Span, Type, TypeDef, TypeDefKind, TypeOwner};

use super::{Context, docs, put, stability};

/// A primitive type by its name, any other by its index.
pub fn reference(ty: &Type) -> Value {
    match ty {
        Type::Bool => "bool".into(),
        Type::U8 => "u8".into(),
        Type::U16 => "u16".into(),
        Type::U32 => "u32".into(),
        Type::U64 => "u64".into(),
        Type::S8 => "s8".into(),
        Type::S16 => "s16".into(),
        Type::S32 => "s32".into(),
        Type::S64 => "s64".into(),
        Type::F32 => "f32".into(),
        Type::F64 => "f64".into(),
        Type::Char => "char".into(),
        Type::String => "string".into(),
        Type::ErrorContext => "error-context".into(),
        Type::Id(id) => id.index().into(),
    }
}

fn optional(ty: &Option<Type>) -> Option<Value> {
    ty.as_ref().map(reference)
}

pub fn definition(context: &Context<'_>, definition: &TypeDef) -> Value {
    let mut value = structure(context, &definition.kind);
    put(&mut value, "name", definition.name.as_deref());
    let owner = match definition.owner {
        TypeOwner::World(id) => Some(json!({"world": id.index()})),
        TypeOwner::Interface(id) => Some(json!({"interface": id.index()})),
        TypeOwner::None => None,
    };
    put(&mut value, "owner", owner);
    put(&mut value, "externalId", definition.external_id.as_deref());
    docs(&mut value, &definition.docs);
    stability(&mut value, &definition.stability);
    context.spans.put(&mut value, definition.span);
    value
}

fn structure(context: &Context<'_>, kind: &TypeDefKind) -> Value {
    match kind {
        TypeDefKind::Record(record) => {
            let fields = record.fields.iter();
            let fields = fields.map(|f| labelled(context, &f.name, Some(&f.ty), &f.docs, f.span));
            json!({"kind": "record", "fields": fields.collect::<Value>()})
        }
        TypeDefKind::Variant(variant) => {
            let cases = variant.cases.iter();
            let cases = cases.map(|c| labelled(context, &c.name, c.ty.as_ref(), &c.docs, c.span));
            json!({"kind": "variant", "cases": cases.collect::<Value>()})
        }
        TypeDefKind::Enum(cases) => {
            let cases = cases
                .cases
                .iter()
                .map(|c| labelled(context, &c.name, None, &c.docs, c.span));
            json!({"kind": "enum", "cases": cases.collect::<Value>()})
        }
        TypeDefKind::Flags(flags) => {
            let flags = flags
                .flags
                .iter()
                .map(|f| labelled(context, &f.name, None, &f.docs, f.span));
            json!({"kind": "flags", "flags": flags.collect::<Value>()})
        }
        TypeDefKind::Tuple(tuple) => {
            json!({"kind": "tuple", "types": tuple.types.iter().map(reference).collect::<Value>()})
        }
        TypeDefKind::Result(result) => {
            let mut value = json!({"kind": "result"});
            put(&mut value, "ok", optional(&result.ok));
            put(&mut value, "err", optional(&result.err));
            value
        }
        TypeDefKind::FixedLengthList(ty, length) => {
            json!({"kind": "fixed-length-list", "type": reference(ty), "length": length})
        }
        TypeDefKind::Map(key, ty) => json!({"kind": "map", "key": reference(key), "type": reference(ty)}),
        TypeDefKind::Option(ty) => json!({"kind": "option", "type": reference(ty)}),
        TypeDefKind::List(ty) => json!({"kind": "list", "type": reference(ty)}),
        TypeDefKind::Future(ty) => element("future", ty),
        TypeDefKind::Stream(ty) => element("stream", ty),
        TypeDefKind::Type(ty) => json!({"kind": "alias", "type": reference(ty)}),
        TypeDefKind::Handle(Handle::Own(id)) => json!({"kind": "own", "type": id.index()}),
        TypeDefKind::Handle(Handle::Borrow(id)) => json!({"kind": "borrow", "type": id.index()}),
        TypeDefKind::Resource => json!({"kind": "resource"}),
        TypeDefKind::Unknown => unreachable!("resolution leaves no unknown type"),
    }
}

fn element(kind: &str, ty: &Option<Type>) -> Value {
    let mut value = json!({"kind": kind});
    put(&mut value, "type", optional(ty));
    value
}

fn labelled(context: &Context<'_>, name: &str, ty: Option<&Type>, about: &Docs, span: Span) -> Value {
    let mut value = json!({"name": name});
    put(&mut value, "type", ty.map(reference));
    docs(&mut value, about);
    context.spans.put(&mut value, span);
    value
}

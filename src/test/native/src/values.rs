//! The values of a script. Each is `{"type": …}` with what the type has:
//!
//! ```text
//! bool                        value: true or false
//! u8 … s64, i32, i64          value: decimal digits
//! f32, f64                    bits: decimal digits of the unsigned number; as a result also
//!                             nan: "canonical" or "arithmetic"
//! char, string                value: text
//! list, tuple                 values
//! record                      fields: [[name, value], …]
//! variant, option, result     case (some, none, ok, err), and payload if there is one
//! enum                        case
//! flags                       flags: [name, …]
//! v128, ref, either           of core modules: text, as the crate shows them
//! ```

use serde_json::{Value, json};
use wast::component::WastVal;
use wast::core::{NanPattern, WastArgCore, WastRetCore};
use wast::{WastArg, WastRet};

/// What a function is given.
pub fn argument(value: &WastArg<'_>) -> Value {
    match value {
        WastArg::Component(value) => component(value),
        WastArg::Core(value) => core_argument(value),
        _ => unknown(value),
    }
}

/// What a function is expected to return.
pub fn result(value: &WastRet<'_>) -> Value {
    match value {
        WastRet::Component(value) => component(value),
        WastRet::Core(value) => core_result(value),
        _ => unknown(value),
    }
}

fn component(value: &WastVal<'_>) -> Value {
    match value {
        WastVal::Bool(v) => json!({"type": "bool", "value": v}),
        WastVal::U8(v) => integer("u8", v),
        WastVal::S8(v) => integer("s8", v),
        WastVal::U16(v) => integer("u16", v),
        WastVal::S16(v) => integer("s16", v),
        WastVal::U32(v) => integer("u32", v),
        WastVal::S32(v) => integer("s32", v),
        WastVal::U64(v) => integer("u64", v),
        WastVal::S64(v) => integer("s64", v),
        WastVal::F32(v) => float("f32", v.bits.into()),
        WastVal::F64(v) => float("f64", v.bits),
        WastVal::Char(v) => json!({"type": "char", "value": v}),
        WastVal::String(v) => json!({"type": "string", "value": v}),
        WastVal::List(v) => json!({"type": "list", "values": all(v)}),
        WastVal::Tuple(v) => json!({"type": "tuple", "values": all(v)}),
        WastVal::Record(fields) => {
            let fields: Vec<Value> = fields
                .iter()
                .map(|(name, value)| json!([name, component(value)]))
                .collect();
            json!({"type": "record", "fields": fields})
        }
        WastVal::Variant(name, payload) => case("variant", name, payload),
        WastVal::Enum(name) => json!({"type": "enum", "case": name}),
        WastVal::Option(None) => json!({"type": "option", "case": "none"}),
        WastVal::Option(some) => case("option", "some", some),
        WastVal::Result(Ok(payload)) => case("result", "ok", payload),
        WastVal::Result(Err(payload)) => case("result", "err", payload),
        WastVal::Flags(names) => json!({"type": "flags", "flags": names}),
    }
}

fn all(values: &[WastVal<'_>]) -> Vec<Value> {
    values.iter().map(component).collect()
}

fn case(of: &str, name: &str, payload: &Option<Box<WastVal<'_>>>) -> Value {
    match payload {
        Some(payload) => json!({"type": of, "case": name, "payload": component(payload)}),
        None => json!({"type": of, "case": name}),
    }
}

fn core_argument(value: &WastArgCore<'_>) -> Value {
    match value {
        WastArgCore::I32(v) => integer("i32", v),
        WastArgCore::I64(v) => integer("i64", v),
        WastArgCore::F32(v) => float("f32", v.bits.into()),
        WastArgCore::F64(v) => float("f64", v.bits),
        WastArgCore::V128(v) => shown("v128", v),
        WastArgCore::RefNull(_) | WastArgCore::RefExtern(_) | WastArgCore::RefHost(_) => shown("ref", value),
    }
}

fn core_result(value: &WastRetCore<'_>) -> Value {
    match value {
        WastRetCore::I32(v) => integer("i32", v),
        WastRetCore::I64(v) => integer("i64", v),
        WastRetCore::F32(v) => pattern("f32", v, |f| f.bits.into()),
        WastRetCore::F64(v) => pattern("f64", v, |f| f.bits),
        WastRetCore::V128(v) => shown("v128", v),
        WastRetCore::Either(v) => shown("either", v),
        _ => shown("ref", value),
    }
}

fn integer(of: &str, value: impl ToString) -> Value {
    json!({"type": of, "value": value.to_string()})
}

fn float(of: &str, bits: u64) -> Value {
    json!({"type": of, "bits": bits.to_string()})
}

fn pattern<F>(of: &str, pattern: &NanPattern<F>, bits: impl Fn(&F) -> u64) -> Value {
    match pattern {
        NanPattern::CanonicalNan => json!({"type": of, "nan": "canonical"}),
        NanPattern::ArithmeticNan => json!({"type": of, "nan": "arithmetic"}),
        NanPattern::Value(value) => float(of, bits(value)),
    }
}

fn shown(of: &str, value: impl std::fmt::Debug) -> Value {
    json!({"type": of, "text": format!("{value:?}")})
}

/// The crate keeps the right to add kinds of values.
fn unknown(value: impl std::fmt::Debug) -> Value {
    shown("unknown", value)
}

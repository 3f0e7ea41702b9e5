//! The form of the commands. What they mean is tested where they are run.

use serde_json::{Value, json};

use crate::abi::{Reply, Status};
use crate::ops::{self, OF_WORLD, WAST};

fn commands(text: &str) -> Value {
    let Reply { status, payload } = ops::run(WAST, text.as_bytes());
    assert_eq!(status, Status::Ok, "{}", String::from_utf8_lossy(&payload));
    serde_json::from_slice(&payload).unwrap()
}

const EMPTY: &str = "0061736d0d000100";

#[test]
fn definitions_instances_and_names() {
    let script = "(component definition $D binary \"\\00asm\\0d\\00\\01\\00\")\n\
                  (component instance $I $D)\n\
                  (register \"x\" $I)\n\
                  (component)\n\
                  (module binary \"\")";
    assert_eq!(
        commands(script),
        json!([
            {"line": 1, "kind": "module_definition", "name": "D", "binary": EMPTY},
            {"line": 2, "kind": "module_instance", "name": "I", "of": "D"},
            {"line": 3, "kind": "register", "as": "x", "of": "I"},
            {"line": 4, "kind": "module", "binary": EMPTY},
            {"line": 5, "kind": "module", "core": true, "binary": ""},
        ])
    );
}

#[test]
fn an_assertion_stands_where_its_component_stands() {
    let script = "(assert_invalid\n  (component) \"a\")\n\
                  (assert_malformed (component quote \"(nonsense)\") \"b\")\n\
                  (assert_trap\n  (component) \"c\")\n\
                  (assert_unlinkable\n\n (component) \"d\")";
    let found = commands(script);
    assert_eq!(
        found[0],
        json!({"line": 2, "kind": "assert_invalid", "binary": EMPTY, "message": "a"})
    );
    assert_eq!(
        found[1],
        json!({"line": 3, "kind": "assert_malformed", "refused": "expected valid component field", "message": "b"})
    );
    assert_eq!(
        found[2],
        json!({"line": 5, "kind": "assert_uninstantiable", "binary": EMPTY, "message": "c"})
    );
    assert_eq!(
        found[3],
        json!({"line": 8, "kind": "assert_unlinkable", "binary": EMPTY, "message": "d"})
    );
}

#[test]
fn calls_and_values() {
    let script = "(assert_return (invoke $I \"f\"\n\
                    (record.const (field \"n\" u64.const 18446744073709551615))\n\
                    (variant.const \"v\" (option.some (char.const \"\\u{e9}\")))\n\
                    (list.const (result.err) (option.none)) (flags.const \"x\" \"y\") (f32.const -0))\n\
                  (tuple.const (bool.const true) (s8.const -1)) (enum.const \"e\") (f64.const nan:canonical))\n\
                  (assert_trap (invoke \"g\" (i32.const 7)) \"m\")\n\
                  (invoke \"h\")";
    assert_eq!(
        commands(script),
        json!([
            {"line": 1, "kind": "assert_return", "invoke": {"instance": "I", "function": "f", "args": [
                {"type": "record", "fields": [["n", {"type": "u64", "value": "18446744073709551615"}]]},
                {"type": "variant", "case": "v", "payload":
                    {"type": "option", "case": "some", "payload": {"type": "char", "value": "é"}}},
                {"type": "list", "values": [
                    {"type": "result", "case": "err"}, {"type": "option", "case": "none"}]},
                {"type": "flags", "flags": ["x", "y"]},
                {"type": "f32", "bits": "2147483648"},
            ]}, "results": [
                {"type": "tuple", "values": [{"type": "bool", "value": true}, {"type": "s8", "value": "-1"}]},
                {"type": "enum", "case": "e"},
                {"type": "f64", "nan": "canonical"},
            ]},
            {"line": 6, "kind": "assert_trap", "message": "m", "invoke": {"function": "g", "args": [
                {"type": "i32", "value": "7"}]}},
            {"line": 7, "kind": "action", "invoke": {"function": "h", "args": []}},
        ])
    );
}

#[test]
fn what_is_no_script() {
    let reply = ops::run(WAST, b"(component)\n  (compo");
    assert_eq!(reply.status, Status::Diagnostics);
    let found: Value = serde_json::from_slice(&reply.payload).unwrap();
    assert_eq!(found[0]["line"], 2);
    assert_eq!(ops::run(WAST, &[0xff]).status, Status::BadRequest);
    assert_eq!(ops::run(1, b"").status, Status::Unsupported);
}

#[test]
fn a_component_of_a_world() {
    let reply = |input: &[u8]| ops::run(OF_WORLD, input);
    for cut in [&b""[..], b"\x02w", b"\x01w", b"\x01w\x01\0\0\0"] {
        let Reply { status, payload } = reply(cut);
        assert_eq!(status, Status::BadRequest);
        assert_eq!(payload, b"expected a world's name, a module's text and a package");
    }
    assert_eq!(reply(b"\x01w\0\0\0\0\0asm").status, Status::Diagnostics);

    let mut resolve = wit_parser::Resolve::default();
    let package = resolve
        .push_str("p.wit", "package a:b; world w { export f: func(); }")
        .unwrap();
    let package = wit_component::encode(&resolve, package, false).unwrap();
    for text in ["", "(module (func (export \"f\")))"] {
        let mut input = b"\x01w".to_vec();
        input.extend(u32::try_from(text.len()).unwrap().to_le_bytes());
        input.extend(text.as_bytes());
        input.extend(&package);
        let Reply { status, payload } = reply(&input);
        assert_eq!((status, &payload[..4]), (Status::Ok, &b"\0asm"[..]));
    }
}

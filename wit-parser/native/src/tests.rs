//! What Java cannot provoke, because it never sends such requests, and what the parser loses, seen at its root.

use serde_json::{Value, json};

use crate::abi::{self, Reply, Status};
use crate::{ops, panics};

fn entry(name: &str, data: &[u8]) -> Vec<u8> {
    let mut bytes = (name.len() as u32).to_le_bytes().to_vec();
    bytes.extend(name.as_bytes());
    bytes.extend((data.len() as u32).to_le_bytes());
    bytes.extend(data);
    bytes
}

fn resolve(wit: &str) -> Value {
    let reply = ops::run(ops::RESOLVE, &entry("w.wit", wit.as_bytes()));
    let value = serde_json::from_slice(&reply.payload).expect("a reply in JSON");
    assert_eq!(reply.status, Status::Ok, "{value:#}");
    value
}

fn text(reply: &Reply) -> &str {
    std::str::from_utf8(&reply.payload).expect("UTF-8")
}

fn refused(bytes: &[u8]) -> String {
    let reply = ops::run(ops::RESOLVE, bytes);
    assert_eq!(reply.status, Status::BadRequest);
    text(&reply).to_string()
}

#[test]
fn requests_that_no_caller_should_send() {
    assert_eq!(refused(&[1, 0]), "the bundle ends within a length");
    assert_eq!(
        refused(&[9, 0, 0, 0, b'a']),
        "the bundle ends within an entry of 9 bytes"
    );
    assert_eq!(
        refused(&[entry("a.wit", b""), entry("a.wit", b"")].concat()),
        "the file \"a.wit\" occurs twice"
    );
    assert_eq!(refused(&entry(":what", b"")), "\":what\" is a reserved name");
    assert_eq!(
        refused(&entry(":options", b"[]")),
        "the options are not a JSON object"
    );
    assert_eq!(
        refused(&entry(":options", b"{\"x\":1}")),
        "there is no option \"x\""
    );
    assert_eq!(
        refused(&entry(":options", b"{\"features\":1}")),
        "the option \"features\" cannot be 1"
    );
    assert_eq!(
        refused(&entry("\u{0}", b"")[..4]),
        "the bundle ends within an entry of 1 bytes"
    );
    let reply = ops::run(ops::DECODE, &entry("a.wit", b""));
    assert_eq!(
        (reply.status, text(&reply)),
        (Status::BadRequest, "expected a binary, found none")
    );
}

#[test]
fn an_input_larger_than_allowed_is_refused() {
    let options = entry(":options", b"{\"maxInput\":3}");
    let reply = ops::run(ops::RESOLVE, &[options, entry("a.wit", b"abcd")].concat());
    let expected = (Status::Limit, "the input has 4 bytes; at most 3 are allowed");
    assert_eq!((reply.status, text(&reply)), expected);
}

#[test]
fn unknown_operations_are_refused() {
    let reply = ops::run(77, &[]);
    assert_eq!(
        (reply.status, text(&reply)),
        (Status::Unsupported, "there is no operation 77 here")
    );
}

#[test]
fn a_panic_is_a_reply_with_its_place() {
    let reply = panics::caught(|| panic!("no {}", "luck"));
    assert_eq!(reply.status, Status::Internal);
    assert!(
        text(&reply).starts_with("no luck (src/tests.rs:"),
        "{}",
        text(&reply)
    );
}

#[test]
fn a_block_can_be_read_and_given_back() {
    assert_eq!(abi::witloof_abi(), 0x1_0000);
    // SAFETY: no bytes are promised, and the block is read within its length and given back once.
    unsafe {
        let block = abi::witloof_call(ops::INFO, std::ptr::null(), 0);
        let header = std::slice::from_raw_parts(block.cast::<u32>(), 4);
        assert_eq!((header[0], header[1], header[3]), (abi::MAGIC, 0, 0));
        let payload = std::slice::from_raw_parts(block.add(1).cast::<u8>(), header[2] as usize);
        let info: Value = serde_json::from_slice(payload).expect("JSON");
        assert_eq!(info["abi"], "1.0");
        abi::witloof_free(block);
        abi::witloof_free(std::ptr::null_mut());
    }
}

#[test]
fn the_version_told_is_the_version_pinned() {
    let manifest = include_str!("../Cargo.toml");
    let reply = ops::run(ops::INFO, &[]);
    let info: Value = serde_json::from_slice(&reply.payload).expect("JSON");
    let version = info["wit-parser"].as_str().expect("a version");
    assert!(
        manifest.contains(&format!("wit-parser = \"={version}\"")),
        "{version}"
    );
}

fn items(model: &Value, world: usize, side: &str) -> Vec<Value> {
    let items = model["worlds"][world][side].as_array().expect("a list");
    items
        .iter()
        .map(|i| json!([i["name"], i["externalId"], i["docs"], i["span"]["line"]]))
        .collect()
}

const CHAIN: &str = "package a:b;
interface x { type t = u32; }
interface y { use x.{t}; }
interface z { use y.{t}; f: func() -> t; }
";

#[test]
fn an_external_id_on_an_export_stays_there() {
    let model = resolve(&format!(
        "{CHAIN}world w {{\n  @external-id(\"out\")\n  export z;\n}}"
    ));
    assert_eq!(
        items(&model, 0, "imports"),
        [
            json!(["a:b/x", null, null, null]),
            json!(["a:b/y", null, null, null])
        ]
    );
    assert_eq!(items(&model, 0, "exports"), [json!(["a:b/z", "out", null, 7])]);
}

#[test]
fn what_stands_beside_an_implied_import_is_kept() {
    let world = "world w {\n  import z;\n  /// why\n  @external-id(\"in\")\n  import x;\n}";
    let model = resolve(&format!("{CHAIN}{world}"));
    assert_eq!(
        items(&model, 0, "imports"),
        [
            json!(["a:b/x", "in", "why", 9]),
            json!(["a:b/y", null, null, null]),
            json!(["a:b/z", null, null, 6]),
        ]
    );
}

#[test]
fn exports_that_depend_on_each_other_keep_their_own() {
    let world = "world w {\n  @external-id(\"z\") export z;\n  @external-id(\"y\") export y;\n  export x;\n}";
    let model = resolve(&format!("{CHAIN}{world}"));
    assert_eq!(
        items(&model, 0, "exports"),
        [
            json!(["a:b/x", null, null, 8]),
            json!(["a:b/y", "y", null, 7]),
            json!(["a:b/z", "z", null, 6]),
        ]
    );
}

#[test]
fn an_include_brings_what_stands_beside() {
    let worlds = "world base {\n  @external-id(\"one\")\n  import n: x;\n  @external-id(\"out\") export z;\n}
world wide {\n  include base with { n as m }\n  import n: func();\n}";
    let model = resolve(&format!("{CHAIN}{worlds}"));
    let wide = model["worlds"]
        .as_array()
        .expect("a list")
        .iter()
        .position(|w| w["name"] == "wide");
    let wide = wide.expect("the world");
    assert_eq!(
        items(&model, wide, "imports"),
        [
            json!(["m", "one", null, 7]),
            json!(["a:b/x", null, null, null]),
            json!(["a:b/y", null, null, null]),
            json!(["n", null, null, null]),
        ]
    );
    assert_eq!(items(&model, wide, "exports"), [json!(["a:b/z", "out", null, 8])]);
}

#[test]
fn a_disabled_statement_says_nothing() {
    let world = "world w {\n  import z;\n  @unstable(feature = later)\n  @external-id(\"in\") import x;\n}";
    let model = resolve(&format!("{CHAIN}{world}"));
    assert_eq!(items(&model, 0, "imports")[0], json!(["a:b/x", null, null, null]));
}

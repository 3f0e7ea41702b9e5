"""Writes the components of this folder: for each pair of string encodings one with a caller and a callee in it, and
functions over lists of types that are random, from a fixed seed. Run it, then compile each file as the README says."""

import random

PRIMITIVES = ["bool", "s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64", "f32", "f64", "char", "string", "string"]
ENCODINGS = {"utf8": "utf8", "utf16": "utf16", "latin1": "latin1+utf16"}
FUNCTIONS = 12


def a_type(rng, depth):
    kind = rng.randrange(5 if depth == 0 else 12)
    if kind < 5:
        return rng.choice(PRIMITIVES)
    inner = lambda: a_type(rng, depth - 1)
    if kind < 7:
        return f"(list {inner()})"
    if kind < 9:
        return "(tuple " + " ".join(inner() for _ in range(rng.randint(1, 4))) + ")"
    if kind < 11:
        return f"(option {inner()})"
    return rng.choice(["(result)", f"(result {inner()})", f"(result {inner()} (error {inner()}))", f"(result (error {inner()}))"])


ALLOCATOR = """
      (memory (export "memory") 4)
      (global $next (mut i32) (i32.const 1024))
      (global $log (mut i64) (i64.const 7))
      (func $note (param $n i32)
        (global.set $log (i64.add (i64.mul (global.get $log) (i64.const 1099511628211)) (i64.extend_i32_u (local.get $n)))))
      (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
        (local $at i32)
        (call $note (local.get $old))
        (call $note (local.get $old-size))
        (call $note (local.get $align))
        (call $note (local.get $size))
        (if (i32.and (i32.ne (local.get $old) (i32.const 0)) (i32.le_u (local.get $size) (local.get $old-size)))
          (then (return (local.get $old))))
        (local.set $at
          (i32.and
            (i32.add (global.get $next) (i32.sub (local.get $align) (i32.const 1)))
            (i32.sub (i32.const 0) (local.get $align))))
        (global.set $next (i32.add (local.get $at) (local.get $size)))
        (memory.copy (local.get $at) (local.get $old) (local.get $old-size))
        (local.get $at))
      ;; What was allocated, and all bytes of it.
      (func (export "state") (result i64)
        (local $sum i64) (local $at i32)
        (local.set $sum (global.get $log))
        (loop $bytes
          (local.set $sum
            (i64.add (i64.mul (local.get $sum) (i64.const 31)) (i64.extend_i32_u (i32.load8_u (local.get $at)))))
          (br_if $bytes
            (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1))) (global.get $next))))
        (local.get $sum))"""


def lift(name, instance, core, typ, encoding, post):
    return f"""
    (func (export "{name}") (param "x" (list {typ})) (result (list {typ}))
      (canon lift (core func ${instance} "{core}") (memory (core memory ${instance} "memory")) (realloc (core func ${instance} "realloc"))
        string-encoding={encoding}{post}))"""


def component(caller, callee, types):
    text = [f"""(component
  (component $Callee
    (core module $Main{ALLOCATOR}
      (func (export "echo") (param $at i32) (param $length i32) (result i32)
        (i32.store (i32.const 16) (local.get $at))
        (i32.store (i32.const 20) (local.get $length))
        (i32.const 16))
      ;; Nothing of the result is left afterwards.
      (func (export "free") (param i32)
        (memory.fill (i32.const 16) (i32.const 0x5A) (i32.sub (global.get $next) (i32.const 16)))))
    (core instance $main (instantiate $Main))"""]
    for i, typ in enumerate(types):
        text.append(lift(f"echo{i}", "main", "echo", typ, ENCODINGS[callee], '\n        (post-return (core func $main "free"))'))
    text.append("""
    (func (export "state") (result u64) (canon lift (core func $main "state"))))
  (component $Caller""")
    for i, typ in enumerate(types):
        text.append(f"""
    (import "echo{i}" (func $echo{i} (param "x" (list {typ})) (result (list {typ}))))""")
    text.append(f"""
    (core module $Memory{ALLOCATOR})
    (core instance $memory (instantiate $Memory))""")
    for i in range(len(types)):
        text.append(f"""
    (core func $lowered{i} (canon lower (func $echo{i}) (memory (core memory $memory "memory")) (realloc (core func $memory "realloc"))
      string-encoding={ENCODINGS[caller]}))""")
    text.append("""
    (core module $Main
      (import "memory" "memory" (memory 4))""")
    for i in range(len(types)):
        text.append(f"""
      (import "echo" "{i}" (func $echo{i} (param i32 i32 i32)))""")
    text.append("""
      (func (export "poke") (param i32 i32) (i32.store8 (local.get 0) (local.get 1)))""")
    for i in range(len(types)):
        text.append(f"""
      (func (export "call{i}") (param i32 i32) (result i32)
        (call $echo{i} (local.get 0) (local.get 1) (i32.const 32))
        (i32.const 32))
      (func (export "raw{i}") (param i32 i32 i32)
        (call $echo{i} (local.get 0) (local.get 1) (local.get 2)))""")
    text.append(""")
    (core instance $main (instantiate $Main
      (with "memory" (instance $memory))
      (with "echo" (instance""")
    for i in range(len(types)):
        text.append(f"""
        (export "{i}" (func $lowered{i}))""")
    text.append("))))")
    text.append("""
    (alias core export $memory "memory" (core memory $mem))
    (alias core export $memory "realloc" (core func $realloc))""")
    for i, typ in enumerate(types):
        text.append(f"""
    (func (export "call{i}") (param "x" (list {typ})) (result (list {typ}))
      (canon lift (core func $main "call{i}") (memory (core memory $mem)) (realloc (core func $realloc)) string-encoding={ENCODINGS[caller]}))
    (func (export "raw{i}") (param "at" u32) (param "length" u32) (param "result" u32)
      (canon lift (core func $main "raw{i}")))""")
    text.append("""
    (func (export "poke") (param "at" u32) (param "byte" u32) (canon lift (core func $main "poke")))
    (func (export "state") (result u64) (canon lift (core func $memory "state"))))
  (instance $callee (instantiate $Callee))
  (instance $caller (instantiate $Caller""")
    for i in range(len(types)):
        text.append(f"""
    (with "echo{i}" (func $callee "echo{i}"))""")
    text.append("))")
    for i in range(len(types)):
        text.append(f"""
  (export "call{i}" (func $caller "call{i}"))
  (export "raw{i}" (func $caller "raw{i}"))""")
    text.append("""
  (export "poke" (func $caller "poke"))
  (export "caller-state" (func $caller "state"))
  (export "callee-state" (func $callee "state")))
""")
    return "".join(text)


def main():
    rng = random.Random(2026)
    for caller in ENCODINGS:
        for callee in ENCODINGS:
            types = [a_type(rng, 3) for _ in range(FUNCTIONS)]
            with open(f"{caller}-{callee}.wat", "w", encoding="utf-8") as out:
                out.write(component(caller, callee, types))


main()

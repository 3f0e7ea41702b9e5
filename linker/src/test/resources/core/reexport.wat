(module
  (import "m" "f" (func $f (param i32) (result i32)))
  (import "m" "memory" (memory 1))
  (import "m" "table" (table 1 funcref))
  (import "m" "g" (global i32))
  (func $own (export "own"))
  (export "f" (func $f)) (export "memory" (memory 0)) (export "table" (table 0)) (export "g" (global 0))
  (global (export "counter") (mut i64) (i64.const 41)))

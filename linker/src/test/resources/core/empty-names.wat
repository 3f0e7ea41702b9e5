;; Function imports without any name among imports of each other kind; the name section has more functions to count.
(module $empty
  (import "" "table" (table 1 8 (ref null func)))
  (import "" "" (func $one (param i32) (result i32)))
  (import "" "" (memory 1 4))
  (import "" "" (global (mut i64)))
  (import "" "" (tag (param i32)))
  (import "" "" (func $two (param i32) (result i32)))
  (import "" "named" (func $three (param i32) (result i32)))
  (import "" "" (table 0 externref))
  (func (export "one") (param i32) (result i32) (call $one (local.get 0)))
  (func (export "two") (param i32) (result i32) (call $two (local.get 0)))
  (func (export "three") (param i32) (result i32) (call $three (local.get 0))))

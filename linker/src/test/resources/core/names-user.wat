;; Imports of one name and different types, in both orders.
(module
  (import "m" "a" (func $wide (param i64) (result i64)))
  (import "m" "b" (func $narrow (param i32) (result i32)))
  (import "m" "b" (func $wide2 (param i64) (result i64)))
  (import "m" "b" (global $g i32))
  (func (export "wide") (param i64) (result i64) (call $wide (local.get 0)))
  (func (export "narrow") (param i32) (result i32) (i32.add (global.get $g) (call $narrow (local.get 0))))
  (func (export "wide2") (param i64) (result i64) (call $wide2 (local.get 0))))

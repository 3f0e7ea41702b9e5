;; Types in one order; the table holds functions of this module.
(module $owner
  (type $to_i64 (func (param i32) (result i64)))
  (type $to_i32 (func (param i32) (result i32)))
  (table (export "table") 4 8 funcref)
  (elem (i32.const 0) $wide $narrow)
  (func $wide (type $to_i64) (i64.add (i64.const 1000) (i64.extend_i32_u (local.get 0))))
  (func $narrow (type $to_i32) (i32.add (i32.const 100) (local.get 0)))
  (func (export "call-i32") (param i32 i32) (result i32)
    (call_indirect (type $to_i32) (local.get 1) (local.get 0)))
  (func (export "call-i64") (param i32 i32) (result i64)
    (call_indirect (type $to_i64) (local.get 1) (local.get 0)))
  (func (export "grow") (param i32) (result i32) (table.grow (ref.null func) (local.get 0)))
  (func (export "size") (result i32) (table.size)))

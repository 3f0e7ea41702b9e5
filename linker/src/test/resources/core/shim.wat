;; What toolchains put before the main module, so that it can be instantiated before its imports are lowered.
(module $shim
  (type (func (param i32 i32)))
  (type (func (param i32) (result i32)))
  (table (export "$imports") 2 2 funcref)
  (func (export "0") (param i32 i32)
    (local.get 0) (local.get 1) (call_indirect (type 0) (i32.const 0)))
  (func (export "1") (param i32) (result i32)
    (local.get 0) (call_indirect (type 1) (i32.const 1))))

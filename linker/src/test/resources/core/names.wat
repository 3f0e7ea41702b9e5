;; Two exports, each with the name under which the other will be imported.
(module
  (func (export "a") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
  (func (export "b") (param i64) (result i64) (i64.add (local.get 0) (i64.const 2))))

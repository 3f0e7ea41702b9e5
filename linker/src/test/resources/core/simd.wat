;; The compiler refuses vectors.
(module $simd
  (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func (export "vector") (result v128) (v128.const i32x4 1 2 3 4)))

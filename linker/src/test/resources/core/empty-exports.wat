;; What empty-names imports beside functions.
(module
  (table (export "table") 1 8 funcref)
  (memory (export "memory") 1 4)
  (global (export "global") (mut i64) (i64.const 0))
  (tag (export "tag") (param i32))
  (table (export "externs") 0 externref))

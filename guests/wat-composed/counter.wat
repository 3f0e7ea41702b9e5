;; A counter and nothing else: its interface, and what it has added up.
(component $counter
  (core module $M
    (memory (export "memory") 1)
    (global $sum (mut i64) (i64.const 0))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 16))
    (func (export "add") (param i32 i32 i64) (result i64)
      (global.set $sum (i64.add (global.get $sum) (local.get 2)))
      (global.get $sum))
    (func (export "total") (result i64) (global.get $sum)))
  (core instance $m (instantiate $M))
  (func $add (param "key" string) (param "by" s64) (result s64)
    (canon lift (core func $m "add") (memory (core memory $m "memory")) (realloc (core func $m "realloc"))))
  (instance $counter' (export "add" (func $add)))
  (export "demo:count/counter@1.2.0" (instance $counter'))
  (func (export "total") (result s64) (canon lift (core func $m "total"))))

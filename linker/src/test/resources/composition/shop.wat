;; Counts visits in its cache, and tells the log that it does.
(component $shop
  (import "cache" (implements "demo:count/counter@1.2.0") (instance $cache
    (export "add" (func (param "key" string) (param "by" s64) (result s64)))))
  (import "log" (func $log (param "n" s64)))
  (core module $Mem (memory (export "memory") 1)
    (global $top (mut i32) (i32.const 16))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (local $p i32) (local.set $p (global.get $top))
      (global.set $top (i32.add (local.get $p) (local.get 3))) (local.get $p))
    (func (export "post") (param i64) (global.set $top (i32.const 16))))
  (core instance $mem (instantiate $Mem))
  (core func $add (canon lower (func $cache "add") (memory (core memory $mem "memory"))))
  (core func $log' (canon lower (func $log)))
  (core module $M
    (import "" "add" (func $add (param i32 i32 i64) (result i64)))
    (import "" "log" (func $log (param i64)))
    (func (export "visit") (param i32 i32 i64) (result i64)
      (call $log (i64.const -1))
      (call $add (local.get 0) (local.get 1) (local.get 2))))
  (core instance $m (instantiate $M (with "" (instance (export "add" (func $add)) (export "log" (func $log'))))))
  (func (export "visit") (param "page" string) (param "by" s64) (result s64)
    (canon lift (core func $m "visit") (memory (core memory $mem "memory")) (realloc (core func $mem "realloc"))
      (post-return (core func $mem "post")))))

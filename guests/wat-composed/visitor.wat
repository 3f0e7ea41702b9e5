;; Counts visits in the counter that it is given.
(component $visitor
  (import "counter" (implements "demo:count/counter@1.2.0") (instance $counter
    (export "add" (func (param "key" string) (param "by" s64) (result s64)))))
  (core module $Mem (memory (export "memory") 1)
    (global $top (mut i32) (i32.const 16))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (local $p i32) (local.set $p (global.get $top))
      (global.set $top (i32.add (local.get $p) (local.get 3))) (local.get $p))
    (func (export "post") (param i64) (global.set $top (i32.const 16))))
  (core instance $mem (instantiate $Mem))
  (core func $add (canon lower (func $counter "add") (memory (core memory $mem "memory"))))
  (core module $M
    (import "" "add" (func $add (param i32 i32 i64) (result i64)))
    (func (export "visit") (param i32 i32) (result i64) (call $add (local.get 0) (local.get 1) (i64.const 1)))
    ;; As many visits as it is told, in one call from outside.
    (func (export "visits") (param i32 i32 i32) (result i64)
      (local $last i64)
      (loop $more
        (local.set $last (call $add (local.get 0) (local.get 1) (i64.const 1)))
        (br_if $more (local.tee 2 (i32.sub (local.get 2) (i32.const 1)))))
      (local.get $last)))
  (core instance $m (instantiate $M (with "" (instance (export "add" (func $add))))))
  (func (export "visit") (param "page" string) (result s64)
    (canon lift (core func $m "visit") (memory (core memory $mem "memory")) (realloc (core func $mem "realloc"))
      (post-return (core func $mem "post"))))
  (func (export "visits") (param "page" string) (param "times" u32) (result s64)
    (canon lift (core func $m "visits") (memory (core memory $mem "memory")) (realloc (core func $mem "realloc"))
      (post-return (core func $mem "post")))))

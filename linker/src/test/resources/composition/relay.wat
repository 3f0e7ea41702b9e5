;; Hands a number on to the next, one more each time.
(component $relay
  (import "next" (func $next (param "n" u32) (result u32)))
  (core func $next' (canon lower (func $next)))
  (core module $M
    (import "" "next" (func $next (param i32) (result i32)))
    (func (export "call") (param i32) (result i32) (call $next (i32.add (local.get 0) (i32.const 1)))))
  (core instance $m (instantiate $M (with "" (instance (export "next" (func $next'))))))
  (func (export "call") (param "n" u32) (result u32) (canon lift (core func $m "call"))))

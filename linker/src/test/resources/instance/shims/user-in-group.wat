;; The table is given to the main module too, by way of two groups, and that calls through it.
(component
  (import "log" (func $host-log (param "text" string)))
  (core module $Shim
    (type (func (param i32 i32)))
    (table (export "$imports") 1 1 funcref)
    (func (export "0") (param i32 i32)
      (call_indirect (type 0) (local.get 0) (local.get 1) (i32.const 0))))
  (core module $Main
    (type (func (param i32 i32)))
    (import "host" "log" (func $log (param i32 i32)))
    (import "host" "table" (table 1 1 funcref))
    (memory (export "memory") 1)
    (data (i32.const 0) "hello!")
    (func (export "run") (param $length i32)
      (call $log (i32.const 0) (local.get $length))
      (call_indirect (type 0) (i32.const 1) (local.get $length) (i32.const 0))))
  (core module $Fixup
    (import "" "0" (func (param i32 i32)))
    (import "" "$imports" (table 1 1 funcref))
    (elem (i32.const 0) func 0))
  (core instance $shim (instantiate $Shim))
  (core instance $group (export "t" (table $shim "$imports")))
  (core instance $main (instantiate $Main
    (with "host" (instance (export "log" (func $shim "0")) (export "table" (table $group "t"))))))
  (core func $log (canon lower (func $host-log) (memory (core memory $main "memory"))))
  (core instance $fixup (instantiate $Fixup
    (with "" (instance
      (export "0" (func $log))
      (export "$imports" (table $shim "$imports"))))))
  (func (export "run") (param "length" u32) (canon lift (core func $main "run"))))

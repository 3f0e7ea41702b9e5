;; A fixup that fills the slot with a function of another type.
(component
  (import "log" (func $host-log (param "text" string)))
  (core module $Shim
    (type (func (param i32 i32)))
    (table (export "$imports") 1 1 funcref)
    (func (export "0") (param i32 i32)
      (call_indirect (type 0) (local.get 0) (local.get 1) (i32.const 0))))
  (core module $Main
    (import "host" "log" (func $log (param i32 i32)))
    (memory (export "memory") 1)
    (data (i32.const 0) "hello")
    (func (export "run") (param $length i32)
      (call $log (i32.const 0) (local.get $length))))
  (core module $Fixup
    (import "" "0" (func (param i32)))
    (import "" "$imports" (table 1 1 funcref))
    (elem (i32.const 0) func 0))
  (core instance $shim (instantiate $Shim))
  (core instance $main (instantiate $Main
    (with "host" (instance (export "log" (func $shim "0"))))))
  (core func $log (canon lower (func $host-log) (memory (core memory $main "memory"))))
  (type $R (resource (rep i32)))
  (core func $drop (canon resource.drop $R))
  (core instance $fixup (instantiate $Fixup
    (with "" (instance
      (export "0" (func $drop))
      (export "$imports" (table $shim "$imports"))))))
  (func (export "run") (param "length" u32) (canon lift (core func $main "run"))))

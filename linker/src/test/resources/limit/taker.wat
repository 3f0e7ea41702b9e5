;; Takes a list of bytes from its import.
(component
  (import "log" (func $log (result (list u8))))
  (core module $libc
    (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (if (i32.eq (i32.const -1)
            (memory.grow (i32.shr_u (i32.add (local.get 3) (i32.const 65535)) (i32.const 16))))
        (then (unreachable)))
      (i32.const 65536)))
  (core instance $libc (instantiate $libc))
  (core func $log' (canon lower (func $log) (memory (core memory $libc "memory")) (realloc (core func $libc "realloc"))))
  (core module $caller
    (import "" "log" (func $log (param i32)))
    (func (export "take") (call $log (i32.const 0))))
  (core instance $caller (instantiate $caller (with "" (instance (export "log" (func $log'))))))
  (func (export "take") (canon lift (core func $caller "take"))))

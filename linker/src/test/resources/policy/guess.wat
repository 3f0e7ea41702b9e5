;; A guest that tries what it can open by its import "cache"; it has a second one of the same interface.
(component
  (type $store (instance
    (export "bucket" (type $bucket (sub resource)))
    (export "open" (func (param "identifier" string) (result (result (own $bucket)))))))
  (import "cache" (implements "demo:kv/store@0.1.0") (instance $cache (type $store)))
  (import "sessions" (implements "demo:kv/store@0.1.0") (instance $sessions (type $store)))
  (core module $Mem
    (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1024)))
  (core instance $mem (instantiate $Mem))
  (alias core export $mem "memory" (core memory $memory))
  (alias core export $mem "realloc" (core func $realloc))
  (core func $open (canon lower (func $cache "open") (memory $memory)))
  (core module $Main
    (import "cache" "open" (func $open (param i32 i32 i32)))
    (import "mem" "memory" (memory 1))
    (func (export "guess") (param i32 i32) (result i32)
      (call $open (local.get 0) (local.get 1) (i32.const 16))
      (i32.eqz (i32.load8_u (i32.const 16)))))
  (core instance $main (instantiate $Main
    (with "cache" (instance (export "open" (func $open))))
    (with "mem" (instance $mem))))
  (func (export "guess") (param "identifier" string) (result bool)
    (canon lift (core func $main "guess") (memory $memory) (realloc $realloc))))

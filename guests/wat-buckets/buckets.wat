;; Two imports of `store` under names, whose buckets are of one type: `atomics`, imported with a name and without, takes those of both.
(component $buckets
  (type $types (instance
    (export "bucket" (type $bucket (sub resource)))
    (type $error' (variant
      (case "no-such-store") (case "access-denied") (case "invalid-argument") (case "precondition-failed")
      (case "timeout") (case "store-unavailable") (case "quota-exceeded") (case "other" string)))
    (export "error" (type $error (eq $error')))
    (export "[method]bucket.get" (func
      (param "self" (borrow $bucket)) (param "key" string) (result (result (option (list u8)) (error $error)))))))
  (import "witloof:keyvalue/types@0.1.0" (instance $types (type $types)))
  (alias export $types "bucket" (type $bucket))
  (alias export $types "error" (type $error))
  (import "error" (type $world-error (eq $error)))  ;; use types.{error}
  ;; Each import has an instance type of its own, because tools that read components as WIT take them for one otherwise.
  (type $sessions (instance
    (alias outer $buckets $bucket (type $bucket'))
    (alias outer $buckets $error (type $error'))
    (export "bucket" (type $bucket (eq $bucket')))
    (export "error" (type $error (eq $error')))
    (export "open" (func (param "identifier" string) (result (result (own $bucket) (error $error)))))))
  (import "sessions" (implements "witloof:keyvalue/store@0.1.0") (instance $sessions (type $sessions)))
  (type $cache (instance
    (alias outer $buckets $bucket (type $bucket'))
    (alias outer $buckets $error (type $error'))
    (export "bucket" (type $bucket (eq $bucket')))
    (export "error" (type $error (eq $error')))
    (export "open" (func (param "identifier" string) (result (result (own $bucket) (error $error)))))))
  (import "cache" (implements "witloof:keyvalue/store@0.1.0") (instance $cache (type $cache)))
  (type $atomics (instance
    (alias outer $buckets $bucket (type $bucket'))
    (alias outer $buckets $error (type $error'))
    (export "bucket" (type $bucket (eq $bucket')))
    (export "error" (type $error (eq $error')))
    (export "increment" (func
      (param "bucket" (borrow $bucket)) (param "key" string) (param "delta" s64) (result (result s64 (error $error)))))))
  (import "witloof:keyvalue/atomics@0.1.0" (instance $atomics (type $atomics)))
  (type $visits (instance
    (alias outer $buckets $bucket (type $bucket'))
    (alias outer $buckets $error (type $error'))
    (export "bucket" (type $bucket (eq $bucket')))
    (export "error" (type $error (eq $error')))
    (export "increment" (func
      (param "bucket" (borrow $bucket)) (param "key" string) (param "delta" s64) (result (result s64 (error $error)))))))
  (import "visits" (implements "witloof:keyvalue/atomics@0.1.0") (instance $visits (type $visits)))

  (core module $Mem
    (memory (export "memory") 1)
    (global $top (mut i32) (i32.const 128))
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
      (local $p i32)
      (local.set $p (i32.and (i32.add (global.get $top) (i32.sub (local.get $align) (i32.const 1)))
                             (i32.sub (i32.const 0) (local.get $align))))
      (global.set $top (i32.add (local.get $p) (local.get $size)))
      (if (i32.gt_u (global.get $top) (i32.const 65536)) (then unreachable))
      (local.get $p))
    (func (export "reset") (global.set $top (i32.const 128))))
  (core instance $mem (instantiate $Mem))
  (alias core export $mem "memory" (core memory $memory))
  (alias core export $mem "realloc" (core func $realloc))

  (core func $sessions-open (canon lower (func $sessions "open") (memory $memory) (realloc $realloc)))
  (core func $cache-open (canon lower (func $cache "open") (memory $memory) (realloc $realloc)))
  (core func $get (canon lower (func $types "[method]bucket.get") (memory $memory) (realloc $realloc)))
  (core func $increment (canon lower (func $atomics "increment") (memory $memory) (realloc $realloc)))
  (core func $visit (canon lower (func $visits "increment") (memory $memory) (realloc $realloc)))
  (core func $drop (canon resource.drop $bucket))

  (core module $Main
    (import "kv" "sessions-open" (func $sessions-open (param i32 i32 i32)))
    (import "kv" "cache-open" (func $cache-open (param i32 i32 i32)))
    (import "kv" "get" (func $get (param i32 i32 i32 i32)))
    (import "kv" "increment" (func $increment (param i32 i32 i32 i64 i32)))
    (import "kv" "visit" (func $visit (param i32 i32 i32 i64 i32)))
    (import "kv" "drop" (func $drop (param i32)))
    (import "mem" "memory" (memory 1))
    (import "mem" "reset" (func $reset))
    (data (i32.const 0) "main")
    ;; A bucket of one of the stores. An error of `open` is a trap.
    (func $open (param $cache i32) (result i32)
      (if (local.get $cache)
        (then (call $cache-open (i32.const 0) (i32.const 4) (i32.const 8)))
        (else (call $sessions-open (i32.const 0) (i32.const 4) (i32.const 8))))
      (if (i32.load8_u (i32.const 8)) (then unreachable))
      (i32.load (i32.const 12)))
    ;; add: func(cache: bool, visit: bool, key: string, delta: s64) -> result<s64, error>; the result lives at 32
    (func (export "add")
      (param $cache i32) (param $visit i32) (param $key i32) (param $len i32) (param $delta i64) (result i32)
      (local $bucket i32)
      (local.set $bucket (call $open (local.get $cache)))
      (if (local.get $visit)
        (then (call $visit (local.get $bucket) (local.get $key) (local.get $len) (local.get $delta) (i32.const 32)))
        (else (call $increment (local.get $bucket) (local.get $key) (local.get $len) (local.get $delta) (i32.const 32))))
      (call $drop (local.get $bucket))
      (i32.const 32))
    ;; get: func(cache: bool, key: string) -> result<option<list<u8>>, error>; the result lives at 32
    (func (export "get") (param $cache i32) (param $key i32) (param $len i32) (result i32)
      (local $bucket i32)
      (local.set $bucket (call $open (local.get $cache)))
      (call $get (local.get $bucket) (local.get $key) (local.get $len) (i32.const 32))
      (call $drop (local.get $bucket))
      (i32.const 32))
    (func (export "post") (param i32) (call $reset)))
  (core instance $main (instantiate $Main
    (with "kv" (instance
      (export "sessions-open" (func $sessions-open)) (export "cache-open" (func $cache-open)) (export "get" (func $get))
      (export "increment" (func $increment)) (export "visit" (func $visit)) (export "drop" (func $drop))))
    (with "mem" (instance $mem))))
  (func (export "add")
    (param "cache" bool) (param "visit" bool) (param "key" string) (param "delta" s64) (result (result s64 (error $world-error)))
    (canon lift (core func $main "add") (memory $memory) (realloc $realloc) (post-return (core func $main "post"))))
  (func (export "get") (param "cache" bool) (param "key" string) (result (result (option (list u8)) (error $world-error)))
    (canon lift (core func $main "get") (memory $memory) (realloc $realloc) (post-return (core func $main "post"))))
)

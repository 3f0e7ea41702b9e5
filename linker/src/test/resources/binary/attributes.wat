;; The attributes beside names, wherever names with attributes may stand.
(component
  (import "sessions" (implements "wasi:keyvalue/store@0.2.0-draft") (external-id "eu") (instance $sessions))
  (import "log" (external-id "") (func $log))
  (type (component
    (import "inner" (implements "a:b/c") (instance))
    (export "outer" (external-id "x") (func))))
  (type (instance
    (export "cache" (implements "a:b/c@1.0.0") (external-id "y") (instance))))
  (instance $bundle
    (export "s" (implements "wasi:keyvalue/store@0.2.0-draft") (external-id "z") (instance $sessions)))
  (export "admin" (implements "a:b/c") (external-id "w") (instance $bundle)))

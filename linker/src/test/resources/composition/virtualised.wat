;; A component that makes a store of its own inside, over what it calls "backing": the buckets of that store are those of
;; "backing", which an import then takes.
(component
  (import "sessions" (implements "wasi:keyvalue/store@0.2.0-draft") (instance
    (export "bucket" (type $bucket (sub resource)))
    (export "open" (func (param "identifier" string) (result (own $bucket))))))
  (import "backing" (instance $backing
    (export "bucket" (type $bucket (sub resource)))
    (export "obtain" (func (result (own $bucket))))))
  (alias export $backing "bucket" (type $backed))
  (component $Store
    (import "bucket" (type $given (sub resource)))
    (import "obtain" (func $obtain (result (own $given))))
    (export $bucket "bucket" (type $given))
    (export "obtain" (func $obtain) (func (result (own $bucket)))))
  (instance $store (instantiate $Store (with "bucket" (type $backed)) (with "obtain" (func $backing "obtain"))))
  (alias export $store "bucket" (type $bucket))
  (import "wasi:keyvalue/atomics@0.2.0-draft" (instance
    (export "bucket" (type $taken (eq $bucket)))
    (export "increment" (func (param "bucket" (borrow $taken)) (param "key" string) (param "delta" u64) (result u64)))))
  (export "wasi:keyvalue/store@0.2.0-draft" (instance $store)))

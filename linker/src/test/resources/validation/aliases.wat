;; Aliases: of exports, of core exports and of what stands outside, also where a resource lies on the way.
(component
  (component $export-missing (import "i" (instance (export "f" (func)))) (alias export 0 "g" (func)))
  (component $export-of-another-sort (import "i" (instance (export "f" (func)))) (alias export 0 "f" (instance)))
  (component $export-type-for-func (import "i" (instance (export "t" (type (sub resource))))) (alias export 0 "t" (func)))
  (component $export
    (import "i" (instance (export "f" (func)) (export "t" (type (sub resource)))))
    (alias export 0 "f" (func))
    (alias export 0 "t" (type))
    (type (own 1)))
  (component $core-export-missing
    (core module (func (export "f")))
    (core instance (instantiate 0))
    (alias core export 0 "g" (core func)))
  (component $core-export-of-another-sort
    (core module (func (export "f")))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core memory)))
  (component $outer-count-too-large (alias outer 1 0 (type)))
  (component $outer-count-too-large-inside (component (alias outer 3 0 (type))))
  (component $outer-index-missing (type u8) (component (alias outer 1 1 (type))))
  (component $outer-module-missing (component (alias outer 1 0 (core module))))
  (component $outer-component-missing (component (alias outer 1 0 (component))))
  (component $outer-core-type-missing (component (alias outer 1 0 (core type))))
  (component $outer-later (component (alias outer 1 0 (type))) (type u8))
  (component $outer
    (type $t (record (field "a" u8)))
    (core type $c (func))
    (core module $m)
    (component $inner)
    (component
      (alias outer 1 0 (type))
      (alias outer 1 0 (core type))
      (alias outer 1 0 (core module))
      (alias outer 1 0 (component))
      (core instance (instantiate 0))
      (instance (instantiate 0))))
  (component $outer-resource (type (resource (rep i32))) (component (alias outer 1 0 (type))))
  (component $outer-own
    (import "r" (type (sub resource)))
    (type (list (own 0)))
    (component (alias outer 1 2 (type))))
  (component $outer-func-with-resource
    (import "r" (type (sub resource)))
    (type (func (param "a" (borrow 0))))
    (component (alias outer 1 2 (type))))
  (component $outer-resource-into-type-inside
    (import "r" (type (sub resource)))
    (component (type (component (alias outer 2 0 (type))))))
  (component $outer-resource-into-instance-type
    (import "r" (type (sub resource)))
    (type (instance (alias outer 1 0 (type)) (export "f" (func (param "a" (borrow 0)))))))
  (component $outer-resource-into-component-type
    (import "r" (type (sub resource)))
    (type (component (alias outer 1 0 (type)))))
  (component $outer-type-that-makes-its-own
    (type (instance (export "r" (type (sub resource))) (export "f" (func (param "a" (own 0))))))
    (component (alias outer 1 0 (type)) (import "i" (instance (type 0)))))
  (component $func-in-type (type (instance (export "i" (instance (export "f" (func)))) (alias export 0 "f" (func)))))
  (component $resource-in-type (type (instance (type (resource (rep i32)))))))

;; Names of imports and exports: grammar, strong uniqueness, what annotations and attributes ask for.
(component
  (component $not-a-name (import "Ab" (func)))
  (component $empty (import "" (func)))
  (component $underscore (import "f" (func)) (export "a_b" (func 0)))
  (component $unknown-annotation (import "[getter]a.b" (func)))
  (component $import-twice (import "a" (func)) (import "a" (func)))
  (component $import-in-other-case (import "a-b" (func)) (import "a-B" (func)))
  (component $export-twice (import "a" (func)) (export "b" (func 0)) (export "b" (func 0)))
  (component $import-and-export (import "a" (func)) (export "a" (func 0)))
  (component $acronym (import "A-b" (func)))
  (component $interface-twice (import "a:b/c" (instance)) (import "a:b/c" (instance)))
  (component $interface-in-two-versions (import "a:b/c@1.0.0" (instance)) (import "a:b/c@2.0.0" (instance)))
  (component $inline-export-twice (import "f" (func)) (instance (export "a" (func 0)) (export "A" (func 0))))
  (component $type-import-twice (type (component (import "a" (func)) (import "a" (func)))))
  (component $type-export-twice (type (instance (export "a" (func)) (export "A" (func)))))
  (component $label-and-constructor
    (import "a" (type (sub resource)))
    (import "[constructor]a" (func (result (own 0)))))
  (component $label-and-method
    (import "a" (type (sub resource)))
    (import "[method]a.a" (func (param "self" (borrow 0)))))
  (component $method-and-static
    (import "a" (type (sub resource)))
    (import "[method]a.b" (func (param "self" (borrow 0))))
    (import "[static]a.b" (func)))
  (component $resource-members
    (import "a" (type (sub resource)))
    (import "b" (type (sub resource)))
    (import "[constructor]a" (func (param "x" u8) (result (own 0))))
    (import "[constructor]b" (func (result (result (own 1) (error string)))))
    (import "[method]a.m" (func (param "self" (borrow 0)) (param "x" u8)))
    (import "[static]a.s" (func)))
  (component $constructor-without-resource (import "[constructor]a" (func)))
  (component $method-of-another-name
    (import "a" (type (sub resource)))
    (import "[method]b.m" (func (param "self" (borrow 0)))))
  (component $resource-after-static (import "[static]a.s" (func)) (import "a" (type (sub resource))))
  (component $static-of-a-value-type (type u8) (import "a" (type (eq 0))) (import "[static]a.s" (func)))
  (component $constructor-returns-nothing
    (import "a" (type (sub resource)))
    (import "[constructor]a" (func)))
  (component $constructor-returns-another
    (import "a" (type (sub resource)))
    (import "b" (type (sub resource)))
    (import "[constructor]a" (func (result (own 1)))))
  (component $constructor-returns-a-borrow-of-error
    (import "a" (type (sub resource)))
    (import "[constructor]a" (func (result (result (error (own 0)))))))
  (component $method-without-self (import "a" (type (sub resource))) (import "[method]a.m" (func)))
  (component $method-with-another-label
    (import "a" (type (sub resource)))
    (import "[method]a.m" (func (param "this" (borrow 0)))))
  (component $method-that-owns-self
    (import "a" (type (sub resource)))
    (import "[method]a.m" (func (param "self" (own 0)))))
  (component $method-of-another-resource
    (import "a" (type (sub resource)))
    (import "b" (type (sub resource)))
    (import "[method]a.m" (func (param "self" (borrow 1)))))
  (component $static-instance (import "a" (type (sub resource))) (import "[static]a.s" (instance)))
  (component $exported-member-of-import
    (import "a" (type (sub resource)))
    (import "f" (func (param "self" (borrow 0))))
    (export "[method]a.m" (func 0)))
  (component $implements
    (import "one" (implements "a:b/c@1.2.3") (instance))
    (import "two" (implements "a:b/c@1.2.3") (external-id "two") (instance))
    (import "a:b/c@1.2.3" (external-id "plain") (instance)))
  (component $implements-on-a-func (import "one" (implements "a:b/c") (func)))
  (component $implements-beside-an-interface (import "a:b/d" (implements "a:b/c") (instance)))
  (component $implements-a-label (import "one" (implements "two") (instance)))
  (component $implements-in-another-case (import "one" (implements "A:b/c") (instance)))
  (component $implements-same-name (import "one" (implements "a:b/c") (instance)) (import "ONE" (implements "a:b/d") (instance)))
  (component $implements-in-a-type (type (instance (export "f" (implements "a:b/c") (func)))))
  (component $implements-in-inline-exports
    (import "f" (func))
    (instance (export "g" (implements "a:b/c") (func 0)))))

;; Types of imports and exports must themselves be imported or exported, where they need a name.
(component
  (component $record-in-an-import (type (record (field "a" u8))) (import "f" (func (param "a" 0))))
  (component $record-named-by-an-import
    (type (record (field "a" u8)))
    (import "t" (type (eq 0)))
    (import "f" (func (param "a" 1))))
  (component $record-of-the-definition
    (type (record (field "a" u8)))
    (import "t" (type (eq 0)))
    (import "f" (func (param "a" 0))))
  (component $enum-inside-a-list-in-an-import (type (enum "a")) (import "f" (func (result (list 0)))))
  (component $flags-in-an-import (type (flags "a")) (import "f" (func (param "a" (option 0)))))
  (component $variant-in-an-import (type (variant (case "a"))) (import "f" (func (param "a" (tuple u8 0)))))
  (component $unnamed-types-in-an-import
    (import "f" (func (param "a" (list (tuple u8 (option (result string))))) (result (list u8)))))
  (component $resource-in-an-import (type (resource (rep i32))) (import "f" (func (param "a" (own 0)))))
  (component $record-inside-a-named-record
    (type (record (field "a" u8)))
    (type (record (field "b" 0)))
    (import "t" (type (eq 1))))
  (component $record-in-an-instance
    (type (record (field "a" u8)))
    (import "i" (instance (alias outer 1 0 (type)) (export "f" (func (param "a" 0))))))
  (component $record-named-in-the-instance
    (import "i" (instance
      (type (record (field "a" u8)))
      (export "t" (type (eq 0)))
      (export "f" (func (param "a" 1))))))
  (component $record-in-an-export
    (type (record (field "a" u8)))
    (core module (func (export "f") (param i32)))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (func (param "a" 0) (canon lift (core func 0)))
    (export "f" (func 0)))
  (component $record-exported-first
    (type (record (field "a" u8)))
    (export "t" (type 0))
    (core module (func (export "f") (param i32)))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (func (param "a" 1) (canon lift (core func 0)))
    (export "f" (func 0)))
  (component $record-exported-after
    (type (record (field "a" u8)))
    (core module (func (export "f") (param i32)))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (func (param "a" 0) (canon lift (core func 0)))
    (export "f" (func 0))
    (export "t" (type 0)))
  (component $ascribed-with-the-exported-name
    (type $t (record (field "a" u8)))
    (core module (func (export "f") (param i32)))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (func (param "a" 0) (canon lift (core func 0)))
    (export "t" (type $t))
    (type $outside (func (param "a" 2)))
    (export "f" (func 0) (func (type $outside))))
  (component $resource-in-an-export
    (type (resource (rep i32)))
    (core module (func (export "f") (param i32)))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (func (param "a" (own 0)) (canon lift (core func 0)))
    (export "f" (func 0)))
  (component $resource-exported-first
    (type (resource (rep i32)))
    (export "r" (type 0))
    (core module (func (export "f") (param i32)))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (func (param "a" (own 1)) (canon lift (core func 0)))
    (export "f" (func 0)))
  (component $resource-of-an-import-in-an-export
    (import "r" (type (sub resource)))
    (import "f" (func (param "a" (borrow 0))))
    (export "g" (func 0)))
  (component $exported-name-in-an-import
    (type (record (field "a" u8)))
    (export "t" (type 0))
    (import "f" (func (param "a" 1))))
  (component $component-type-with-an-unnamed-record
    (type (component (type (record (field "a" u8))) (import "f" (func (param "a" 0))))))
  (component $component-type-that-exports-first
    (type (component (type (enum "a")) (export "e" (type (eq 0))) (export "f" (func (result 1))))))
  (component $inline-instance-of-a-member-without-name
    (type (resource (rep i32)))
    (core module (func (export "f") (param i32)))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (func (param "self" (borrow 0)) (canon lift (core func 0)))
    (instance (export "r" (type 0)) (export "[method]r.m" (func 0))))
  (component $inline-instance
    (type (resource (rep i32)))
    (core module (func (export "f") (param i32)))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (func (param "self" (borrow 0)) (canon lift (core func 0)))
    (instance (export "r" (type 0)) (export "m" (func 0)))
    (export "i" (instance 0))))

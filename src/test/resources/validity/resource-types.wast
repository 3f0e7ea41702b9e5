;; Binary.md and Explainer.md: resource types and their built-ins.

(component definition (type (resource (rep i32))))
(component definition
  (core module (func (export "d") (param i32))) (core instance (instantiate 0)) (alias core export 0 "d" (core func))
  (type (resource (rep i32) (dtor (func 0)))))
(assert_invalid (component (type (resource (rep i32) (dtor (func 0))))) "type at 0xb: expected the index of a core func, found 0 of 0")
(assert_invalid (component
  (core module (func (export "d"))) (core instance (instantiate 0)) (alias core export 0 "d" (core func))
  (type (resource (rep i32) (dtor (func 0))))) "type at 0x3b: expected a destructor of type [i32] -> [], found [] -> []")
(assert_invalid (component
  (core module (func (export "d") (param i32) (result i32) (i32.const 0))) (core instance (instantiate 0)) (alias core export 0 "d" (core func))
  (type (resource (rep i32) (dtor (func 0))))) "type at 0x3f: expected a destructor of type [i32] -> [], found [i32] -> [i32]")
(assert_invalid (component
  (core module (func (export "d") (param i64))) (core instance (instantiate 0)) (alias core export 0 "d" (core func))
  (type (resource (rep i32) (dtor (func 0))))) "type at 0x3c: expected a destructor of type [i32] -> [], found [i64] -> []")
(assert_invalid (component (type (resource (rep i64)))) "type at 0xb: a resource represented by i64 is not supported (feature \"memory64\")")
(assert_invalid (component (type (resource (rep f32)))) "type at 0xb: expected i32 as the representation of a resource, found f32")
(assert_invalid (component (type (resource (rep f64)))) "type at 0xb: expected i32 as the representation of a resource, found f64")
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\07\04" "\01" "\3f\70\00") "type at 0xb: expected i32 as the representation of a resource, found (ref null func)")
;; not within types.
(assert_invalid (component (type (component (type (resource (rep i32)))))) "type at 0xb: a resource can be defined in a component only, not in a type")
(assert_invalid (component (type (instance (type (resource (rep i32)))))) "type at 0xb: a resource can be defined in a component only, not in a type")
;; resource.new and resource.rep where the resource is defined, resource.drop everywhere.
(component definition
  (type (resource (rep i32)))
  (core func (canon resource.new 0)) (core func (canon resource.rep 0)) (core func (canon resource.drop 0)))
(component definition
  (type (resource (rep i32)))
  (export "r" (type 0))
  (core func (canon resource.new 1)) (core func (canon resource.rep 1)) (core func (canon resource.drop 1)))
(component definition (import "r" (type (sub resource))) (core func (canon resource.drop 0)))
(assert_invalid (component (import "r" (type (sub resource))) (core func (canon resource.new 0))) "canon at 0x13: type 0: expected a resource that this component defines, found r")
(assert_invalid (component (import "r" (type (sub resource))) (core func (canon resource.rep 0))) "canon at 0x13: type 0: expected a resource that this component defines, found r")
(assert_invalid (component
  (component (type (resource (rep i32))) (export "r" (type 0)))
  (instance (instantiate 0)) (alias export 0 "r" (type))
  (core func (canon resource.new 0))) "canon at 0x32: type 0: expected a resource that this component defines, found r")
(assert_invalid (component
  (component (type (resource (rep i32))) (export "r" (type 0)))
  (instance (instantiate 0)) (alias export 0 "r" (type))
  (core func (canon resource.rep 0))) "canon at 0x32: type 0: expected a resource that this component defines, found r")
(component definition
  (component (type (resource (rep i32))) (export "r" (type 0)))
  (instance (instantiate 0)) (alias export 0 "r" (type))
  (core func (canon resource.drop 0)))
(assert_invalid (component (type (list u8)) (core func (canon resource.new 0))) "canon at 0x10: type 0: expected a resource type, found list<u8>")
(assert_invalid (component (type (func)) (core func (canon resource.rep 0))) "canon at 0x12: type 0: expected a resource type, found a func type")
(assert_invalid (component (type (resource (rep i32))) (type (own 0)) (core func (canon resource.drop 1))) "canon at 0x13: type 1: expected a resource type, found resource 0")
;; their core types.
(component definition
  (type (resource (rep i32)))
  (core func (canon resource.new 0)) (core func (canon resource.rep 0)) (core func (canon resource.drop 0))
  (core module
    (import "a" "n" (func (param i32) (result i32)))
    (import "a" "r" (func (param i32) (result i32)))
    (import "a" "d" (func (param i32))))
  (core instance (export "n" (func 0)) (export "r" (func 1)) (export "d" (func 2)))
  (core instance (instantiate 0 (with "a" (instance 0)))))
(assert_invalid (component
  (type (resource (rep i32)))
  (core func (canon resource.drop 0))
  (core module (import "a" "d" (func (param i32) (result i32))))
  (core instance (export "d" (func 0)))
  (core instance (instantiate 0 (with "a" (instance 0))))) "core instance at 0x37, import \"a\" \"d\": expected func [i32] -> [i32], found func [i32] -> []")

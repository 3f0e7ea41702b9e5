;; Explainer.md, Declarators: what component and instance types are made of.

(component definition
  (type (component
    (type $u u8)
    (import "a" (func (param "x" $u)))
    (import "r" (type (sub resource)))
    (import "i" (instance (export "s" (type (sub resource)))))
    (alias export 0 "s" (type $s))
    (alias outer 0 0 (type))
    (core type $m (module))
    (import "m" (core module (type $m)))
    (export "e" (type (eq $u)))
    (export "f" (func (param "x" (own $s)) (result $u))))))
(assert_invalid (component (type (component (import "a" (func (type 0)))))) "type at 0xb: expected the index of a type, found 0 of 0")
(assert_invalid (component (type (component (export "a" (func (type 0)))))) "type at 0xb: expected the index of a type, found 0 of 0")
(assert_invalid (component (type (component (type u8) (export "a" (func (type 0)))))) "type at 0xb: type 0: expected a func type, found u8")
(assert_invalid (component (type (component (type u8) (export "a" (instance (type 0)))))) "type at 0xb: type 0: expected an instance type, found u8")
(assert_invalid (component (type (component (type u8) (export "a" (component (type 0)))))) "type at 0xb: type 0: expected a component type, found u8")
(assert_invalid (component (core type $x (func)) (type (component (alias outer 1 $x (core type $y)) (export "a" (core module (type $y)))))) "type at 0x11: core type 0: expected a module type, found another kind of core type")
(assert_invalid (component (type (component (export "a" (type (eq 0)))))) "type at 0xb: expected the index of a type, found 0 of 0")
(assert_invalid (component (type (instance (export "a" (type (eq 0)))))) "type at 0xb: expected the index of a type, found 0 of 0")
;; every import and export of a type brings an index.
(component definition
  (type (instance (export "r" (type (sub resource))) (export "s" (type (eq 0))) (export "f" (func (param "a" (own 0)) (param "b" (own 1)))))))
(component definition
  (type (component (import "r" (type (sub resource))) (export "s" (type (eq 0))) (export "f" (func (param "a" (own 1)))))))
;; each type's spaces are its own.
(assert_invalid (component (type u8) (type (component (export "a" (type (eq 0)))))) "type at 0xc: expected the index of a type, found 0 of 0")
(assert_invalid (component (type u8) (type (component (type (instance (export "a" (type (eq 0)))))))) "type at 0xc: expected the index of a type, found 0 of 0")
;; aliases: types and instances of exports, types and core types of outer scopes.
(component definition (type u8) (type (component (alias outer 1 0 (type)) (export "a" (type (eq 0))))))
(component definition (core type (module)) (type (component (alias outer 1 0 (core type)) (export "a" (core module (type 0))))))
(component definition
  (type (component
    (import "i" (instance (export "j" (instance (export "r" (type (sub resource)))))))
    (alias export 0 "j" (instance $j))
    (alias export $j "r" (type $r))
    (export "f" (func (param "a" (own $r)))))))
(component definition
  (type (instance
    (export "i" (instance (export "r" (type (sub resource)))))
    (alias export 0 "r" (type $r))
    (export "f" (func (param "a" (own $r)))))))
(assert_invalid (component (type (component (import "i" (instance (export "f" (func)))) (alias export 0 "f" (func))))) "type at 0xb: expected an alias of a type or instance inside a type, found func")
(assert_invalid (component (type (component (import "i" (instance (export "c" (component)))) (alias export 0 "c" (component))))) "type at 0xb: expected an alias of a type or instance inside a type, found component")
(assert_invalid (component (type (component (import "i" (instance (export "c" (core module)))) (alias export 0 "c" (core module))))) "type at 0xb: expected an alias of a type or instance inside a type, found core module")
(assert_invalid (component (component) (type (component (alias outer 1 0 (component))))) "type at 0x15: expected an alias of a type or instance inside a type, found component")
(assert_invalid (component (core module) (type (component (alias outer 1 0 (core module))))) "type at 0x15: expected an alias of a type or instance inside a type, found core module")
(assert_invalid (component (core module) (type (instance (alias outer 1 0 (core module))))) "type at 0x15: expected an alias of a type or instance inside a type, found core module")
(assert_invalid (component (type (component (import "i" (instance)) (alias export 0 "r" (type))))) "type at 0xb: instance 0 has no export \"r\"")
(assert_invalid (component (type (component (import "i" (instance (export "r" (type (sub resource))))) (alias export 0 "r" (instance))))) "type at 0xb: export \"r\": expected instance, found type")
(assert_invalid (component (type (component (alias export 0 "r" (type))))) "type at 0xb: expected the index of an instance, found 0 of 0")
(assert_invalid (component (type (component (alias outer 2 0 (type))))) "type at 0xb: expected an outer count of at most 1, found 2")
(assert_invalid (component (type (component (alias outer 1 0 (core type))))) "type at 0xb: expected the index of a core type, found 0 of 0")
;; an instance type imports nothing.
(assert_malformed (component binary
  "\00asm" "\0d\00\01\00"
  "\07\08" "\01" "\42\01" "\03\00\01a\01") "type section, type 0, declaration 0, offset 0xd: expected a declaration of an instance type, which has no imports, found 0x03")
;; names: strongly unique among imports and among exports.
(assert_invalid (component (type (component (import "a" (func)) (import "a" (func))))) "type at 0xb, import \"a\": the name is taken already")
(assert_invalid (component (type (component (import "a" (func)) (import "A" (func))))) "type at 0xb, import \"A\": the name is not strongly unique beside \"a\"")
(component definition (type (component (import "a" (func)) (export "a" (func)))))
(assert_invalid (component (type (component (export "a" (func)) (export "a" (func))))) "type at 0xb, export \"a\": the name is taken already")
(assert_invalid (component (type (instance (export "a" (func)) (export "A" (func))))) "type at 0xb, export \"A\": the name is not strongly unique beside \"a\"")
(assert_invalid (component (type (instance (export "" (func))))) "type at 0xb, export \"\": \"\" is not a valid extern name: label \"\" is not in kebab case")
(assert_invalid (component (type (component (import "1" (func))))) "type at 0xb, import \"1\": \"1\" is not a valid extern name: label \"1\" is not in kebab case")
;; eq bounds to types of every kind.
(component definition (type (func)) (import "a" (type (eq 0))) (import "f" (func (type 1))))
(component definition (type (func)) (export "a" (type 0)) (export "b" (type 1)))
(component definition (type (instance (export "f" (func)))) (import "a" (type (eq 0))) (import "i" (instance (type 1))))
(component definition (type (component (import "f" (func)))) (import "a" (type (eq 0))) (import "i" (component (type 1))))
(component definition (type (instance (type (func (param "x" u8))) (export "a" (type (eq 0))) (export "f" (func (type 1))))))
(assert_invalid (component (core type (module)) (import "a" (type (eq 0)))) "import at 0x10: expected the index of a type, found 0 of 0")
(component definition
  (component (type (func)) (import "a" (type (eq 0))) (import "f" (func (type 1))))
  (type (func)) (import "f" (func))
  (instance (instantiate 0 (with "a" (type 0)) (with "f" (func 0)))))
(assert_invalid (component
  (component (type (func)) (import "a" (type (eq 0))))
  (type (func (param "x" u8)))
  (instance (instantiate 0 (with "a" (type 0))))) "instance at 0x2f, import \"a\": expected type func(), found func(x: u8)")
(assert_invalid (component
  (component (type (func)) (import "a" (type (eq 0))))
  (type u8)
  (instance (instantiate 0 (with "a" (type 0))))) "instance at 0x29, import \"a\": expected type func(), found u8")
(assert_invalid (component
  (component (type u8) (import "a" (type (eq 0))))
  (type (func))
  (instance (instantiate 0 (with "a" (type 0))))) "instance at 0x29, import \"a\": expected type u8, found func()")
(assert_invalid (component
  (component (import "a" (type (sub resource))))
  (type (func))
  (instance (instantiate 0 (with "a" (type 0))))) "instance at 0x24, import \"a\": expected a resource type, found a func type")
(component definition
  (component (type (func)) (export "t" (type 0)))
  (instance (instantiate 0))
  (alias export 0 "t" (type))
  (import "f" (func (type 0))))
;; types of instances and components under a name equal each other if each may stand for the other.
(component definition
  (component (type (instance (export "r" (type (sub resource))) (export "f" (func (param "x" (own 0)))))) (import "t" (type (eq 0))))
  (type (instance (export "r" (type (sub resource))) (export "f" (func (param "x" (own 0))))))
  (instance (instantiate 0 (with "t" (type 0)))))
(component definition
  (component (type (component (import "f" (func)) (import "i" (instance)) (export "g" (func)))) (import "t" (type (eq 0))))
  (type (component (import "i" (instance)) (import "f" (func)) (export "g" (func))))
  (instance (instantiate 0 (with "t" (type 0)))))
(assert_invalid (component
  (component (type (instance (export "f" (func)))) (import "t" (type (eq 0))))
  (type (instance (export "f" (func)) (export "g" (func))))
  (instance (instantiate 0 (with "t" (type 0))))) "instance at 0x49, import \"t\": expected 1 export, found 2")
(assert_invalid (component
  (component (type (instance (export "f" (func)))) (import "t" (type (eq 0))))
  (type (instance))
  (instance (instantiate 0 (with "t" (type 0))))) "instance at 0x33, import \"t\": expected 1 export, found 0")
(assert_invalid (component
  (component (type (instance (export "r" (type (sub resource))) (export "s" (type (sub resource))))) (import "t" (type (eq 0))))
  (type (instance (export "r" (type (sub resource))) (export "s" (type (eq 0)))))
  (instance (instantiate 0 (with "t" (type 0))))) "instance at 0x41, import \"t\", export \"s\": expected an abstract resource type, found one that equals s")
(assert_invalid (component
  (component (type (instance (export "r" (type (sub resource))) (export "s" (type (eq 0))))) (import "t" (type (eq 0))))
  (type (instance (export "r" (type (sub resource))) (export "s" (type (sub resource)))))
  (instance (instantiate 0 (with "t" (type 0))))) "instance at 0x41, import \"t\", export \"s\": expected type r, found s")
(assert_invalid (component
  (component (type (component (import "f" (func)))) (import "t" (type (eq 0))))
  (type (component))
  (instance (instantiate 0 (with "t" (type 0))))) "instance at 0x33, import \"t\": expected 1 import, found 0")
(assert_invalid (component
  (component (type (instance (export "i" (instance (export "f" (func)))))) (import "t" (type (eq 0))))
  (type (instance (export "i" (instance (export "f" (func)) (export "g" (func))))))
  (instance (instantiate 0 (with "t" (type 0))))) "instance at 0x5b, import \"t\", export \"i\": expected 1 export, found 2")
(assert_invalid (component
  (component (type (instance (export "m" (core module (export "f" (func)))))) (import "t" (type (eq 0))))
  (type (instance (export "m" (core module (export "f" (func)) (export "g" (func))))))
  (instance (instantiate 0 (with "t" (type 0))))) "instance at 0x57, import \"t\", export \"m\", export \"g\": expected func, found nothing of this name")

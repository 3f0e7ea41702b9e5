;; Explainer.md, Type Checking: equality, subtyping, substitution, fresh resources.

;; structural equality.
(component definition
  (component (type (list string)) (type (list 0)) (import "a" (type (eq 1))))
  (type (list string)) (type (list 0))
  (instance (instantiate 0 (with "a" (type 1)))))
(assert_invalid (component
  (component (type (list string)) (import "a" (type (eq 0))))
  (type (list u8))
  (instance (instantiate 0 (with "a" (type 0))))) "instance at 0x28, import \"a\": expected type list<string>, found list<u8>")
(assert_invalid (component
  (component (type (record (field "a" u8))) (import "a" (type (eq 0))))
  (type (record (field "b" u8)))
  (instance (instantiate 0 (with "a" (type 0))))) "instance at 0x2e, import \"a\": expected type record { a: u8 }, found record { b: u8 }")
(assert_invalid (component
  (component (type (record (field "a" u8) (field "b" u8))) (import "a" (type (eq 0))))
  (type (record (field "b" u8) (field "a" u8)))
  (instance (instantiate 0 (with "a" (type 0))))) "instance at 0x34, import \"a\": expected type record { a: u8, b: u8 }, found record { b: u8, a: u8 }")
(assert_invalid (component
  (component (type (record (field "a" u8))) (import "a" (type (eq 0))))
  (type (tuple u8))
  (instance (instantiate 0 (with "a" (type 0))))) "instance at 0x2c, import \"a\": expected type record { a: u8 }, found tuple<u8>")
(assert_invalid (component
  (component (type (enum "a" "b")) (import "a" (type (eq 0))))
  (type (variant (case "a") (case "b")))
  (instance (instantiate 0 (with "a" (type 0))))) "instance at 0x34, import \"a\": expected type enum { a, b }, found variant { a, b }")
(assert_invalid (component
  (component (type (option u8)) (import "a" (type (eq 0))))
  (type (option s8))
  (instance (instantiate 0 (with "a" (type 0))))) "instance at 0x28, import \"a\": expected type option<u8>, found option<s8>")
(assert_invalid (component
  (component (type (result u8)) (import "a" (type (eq 0))))
  (type (result (error u8)))
  (instance (instantiate 0 (with "a" (type 0))))) "instance at 0x2c, import \"a\": expected type result<u8>, found result<_, u8>")
(assert_invalid (component
  (component (type (flags "a")) (import "a" (type (eq 0))))
  (type (flags "a" "b"))
  (instance (instantiate 0 (with "a" (type 0))))) "instance at 0x2e, import \"a\": expected type flags { a }, found flags { a, b }")
(assert_invalid (component
  (component (type (map string u8)) (import "a" (type (eq 0))))
  (type (list (tuple string u8)))
  (instance (instantiate 0 (with "a" (type 0))))) "instance at 0x2d, import \"a\": expected type map<string, u8>, found tuple<string, u8>")
(assert_invalid (component
  (component (type (stream u8)) (import "a" (type (eq 0))))
  (type (future u8))
  (instance (instantiate 0 (with "a" (type 0))))) "instance at 0x2a, import \"a\": expected type stream<u8>, found future<u8>")
;; functions: labels, types, async.
(assert_invalid (component
  (component (import "a" (func (param "x" u8)))) (import "f" (func (param "y" u8)))
  (instance (instantiate 0 (with "a" (func 0))))) "instance at 0x39, import \"a\": expected func(x: u8), found func(y: u8)")
(assert_invalid (component
  (component (import "a" (func (result u8)))) (import "f" (func))
  (instance (instantiate 0 (with "a" (func 0))))) "instance at 0x33, import \"a\": expected func() -> u8, found func()")
(assert_invalid (component
  (component (import "a" (func))) (import "f" (func (result u8)))
  (instance (instantiate 0 (with "a" (func 0))))) "instance at 0x33, import \"a\": expected func(), found func() -> u8")
(assert_invalid (component
  (component (import "a" (func))) (import "f" (func async))
  (instance (instantiate 0 (with "a" (func 0))))) "instance at 0x33, import \"a\": expected func(), found async func()")
(assert_invalid (component
  (component (import "a" (func async))) (import "f" (func))
  (instance (instantiate 0 (with "a" (func 0))))) "instance at 0x33, import \"a\": expected async func(), found func()")
;; instances: more exports in another order.
(component definition
  (component (import "a" (instance (export "x" (func)) (export "y" (func (param "p" u8))))))
  (import "i" (instance (export "z" (func)) (export "y" (func (param "p" u8))) (export "x" (func))))
  (instance (instantiate 0 (with "a" (instance 0)))))
(assert_invalid (component
  (component (import "a" (instance (export "x" (func)) (export "y" (func)))))
  (import "i" (instance (export "x" (func))))
  (instance (instantiate 0 (with "a" (instance 0))))) "instance at 0x50, import \"a\", export \"y\": expected func, found nothing of this name")
(assert_invalid (component
  (component (import "a" (instance (export "x" (func)))))
  (import "i" (instance (export "X" (func))))
  (instance (instantiate 0 (with "a" (instance 0))))) "instance at 0x45, import \"a\", export \"x\": expected func, found nothing of this name")
(assert_invalid (component
  (component (import "a" (instance (export "x" (instance (export "y" (func)))))))
  (import "i" (instance (export "x" (instance))))
  (instance (instantiate 0 (with "a" (instance 0))))) "instance at 0x4c, import \"a\", export \"x\", export \"y\": expected func, found nothing of this name")
(component definition
  (component (import "a" (instance (export "x" (instance)))))
  (import "i" (instance (export "x" (instance (export "y" (func))))))
  (instance (instantiate 0 (with "a" (instance 0)))))
;; components: fewer imports, more exports.
(component definition
  (component (import "c" (component (import "a" (func)) (import "b" (func)) (export "x" (func)))))
  (import "c" (component (import "a" (func)) (export "x" (func)) (export "y" (func))))
  (instance (instantiate 0 (with "c" (component 1)))))
(assert_invalid (component
  (component (import "c" (component (import "a" (func)))))
  (import "c" (component (import "a" (func)) (import "b" (func))))
  (instance (instantiate 0 (with "c" (component 1))))) "instance at 0x50, import \"c\", import \"b\": the expected component type has no such import")
(assert_invalid (component
  (component (import "c" (component (export "x" (func)))))
  (import "c" (component))
  (instance (instantiate 0 (with "c" (component 1))))) "instance at 0x3a, import \"c\", export \"x\": expected func, found nothing of this name")
(assert_invalid (component
  (component (import "c" (component (import "a" (func)))))
  (import "c" (component (import "a" (func (param "x" u8)))))
  (instance (instantiate 0 (with "c" (component 1))))) "instance at 0x48, import \"c\", import \"a\": expected func(x: u8), found func()")
;; an import's instance may be smaller in the given component, and an export's larger.
(component definition
  (component (import "c" (component (import "a" (instance (export "x" (func)) (export "y" (func)))) (export "e" (instance)))))
  (import "c" (component (import "a" (instance (export "x" (func)))) (export "e" (instance (export "z" (func))))))
  (instance (instantiate 0 (with "c" (component 1)))))
(assert_invalid (component
  (component (import "c" (component (import "a" (instance (export "x" (func)))))))
  (import "c" (component (import "a" (instance (export "x" (func)) (export "y" (func))))))
  (instance (instantiate 0 (with "c" (component 1))))) "instance at 0x62, import \"c\", import \"a\", export \"y\": expected func, found nothing of this name")
;; modules: fewer imports, more exports.
(component definition
  (component (import "m" (core module (import "a" "b" (func)) (import "a" "c" (func)) (export "x" (func)))))
  (core module (import "a" "b" (func)) (func (export "x")) (func (export "y")))
  (instance (instantiate 0 (with "m" (core module 0)))))
(assert_invalid (component
  (component (import "m" (core module (import "a" "c" (func)))))
  (core module (import "a" "b" (func)))
  (instance (instantiate 0 (with "m" (core module 0))))) "instance at 0x47, import \"m\", import \"a\" \"b\": the expected module type has no such import")
(assert_invalid (component
  (component (import "m" (core module (export "x" (func)))))
  (core module)
  (instance (instantiate 0 (with "m" (core module 0))))) "instance at 0x36, import \"m\", export \"x\": expected func, found nothing of this name")
(assert_invalid (component
  (component (import "m" (core module (export "x" (func)))))
  (core module (func (export "x") (param i32)))
  (instance (instantiate 0 (with "m" (core module 0))))) "instance at 0x4e, import \"m\", export \"x\": expected func [] -> [], found func [i32] -> []")
(component definition
  (component (import "m" (core module (export "x" (memory 1)) (import "a" "b" (memory 2)))))
  (core module (memory (export "x") 2) (func) )
  (instance (instantiate 0 (with "m" (core module 0)))))
(assert_invalid (component
  (component (import "m" (core module (import "a" "b" (memory 1)))))
  (core module (import "a" "b" (memory 2)))
  (instance (instantiate 0 (with "m" (core module 0))))) "instance at 0x3f, import \"m\", import \"a\" \"b\": expected memory 2.., found memory 1..")
(assert_invalid (component
  (component (import "m" (core module (export "b" (memory 2)))))
  (core module (memory (export "b") 1))
  (instance (instantiate 0 (with "m" (core module 0))))) "instance at 0x3f, import \"m\", export \"b\": expected memory 2.., found memory 1..")

;; abstract types are unequal to all others.
(assert_invalid (component
  (import "r" (type (sub resource))) (import "s" (type (sub resource)))
  (import "f" (func (param "x" (own 0))))
  (component
    (import "t" (type (sub resource)))
    (import "f" (func (param "x" (own 0)))))
  (instance (instantiate 0 (with "t" (type 1)) (with "f" (func 0))))) "instance at 0x52, import \"f\": expected func(x: s), found func(x: r)")
(component definition
  (import "r" (type (sub resource))) (import "s" (type (eq 0)))
  (import "f" (func (param "x" (own 0))))
  (component
    (import "t" (type (sub resource)))
    (import "f" (func (param "x" (own 0)))))
  (instance (instantiate 0 (with "t" (type 1)) (with "f" (func 0)))))
;; own is not borrow.
(assert_invalid (component
  (import "r" (type (sub resource)))
  (import "f" (func (param "x" (own 0))))
  (component
    (import "t" (type (sub resource)))
    (import "f" (func (param "x" (borrow 0)))))
  (instance (instantiate 0 (with "t" (type 0)) (with "f" (func 0))))) "instance at 0x4d, import \"f\": expected func(x: borrow<r>), found func(x: r)")
;; the substitution holds for later imports and for exports.
(component definition
  (import "c1" (component
    (import "t" (type (sub resource)))
    (export "foo" (func (param "x" (own 0))))))
  (import "c2" (component
    (import "t" (type (sub resource)))
    (import "foo" (func (param "x" (own 0))))))
  (type $r (resource (rep i32)))
  (instance (instantiate 0 (with "t" (type $r))))
  (alias export 0 "foo" (func))
  (instance (instantiate 1 (with "t" (type $r)) (with "foo" (func 0)))))
(assert_invalid (component
  (import "c1" (component
    (import "t" (type (sub resource)))
    (export "foo" (func (param "x" (own 0))))))
  (import "c2" (component
    (import "t" (type (sub resource)))
    (import "foo" (func (param "x" (own 0))))))
  (type $r (resource (rep i32)))
  (type $s (resource (rep i32)))
  (instance (instantiate 0 (with "t" (type $r))))
  (alias export 0 "foo" (func))
  (instance (instantiate 1 (with "t" (type $s)) (with "foo" (func 0))))) "instance at 0x76, import \"foo\": expected func(x: resource 3), found func(x: resource 2)")
;; each instance of a component has resources of its own.
(assert_invalid (component
  (component $c (type (resource (rep i32))) (export "r" (type 0)))
  (instance $a (instantiate $c)) (instance $b (instantiate $c))
  (component $d
    (import "r" (type (sub resource))) (import "s" (type (eq 0))))
  (alias export $a "r" (type $ar)) (alias export $b "r" (type $br))
  (instance (instantiate $d (with "r" (type $ar)) (with "s" (type $br))))) "instance at 0x7c, import \"s\": expected type r, found one written alike with another resource of that name")
(component definition
  (component $c (type (resource (rep i32))) (export "r" (type 0)))
  (instance $a (instantiate $c))
  (component $d
    (import "r" (type (sub resource))) (import "s" (type (eq 0))))
  (alias export $a "r" (type $ar)) (alias export $a "r" (type $br))
  (instance (instantiate $d (with "r" (type $ar)) (with "s" (type $br)))))
;; a second export of a resource equals the first, unless it is ascribed.
(component definition
  (component $c (type (resource (rep i32))) (export "r1" (type 0)) (export "r2" (type 0)))
  (instance $a (instantiate $c))
  (component $d (import "r" (type (sub resource))) (import "s" (type (eq 0))))
  (alias export $a "r1" (type $r1)) (alias export $a "r2" (type $r2))
  (instance (instantiate $d (with "r" (type $r1)) (with "s" (type $r2)))))
(assert_invalid (component
  (component $c (type (resource (rep i32))) (export "r1" (type 0)) (export "r2" (type 0) (type (sub resource))))
  (instance $a (instantiate $c))
  (component $d (import "r" (type (sub resource))) (import "s" (type (eq 0))))
  (alias export $a "r1" (type $r1)) (alias export $a "r2" (type $r2))
  (instance (instantiate $d (with "r" (type $r1)) (with "s" (type $r2))))) "instance at 0x85, import \"s\": expected type r1, found r2")
(component definition
  (component $c
    (import "r" (type (sub resource)))
    (export "s" (type 0)))
  (type (resource (rep i32)))
  (instance $a (instantiate $c (with "r" (type 0))))
  (alias export $a "s" (type $s))
  (core func (canon resource.new $s)))
(assert_invalid (component
  (component $c
    (import "r" (type (sub resource)))
    (export "s" (type 0) (type (sub resource))))
  (type (resource (rep i32)))
  (instance $a (instantiate $c (with "r" (type 0))))
  (alias export $a "s" (type $s))
  (core func (canon resource.new $s))) "canon at 0x55: type 1: expected a resource that this component defines, found s")
;; the example of the explainer: an ascription hides that two exports are one resource.
(component definition
  (type $r (resource (rep i32)))
  (export "r1" (type $r))
  (export "r2" (type $r) (type (sub resource))))
(component definition (import "r" (type (sub resource))) (export "s" (type 0) (type (sub resource))))
(component definition
  (component $c (type $r (resource (rep i32))) (export "r1" (type $r)) (export "r2" (type $r) (type (sub resource))))
  (instance $a (instantiate $c))
  (component $d (import "r" (type (sub resource))) (import "s" (type (sub resource))))
  (instance (instantiate $d (with "r" (type $a "r1")) (with "s" (type $a "r2")))))
;; resources inside instances.
(component definition
  (component $c
    (import "i" (instance (export "r" (type (sub resource))) (export "f" (func (result (own 0))))))
    (alias export 0 "r" (type $r))
    (import "g" (func (param "x" (own $r)))))
  (import "i" (instance $i (export "r" (type (sub resource))) (export "f" (func (result (own 0))))))
  (alias export $i "r" (type $r))
  (import "g" (func $g (param "x" (own $r))))
  (instance (instantiate $c (with "i" (instance $i)) (with "g" (func $g)))))
(assert_invalid (component
  (component $c
    (import "i" (instance (export "r" (type (sub resource)))))
    (alias export 0 "r" (type $r))
    (import "g" (func (param "x" (own $r)))))
  (import "i" (instance $i (export "r" (type (sub resource)))))
  (import "j" (instance $j (export "r" (type (sub resource)))))
  (alias export $j "r" (type $r))
  (import "g" (func $g (param "x" (own $r))))
  (instance (instantiate $c (with "i" (instance $i)) (with "g" (func $g))))) "instance at 0xa2, import \"g\": expected func(x: r), found one written alike with another resource of that name")
;; two imports of one instance type have resources of their own.
(assert_invalid (component
  (type $t (instance (export "r" (type (sub resource)))))
  (import "i" (instance $i (type $t)))
  (import "j" (instance $j (type $t)))
  (alias export $i "r" (type $ir)) (alias export $j "r" (type $jr))
  (component $d (import "r" (type (sub resource))) (import "s" (type (eq 0))))
  (instance (instantiate $d (with "r" (type $ir)) (with "s" (type $jr))))) "instance at 0x5d, import \"s\": expected type r, found one written alike with another resource of that name")
;; ascription.
(component definition
  (import "i" (instance (export "a" (func)) (export "b" (func))))
  (export "j" (instance 0) (instance (export "b" (func)))))
(assert_invalid (component
  (import "i" (instance (export "a" (func))))
  (export "j" (instance 0) (instance (export "b" (func))))) "export at 0x33, export \"j\", export \"b\": expected func, found nothing of this name")
(assert_invalid (component
  (import "i" (instance (export "a" (func)) (export "b" (func))))
  (export "j" (instance 0) (instance (export "b" (func))))
  (alias export 1 "a" (func))) "alias at 0x49: instance 1 has no export \"a\"")
(assert_invalid (component (import "f" (func)) (export "g" (func 0) (func (param "x" u8)))) "export at 0x24, export \"g\": expected func(x: u8), found func()")
(assert_invalid (component (import "f" (func)) (export "g" (func 0) (instance))) "export at 0x1f, export \"g\": expected instance, found func")
(component definition (type u8) (type u8) (export "t" (type 0) (type (eq 1))))
(assert_invalid (component (type u8) (type u16) (export "t" (type 0) (type (eq 1)))) "export at 0x10, export \"t\": expected type u16, found u8")
(assert_invalid (component (type u8) (export "t" (type 0) (type (sub resource)))) "export at 0xf, export \"t\": expected a resource type, found u8")
(component definition
  (core module (func (export "a")) (func (export "b")))
  (export "m" (core module 0) (core module (export "a" (func)))))
(assert_invalid (component
  (core module (func (export "a")))
  (export "m" (core module 0) (core module (export "b" (func))))) "export at 0x3a, export \"m\", export \"b\": expected func, found nothing of this name")
(component definition
  (component (import "a" (func)))
  (export "c" (component 0) (component (import "a" (func)) (import "b" (func)))))
(assert_invalid (component
  (component (import "a" (func)))
  (export "c" (component 0) (component))) "export at 0x29, export \"c\", import \"a\": the expected component type has no such import")
;; a group's exports are what they are.
(component definition
  (type (resource (rep i32)))
  (export "r" (type 0))
  (instance $g (export "r" (type 1)))
  (component $d (import "i" (instance (export "r" (type (sub resource))))) (alias export 0 "r" (type $r)) (export "s" (type $r)))
  (instance $x (instantiate $d (with "i" (instance $g))))
  (alias export $x "s" (type $s))
  (core func (canon resource.new $s)))

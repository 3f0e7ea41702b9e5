;; Explainer.md, External Visibility of Types.

;; resources.
(assert_invalid (component
  (type $r (resource (rep i32)))
  (core module $m (func (export "f") (result i32) unreachable)) (core instance $i (instantiate $m))
  (func $f (result (own $r)) (canon lift (core func $i "f")))
  (export "f" (func $f))) "export at 0x5f, export \"f\": type resource 0 is used in an export and has no name there: export it first")
(component definition
  (type $r (resource (rep i32)))
  (core module $m (func (export "f") (result i32) unreachable)) (core instance $i (instantiate $m))
  (func $f (result (own $r)) (canon lift (core func $i "f")))
  (export $s "r" (type $r))
  (export "f" (func $f) (func (result (own $s))))
  (func $g (result (own $s)) (canon lift (core func $i "f")))
  (export "g" (func $g)))
(assert_invalid (component
  (type $r (resource (rep i32)))
  (core module $m (func (export "f") (result i32) unreachable)) (core instance $i (instantiate $m))
  (func $f (result (own $r)) (canon lift (core func $i "f")))
  (export $s "r" (type $r))
  (export "f" (func $f))) "export at 0x65, export \"f\": type resource 0 is used in an export and has no name there: export it first")
(assert_invalid (component
  (type $r (resource (rep i32)))
  (export $s "r" (type $r))
  (import "f" (func (result (own $s))))) "import at 0x23, import \"f\": type r is used in an import and has no name there: import it first")
(component definition (import "r" (type $r (sub resource))) (import "f" (func (result (own $r)))) (export "f" (func 0)))
(component definition (import "r" (type $r (sub resource))) (alias outer 0 0 (type $s)) (import "f" (func (result (own $s)))))
(component definition
  (import "i" (instance $i (export "r" (type (sub resource)))))
  (alias export $i "r" (type $r)) (import "f" (func (result (own $r)))) (export "f" (func 0)))
(assert_invalid (component
  (component $c (type $r (resource (rep i32))) (export "r" (type $r)))
  (instance $i (instantiate $c)) (alias export $i "r" (type $r))
  (import "f" (func (result (own $r))))) "import at 0x57, import \"f\": type r is used in an import and has no name there: import it first")
;; records, variants, enums and flags.
(assert_invalid (component (type (record (field "a" u8))) (import "f" (func (param "x" 0)))) "import at 0x1a, import \"f\": type record { a: u8 } is used in an import and has no name there: import it first")
(assert_invalid (component (type (variant (case "a"))) (import "f" (func (param "x" 0)))) "import at 0x1b, import \"f\": type variant { a } is used in an import and has no name there: import it first")
(assert_invalid (component (type (enum "a")) (import "f" (func (param "x" 0)))) "import at 0x19, import \"f\": type enum { a } is used in an import and has no name there: import it first")
(assert_invalid (component (type (flags "a")) (import "f" (func (param "x" 0)))) "import at 0x19, import \"f\": type flags { a } is used in an import and has no name there: import it first")
(assert_invalid (component (type (enum "a")) (import "f" (func (result 0)))) "import at 0x16, import \"f\": type enum { a } is used in an import and has no name there: import it first")
(component definition (type (record (field "a" u8))) (import "r" (type (eq 0))) (import "f" (func (param "x" 1))))
(component definition (type (variant (case "a"))) (import "r" (type (eq 0))) (import "f" (func (param "x" 1))))
(component definition (type (enum "a")) (import "r" (type (eq 0))) (import "f" (func (param "x" 1))))
(component definition (type (flags "a")) (import "r" (type (eq 0))) (import "f" (func (param "x" 1))))
;; the index that an import was made of gets no name by it.
(assert_invalid (component (type (record (field "a" u8))) (import "r" (type (eq 0))) (import "f" (func (param "x" 0)))) "import at 0x26, import \"f\": type record { a: u8 } is used in an import and has no name there: import it first")
;; others need no name.
(component definition
  (type (list u8)) (type (tuple 0 string)) (type (option 1)) (type (result 2 (error string))) (type (map string 3)) (type (stream 4)) (type (future 5))
  (import "f" (func (param "x" 6))))
;; but what they are made of does.
(assert_invalid (component (type (enum "a")) (type (list 0)) (import "f" (func (param "x" 1)))) "import at 0x1b, import \"f\": type enum { a } is used in an import and has no name there: import it first")
(assert_invalid (component (type (enum "a")) (type (tuple 0)) (import "f" (func (param "x" 1)))) "import at 0x1c, import \"f\": type enum { a } is used in an import and has no name there: import it first")
(assert_invalid (component (type (enum "a")) (type (option 0)) (import "f" (func (param "x" 1)))) "import at 0x1b, import \"f\": type enum { a } is used in an import and has no name there: import it first")
(assert_invalid (component (type (enum "a")) (type (result 0)) (import "f" (func (param "x" 1)))) "import at 0x1d, import \"f\": type enum { a } is used in an import and has no name there: import it first")
(assert_invalid (component (type (enum "a")) (type (result (error 0))) (import "f" (func (param "x" 1)))) "import at 0x1d, import \"f\": type enum { a } is used in an import and has no name there: import it first")
(assert_invalid (component (type (enum "a")) (type (map string 0)) (import "f" (func (param "x" 1)))) "import at 0x1c, import \"f\": type enum { a } is used in an import and has no name there: import it first")
(assert_invalid (component (type (enum "a")) (type (stream 0)) (import "f" (func (param "x" 1)))) "import at 0x1c, import \"f\": type enum { a } is used in an import and has no name there: import it first")
(assert_invalid (component (type (enum "a")) (type (future 0)) (import "f" (func (param "x" 1)))) "import at 0x1c, import \"f\": type enum { a } is used in an import and has no name there: import it first")
;; and what has a name must be made of such as have one.
(assert_invalid (component (type (enum "a")) (type (record (field "x" 0))) (import "r" (type (eq 1)))) "import at 0x17, import \"r\": type enum { a } is used in an import and has no name there: import it first")
(component definition (type (enum "a")) (import "e" (type (eq 0))) (type (record (field "x" 1))) (import "r" (type (eq 2))))
(assert_invalid (component (type (enum "a")) (type (list 0)) (import "r" (type (eq 1)))) "import at 0x14, import \"r\": type enum { a } is used in an import and has no name there: import it first")
(assert_invalid (component (type (resource (rep i32))) (type (own 0)) (import "h" (type (eq 1)))) "import at 0x13, import \"h\": type resource 0 is used in an import and has no name there: import it first")
(assert_invalid (component (type (resource (rep i32))) (import "h" (type (eq 0)))) "import at 0x11, import \"h\": type h is used in an import and has no name there: import it first")
(assert_invalid (component (type (enum "a")) (export $e "e" (type 0)) (import "f" (func (param "x" $e)))) "import at 0x25, import \"f\": type enum { a } is used in an import and has no name there: import it first")
(assert_invalid (component (type (enum "a")) (type (record (field "x" 0))) (export "r" (type 1))) "export at 0x17, export \"r\": type enum { a } is used in an export and has no name there: export it first")
(component definition (type (enum "a")) (export $e "e" (type 0)) (type $r (record (field "x" $e))) (export "r" (type $r)))
;; instances: in their exports.
(assert_invalid (component (type (enum "a")) (import "i" (instance (alias outer 1 0 (type)) (export "f" (func (param "x" 0)))))) "import at 0x27, import \"i\", export \"f\": type enum { a } is used in an import and has no name there: import it first")
(component definition (type (enum "a")) (import "i" (instance (alias outer 1 0 (type)) (export "e" (type (eq 0))) (export "f" (func (param "x" 1))))))
(component definition (type (enum "a")) (import "e" (type $e (eq 0))) (import "i" (instance (alias outer 1 $e (type)) (export "f" (func (param "x" 0))))))
(assert_invalid (component (type $t (instance (type (enum "a")) (export "f" (func (param "x" 0))))) (import "i" (instance (type $t)))) "import at 0x23, import \"i\", export \"f\": type enum { a } is used in an import and has no name there: import it first")
(component definition (type $t (instance (type (enum "a")) (export "f" (func (param "x" 0))))))
(assert_invalid (component (import "i" (instance (export "j" (instance (type (enum "a")) (export "f" (func (param "x" 0)))))))) "import at 0x2c, import \"i\", export \"j\", export \"f\": type enum { a } is used in an import and has no name there: import it first")
(component definition (type (enum "a")) (export "e" (type 0)) (import "i" (instance)) (export "j" (instance 0)))
;; an instance that a component made.
(component definition
  (component $c (type (enum "a")) (export $e "e" (type 0)) (import "f" (func)) (export "f" (func 0)))
  (import "f" (func)) (instance $i (instantiate $c (with "f" (func 0)))) (export "i" (instance $i)))
(component definition
  (component $c (type $r (resource (rep i32))) (export $s "r" (type $r)) 
    (core module $m (func (export "f") (result i32) unreachable)) (core instance $i (instantiate $m))
    (func $f (result (own $s)) (canon lift (core func $i "f"))) (export "f" (func $f)))
  (instance $i (instantiate $c)) (export "i" (instance $i)))
(assert_invalid (component
  (component $c (type $r (resource (rep i32))) (export $s "r" (type $r)) 
    (core module $m (func (export "f") (result i32) unreachable)) (core instance $i (instantiate $m))
    (func $f (result (own $s)) (canon lift (core func $i "f"))) (export "f" (func $f)))
  (instance $i (instantiate $c)) (export "f" (func $i "f"))) "export at 0xc0, export \"f\": type r is used in an export and has no name there: export it first")
(component definition
  (component $c (type $r (resource (rep i32))) (export $s "r" (type $r)) 
    (core module $m (func (export "f") (result i32) unreachable)) (core instance $i (instantiate $m))
    (func $f (result (own $s)) (canon lift (core func $i "f"))) (export "f" (func $f)))
  (instance $i (instantiate $c)) (export $r "r" (type $i "r")) (export "f" (func $i "f") (func (result (own $r)))))
;; groups.
(component definition
  (type (enum "a")) (import "e" (type $e (eq 0))) (import "f" (func (param "x" $e)))
  (instance $g (export "f" (func 0))) (export "g" (instance $g)))
(assert_invalid (component
  (type $r (resource (rep i32)))
  (core module $m (func (export "f") (result i32) unreachable)) (core instance $i (instantiate $m))
  (func $f (result (own $r)) (canon lift (core func $i "f")))
  (instance $g (export "f" (func $f))) (export "g" (instance $g))) "export at 0x69, export \"g\", export \"f\": type resource 0 is used in an export and has no name there: export it first")
(component definition
  (type $r (resource (rep i32)))
  (core module $m (func (export "f") (result i32) unreachable)) (core instance $i (instantiate $m))
  (func $f (result (own $r)) (canon lift (core func $i "f")))
  (instance $g (export "f" (func $f))))
;; component types.
(assert_invalid (component (type (component (type (enum "a")) (import "f" (func (param "x" 0)))))) "type at 0xb, import \"f\": type enum { a } is used in an import and has no name there: import it first")
(assert_invalid (component (type (component (type (enum "a")) (export "f" (func (param "x" 0)))))) "type at 0xb, export \"f\": type enum { a } is used in an export and has no name there: export it first")
(component definition (type (component (type (enum "a")) (export "e" (type (eq 0))) (export "f" (func (param "x" 1))))))
(assert_invalid (component (type (component (type (enum "a")) (export "e" (type (eq 0))) (import "f" (func (param "x" 1)))))) "type at 0xb, import \"f\": type enum { a } is used in an import and has no name there: import it first")
(component definition (type (component (type (enum "a")) (import "e" (type (eq 0))) (export "f" (func (param "x" 1))))))
(assert_invalid (component (type (component (export "r" (type (sub resource))) (import "f" (func (param "x" (own 0))))))) "type at 0xb, import \"f\": type r is used in an import and has no name there: import it first")
;; functions that are neither imported nor exported.
(component definition
  (type (enum "a")) (type (func (param "x" 0)))
  (core module $m (func (export "f") (param i32))) (core instance $i (instantiate $m))
  (func $f (type 1) (canon lift (core func $i "f"))))
;; handles and containers under a name.
(assert_invalid (component (type (resource (rep i32))) (type (own 0)) (export "h" (type 1))) "export at 0x13, export \"h\": type resource 0 is used in an export and has no name there: export it first")
(assert_invalid (component (type (enum "a")) (type (list 0)) (export "l" (type 1))) "export at 0x14, export \"l\": type enum { a } is used in an export and has no name there: export it first")
(component definition (type (resource (rep i32))) (export $r "r" (type 0)) (type $o (own $r)) (export "h" (type $o)))
(component definition (import "r" (type $r (sub resource))) (type $o (own $r)) (import "h" (type (eq $o))) (import "s" (type (eq $r))))
;; a local resource has no place in an import.
(assert_invalid (component (type (resource (rep i32))) (import "i" (instance (alias outer 1 0 (type)) (export "r" (type (eq 0)))))) "import at 0x1f, import \"i\", export \"r\": type r is used in an import and has no name there: import it first")
(assert_invalid (component (type (resource (rep i32))) (export $e "e" (type 0)) (import "r" (type (eq $e)))) "import at 0x1a, import \"r\": type r is used in an import and has no name there: import it first")
;; types of functions and instances under a name.
(assert_invalid (component (type (enum "a")) (type (func (param "x" 0))) (import "f" (type (eq 1)))) "import at 0x19, import \"f\": type enum { a } is used in an import and has no name there: import it first")
(assert_invalid (component (type (enum "a")) (type (func (param "x" 0))) (export "f" (type 1))) "export at 0x19, export \"f\": type enum { a } is used in an export and has no name there: export it first")
(component definition (type (enum "a")) (import "e" (type $e (eq 0))) (type $f (func (param "x" $e))) (import "f" (type (eq $f))) (export "g" (type $f)))

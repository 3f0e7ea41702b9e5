;; Explainer.md and Binary.md, Instance Definitions: core instances first.

(component definition
  (core module (func (export "f")) (memory (export "m") 1) (global (export "g") i32 (i32.const 0)) (table (export "t") 1 funcref))
  (core instance (instantiate 0))
  (core module (import "a" "f" (func)) (import "a" "m" (memory 1)) (import "a" "g" (global i32)) (import "a" "t" (table 1 funcref)))
  (core instance (instantiate 1 (with "a" (instance 0)))))
;; What is not asked for may be given.
(component definition
  (core module) (core instance (instantiate 0))
  (core instance (instantiate 0 (with "x" (instance 0)))))
(assert_invalid (component (core module (import "a" "b" (func))) (core instance (instantiate 0))) "core instance at 0x24, import \"a\" \"b\": no argument \"a\" is given")
(assert_invalid (component
  (core module) (core instance (instantiate 0))
  (core module (import "a" "b" (func)))
  (core instance (instantiate 1 (with "a" (instance 0))))) "core instance at 0x34, import \"a\" \"b\": core instance 0 has no export \"b\"")
(assert_invalid (component
  (core module) (core instance (instantiate 0))
  (core instance (instantiate 0 (with "a" (instance 0)) (with "a" (instance 0))))) "core instance at 0x18: argument \"a\" is given twice")
(assert_invalid (component
  (core module) (core instance (instantiate 0 (with "a" (instance 0))))) "core instance at 0x15: expected the index of a core instance, found 0 of 0")
(assert_invalid (component
  (core module (func (export "b") (param i32))) (core instance (instantiate 0))
  (core module (import "a" "b" (func)))
  (core instance (instantiate 1 (with "a" (instance 0))))) "core instance at 0x4c, import \"a\" \"b\": expected func [] -> [], found func [i32] -> []")
(assert_invalid (component
  (core module (func (export "b"))) (core instance (instantiate 0))
  (core module (import "a" "b" (memory 1)))
  (core instance (instantiate 1 (with "a" (instance 0))))) "core instance at 0x46, import \"a\" \"b\": expected memory 1.., found func [] -> []")
;; Limits, mutability and element types by the rules of core WebAssembly.
(component definition
  (core module (memory (export "b") 2 3)) (core instance (instantiate 0))
  (core module (import "a" "b" (memory 1 4)))
  (core instance (instantiate 1 (with "a" (instance 0)))))
(assert_invalid (component
  (core module (memory (export "b") 1)) (core instance (instantiate 0))
  (core module (import "a" "b" (memory 2)))
  (core instance (instantiate 1 (with "a" (instance 0))))) "core instance at 0x3b, import \"a\" \"b\": expected memory 2.., found memory 1..")
(assert_invalid (component
  (core module (memory (export "b") 1)) (core instance (instantiate 0))
  (core module (import "a" "b" (memory 1 2)))
  (core instance (instantiate 1 (with "a" (instance 0))))) "core instance at 0x3c, import \"a\" \"b\": expected memory 1..2, found memory 1..")
(assert_invalid (component
  (core module (memory (export "b") 1 3)) (core instance (instantiate 0))
  (core module (import "a" "b" (memory 1 2)))
  (core instance (instantiate 1 (with "a" (instance 0))))) "core instance at 0x3d, import \"a\" \"b\": expected memory 1..2, found memory 1..3")
(component definition
  (core module (table (export "b") 2 3 funcref)) (core instance (instantiate 0))
  (core module (import "a" "b" (table 1 4 funcref)))
  (core instance (instantiate 1 (with "a" (instance 0)))))
(assert_invalid (component
  (core module (table (export "b") 1 funcref)) (core instance (instantiate 0))
  (core module (import "a" "b" (table 2 funcref)))
  (core instance (instantiate 1 (with "a" (instance 0))))) "core instance at 0x3d, import \"a\" \"b\": expected table 2.. (ref null func), found table 1.. (ref null func)")
(assert_invalid (component
  (core module (table (export "b") 1 funcref)) (core instance (instantiate 0))
  (core module (import "a" "b" (table 1 externref)))
  (core instance (instantiate 1 (with "a" (instance 0))))) "core instance at 0x3d, import \"a\" \"b\": expected table 1.. (ref null extern), found table 1.. (ref null func)")
(assert_invalid (component
  (core module (global (export "b") (mut i32) (i32.const 0))) (core instance (instantiate 0))
  (core module (import "a" "b" (global i32)))
  (core instance (instantiate 1 (with "a" (instance 0))))) "core instance at 0x3e, import \"a\" \"b\": expected global i32, found global mut i32")
(assert_invalid (component
  (core module (global (export "b") i32 (i32.const 0))) (core instance (instantiate 0))
  (core module (import "a" "b" (global i64)))
  (core instance (instantiate 1 (with "a" (instance 0))))) "core instance at 0x3e, import \"a\" \"b\": expected global i64, found global i32")
(assert_invalid (component
  (core module (tag (export "b") (param i32))) (core instance (instantiate 0))
  (core module (import "a" "b" (tag)))
  (core instance (instantiate 1 (with "a" (instance 0))))) "core instance at 0x48, import \"a\" \"b\": expected tag [] -> [], found tag [i32] -> []")
;; Groups of core definitions.
(component definition
  (core module (func (export "f")) (memory (export "m") 1)) (core instance (instantiate 0))
  (core instance
    (export "x" (func 0 "f")) (export "y" (func 0 "f")) (export "" (memory 0 "m")))
  (core module (import "z" "" (memory 1)) (import "z" "x" (func)))
  (core instance (instantiate 1 (with "z" (instance 1)))))
(component definition (core instance))
(assert_invalid (component
  (core module (func (export "f"))) (core instance (instantiate 0))
  (core instance (export "x" (func 0 "f")) (export "x" (func 0 "f")))) "core instance at 0x41: export \"x\": the name is taken already")
(component definition
  (core module (func (export "f"))) (core instance (instantiate 0))
  (core instance (export "x" (func 0 "f")) (export "X" (func 0 "f"))))
(assert_invalid (component (core instance (export "x" (func 0)))) "core instance at 0xb: expected the index of a core func, found 0 of 0")
(assert_invalid (component (core instance (export "x" (memory 0)))) "core instance at 0xb: expected the index of a core memory, found 0 of 0")
(assert_invalid (component (core instance (export "x" (table 0)))) "core instance at 0xb: expected the index of a core table, found 0 of 0")
(assert_invalid (component (core instance (export "x" (global 0)))) "core instance at 0xb: expected the index of a core global, found 0 of 0")
(assert_invalid (component (core instance (export "x" (tag 0)))) "core instance at 0xb: expected the index of a core tag, found 0 of 0")
;; core sorts that no core instance exports: a module in a group.
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\01\08" "\00asm" "\01\00\00\00"
  "\02\07" "\01" "\01\01" "\01x" "\11\00") "core instance at 0x15: expected what a core instance can export, found core module")

;; Component instances.

(component definition
  (component (import "a" (func))) (import "f" (func))
  (instance (instantiate 0 (with "a" (func 0)))))
;; What is not asked for may be given, as long as it is there.
(component definition
  (component) (import "f" (func))
  (instance (instantiate 0 (with "a" (func 0)))))
(assert_invalid (component
  (component)
  (instance (instantiate 0 (with "a" (func 0))))) "instance at 0x15: expected the index of a func, found 0 of 0")
(assert_invalid (component
  (component (import "a" (func)))
  (instance (instantiate 0))) "instance at 0x24, import \"a\": no argument of this name is given")
(assert_invalid (component
  (component (import "a" (func))) (import "f" (func))
  (instance (instantiate 0 (with "a" (func 0)) (with "a" (func 0))))) "instance at 0x33: argument \"a\" is given twice")
(assert_invalid (component
  (component (import "a" (func))) (import "f" (func))
  (instance (instantiate 0 (with "A" (func 0))))) "instance at 0x33, import \"a\": no argument of this name is given")
(assert_invalid (component
  (component (import "a" (func))) (import "f" (func (param "x" u8)))
  (instance (instantiate 0 (with "a" (func 0))))) "instance at 0x36, import \"a\": expected func(), found func(x: u8)")
(assert_invalid (component
  (component (import "a" (func))) (import "f" (instance))
  (instance (instantiate 0 (with "a" (instance 0))))) "instance at 0x31, import \"a\": expected func, found instance")
(assert_invalid (component
  (component (import "a" (component))) (import "f" (instance))
  (instance (instantiate 0 (with "a" (instance 0))))) "instance at 0x2f, import \"a\": expected component, found instance")
(component definition
  (component (import "a" (core module))) (core module)
  (instance (instantiate 0 (with "a" (core module 0)))))
(component definition
  (component (import "a" (component))) (component)
  (instance (instantiate 0 (with "a" (component 1)))))
(component definition
  (component (import "a" (type (sub resource)))) (type (resource (rep i32)))
  (instance (instantiate 0 (with "a" (type 0)))))
(assert_invalid (component
  (component (import "a" (type (sub resource)))) (type u8)
  (instance (instantiate 0 (with "a" (type 0))))) "instance at 0x21, import \"a\": expected a resource type, found u8")
(assert_invalid (component
  (component (type u8) (import "a" (type (eq 0)))) (type u16)
  (instance (instantiate 0 (with "a" (type 0))))) "instance at 0x26, import \"a\": expected type u8, found u16")
(component definition
  (component (type u8) (import "a" (type (eq 0)))) (type u8)
  (instance (instantiate 0 (with "a" (type 0)))))
;; core sorts other than module as an argument.
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\01\08" "\00asm" "\01\00\00\00"
  "\02\04" "\01" "\00\00\00"
  "\04\08" "\00asm" "\0d\00\01\00"
  "\05\09" "\01" "\00\00" "\01" "\01a" "\00\12\00") "instance at 0x25: expected a component-level sort or core module, found core instance")
;; Groups.
(component definition (instance))
(component definition
  (import "f" (func))
  (instance (export "a" (func 0)) (export "b" (func 0)))
  (alias export 0 "a" (func)))
(assert_invalid (component
  (import "f" (func))
  (instance (export "a" (func 0)))
  (alias export 0 "b" (func))) "alias at 0x24: instance 0 has no export \"b\"")
(assert_invalid (component
  (import "f" (func))
  (instance (export "a" (func 0)))
  (alias export 0 "a" (instance))) "alias at 0x24: export \"a\": expected instance, found func")
(assert_invalid (component
  (import "f" (func))
  (instance (export "a" (func 0)) (export "A" (func 0)))) "instance at 0x1a, export \"A\": the name is not strongly unique beside \"a\"")
(assert_invalid (component
  (import "f" (func))
  (instance (export "no name" (func 0)))) "instance at 0x1a, export \"no name\": \"no name\" is not a valid extern name: label \"no name\" is not in kebab case")
(component definition
  (core module)
  (component)
  (type u8)
  (instance (export "a" (core module 0)) (export "b" (component 0)) (export "c" (type 0)))
  (instance (export "a:b/c" (instance 0))))

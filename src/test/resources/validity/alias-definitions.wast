;; Explainer.md and Binary.md, Alias Definitions.

;; Exports of core instances: every sort, and the right one only.
(component definition
  (core module
    (func (export "f")) (memory (export "m") 1) (global (export "g") i32 (i32.const 0))
    (table (export "t") 1 funcref) (tag (export "e")))
  (core instance (instantiate 0))
  (alias core export 0 "f" (core func))
  (alias core export 0 "m" (core memory))
  (alias core export 0 "g" (core global))
  (alias core export 0 "t" (core table))
  (alias core export 0 "e" (core tag)))
(assert_invalid (component
  (core module (func (export "f"))) (core instance (instantiate 0))
  (alias core export 0 "f" (core memory))) "alias at 0x32: export \"f\": expected core memory, found core func")
(assert_invalid (component
  (core module (memory (export "m") 1)) (core instance (instantiate 0))
  (alias core export 0 "m" (core table))) "alias at 0x27: export \"m\": expected core table, found core memory")
(assert_invalid (component
  (core module (memory (export "m") 1)) (core instance (instantiate 0))
  (alias core export 0 "x" (core memory))) "alias at 0x27: core instance 0 has no export \"x\"")
;; nothing exports a core type, module or instance.
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\02\03" "\01" "\01\00"
  "\06\07" "\01" "\00\10\01\00" "\01m") "alias at 0x10: core instance 0 has no export \"m\"")
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\02\03" "\01" "\01\00"
  "\06\07" "\01" "\00\11\01\00" "\01m") "alias at 0x10: core instance 0 has no export \"m\"")
;; a component-level sort has no core export.
(assert_malformed (component binary
  "\00asm" "\0d\00\01\00"
  "\02\03" "\01" "\01\00"
  "\06\06" "\01" "\01\01\00" "\01f") "alias section, alias 0, offset 0x10: expected a core sort in the alias of a core export, found func")

;; Exports of instances.
(component definition
  (import "i" (instance
    (export "f" (func)) (export "i" (instance)) (export "c" (component)) (export "m" (core module))
    (type u8) (export "t" (type (eq 0))) (export "r" (type (sub resource)))))
  (alias export 0 "f" (func))
  (alias export 0 "i" (instance))
  (alias export 0 "c" (component))
  (alias export 0 "m" (core module))
  (alias export 0 "t" (type))
  (alias export 0 "r" (type)))
(assert_invalid (component (import "i" (instance)) (alias export 0 "f" (func))) "alias at 0x18: instance 0 has no export \"f\"")
(assert_invalid (component (import "i" (instance (export "f" (func)))) (alias export 0 "F" (func))) "alias at 0x23: instance 0 has no export \"F\"")
(assert_invalid (component (import "i" (instance (export "f" (func)))) (alias export 0 "f" (component))) "alias at 0x23: export \"f\": expected component, found func")
(assert_invalid (component (import "i" (instance (export "f" (func)))) (alias export 0 "f" (type))) "alias at 0x23: export \"f\": expected type, found func")
(assert_invalid (component (import "i" (instance (export "m" (core module)))) (alias export 0 "m" (component))) "alias at 0x22: export \"m\": expected component, found core module")
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\05\03" "\01" "\01\00"
  "\06\07" "\01" "\00\00\00\00" "\01f") "alias at 0x10: instance 0 has no export \"f\"")
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\05\03" "\01" "\01\00"
  "\06\06" "\01" "\02\00\00" "\01f") "alias at 0x10: instance 0 has no export \"f\"")

;; Outer definitions: the four sorts, at every distance.
(component definition
  (type u8)
  (core type (func))
  (component)
  (core module)
  (component
    (alias outer 1 0 (type))
    (alias outer 1 0 (core type))
    (alias outer 1 0 (component))
    (alias outer 1 0 (core module))
    (component
      (alias outer 2 0 (type))
      (alias outer 2 0 (core type))
      (alias outer 2 0 (component))
      (alias outer 2 0 (core module))
      (alias outer 1 0 (type))
      (alias outer 0 0 (type)))))
(component definition (type u8) (alias outer 0 0 (type)) (alias outer 0 1 (type)) (type (list 2)))
(component definition (component) (alias outer 0 0 (component)))
(component definition (core module) (alias outer 0 0 (core module)))
(component definition (core type (func)) (alias outer 0 0 (core type)))
(assert_invalid (component (alias outer 0 0 (type))) "alias at 0xb: expected the index of a type, found 0 of 0")
(assert_invalid (component (alias outer 1 0 (type))) "alias at 0xb: expected an outer count of at most 0, found 1")
(assert_invalid (component (type u8) (alias outer 1 0 (type))) "alias at 0xf: expected an outer count of at most 0, found 1")
(assert_invalid (component (type u8) (component (alias outer 2 0 (type)))) "component at 0xe, component 0, alias at 0x19: expected an outer count of at most 1, found 2")
(assert_invalid (component (type u8) (component (alias outer 1 1 (type)))) "component at 0xe, component 0, alias at 0x19: expected the index of a type, found 1 of 1")
(assert_invalid (component (type u8) (component (alias outer 4294967295 0 (type)))) "component at 0xe, component 0, alias at 0x19: expected an outer count of at most 1, found 4294967295")
(assert_invalid (component (type u8) (component (alias outer 1 4294967295 (type)))) "component at 0xe, component 0, alias at 0x19: expected the index of a type, found 4294967295 of 1")
(assert_invalid (component (type (instance (alias outer 2 0 (type))))) "type at 0xb: expected an outer count of at most 1, found 2")
(assert_invalid (component (alias outer 0 0 (core type))) "alias at 0xb: expected the index of a core type, found 0 of 0")
(assert_invalid (component (alias outer 0 0 (component))) "alias at 0xb: expected the index of a component, found 0 of 0")
(assert_invalid (component (alias outer 0 0 (core module))) "alias at 0xb: expected the index of a core module, found 0 of 0")
;; only what stands before.
(assert_invalid (component (component (alias outer 1 0 (type))) (type u8)) "component at 0xa, component 0, alias at 0x15: expected the index of a type, found 0 of 0")
(assert_invalid (component (component (alias outer 1 0 (component)))) "component at 0xa, component 0, alias at 0x15: expected the index of a component, found 0 of 0")
(assert_invalid (component (component (component) (alias outer 1 0 (component)))) "component at 0xa, component 0, alias at 0x1f: expected the index of a component, found 0 of 0")
;; a sort that cannot be substituted.
(assert_malformed (component binary
  "\00asm" "\0d\00\01\00"
  "\06\05" "\01" "\01\02\00\00") "alias section, alias 0, offset 0xb: expected core module, core type, component or type in an outer alias, found func")
(assert_malformed (component binary
  "\00asm" "\0d\00\01\00"
  "\06\05" "\01" "\05\02\00\00") "alias section, alias 0, offset 0xb: expected core module, core type, component or type in an outer alias, found instance")
(assert_malformed (component binary
  "\00asm" "\0d\00\01\00"
  "\06\06" "\01" "\00\00\02\00\00") "alias section, alias 0, offset 0xb: expected core module, core type, component or type in an outer alias, found core func")

;; No resource across a component.
(component definition (type (resource (rep i32))) (alias outer 0 0 (type)) (type (own 1)))
(assert_invalid (component (type (resource (rep i32))) (component (alias outer 1 0 (type)))) "component at 0x10, component 0, alias at 0x1b: an outer alias cannot carry a resource type across a component, found resource 0")
(assert_invalid (component (import "r" (type (sub resource))) (component (alias outer 1 0 (type)))) "component at 0x12, component 0, alias at 0x1d: an outer alias cannot carry a resource type across a component, found r")
(assert_invalid (component (import "r" (type (sub resource))) (type (own 0)) (component (alias outer 1 1 (type)))) "component at 0x17, component 0, alias at 0x22: an outer alias cannot carry a resource type across a component, found r")
(assert_invalid (component (import "r" (type (sub resource))) (type (borrow 0)) (component (alias outer 1 1 (type)))) "component at 0x17, component 0, alias at 0x22: an outer alias cannot carry a resource type across a component, found borrow<r>")
(assert_invalid (component (import "r" (type (sub resource))) (type (own 0)) (type (list 1)) (component (alias outer 1 2 (type)))) "component at 0x19, component 0, alias at 0x24: an outer alias cannot carry a resource type across a component, found list<r>")
(assert_invalid (component (import "r" (type (sub resource))) (type (own 0)) (type (record (field "a" 1))) (component (alias outer 1 2 (type)))) "component at 0x1c, component 0, alias at 0x27: an outer alias cannot carry a resource type across a component, found record { a: r }")
(assert_invalid (component (import "r" (type (sub resource))) (type (own 0)) (type (variant (case "a" 1))) (component (alias outer 1 2 (type)))) "component at 0x1e, component 0, alias at 0x29: an outer alias cannot carry a resource type across a component, found variant { a(r) }")
(assert_invalid (component (import "r" (type (sub resource))) (type (func (param "a" (own 0)))) (component (alias outer 1 2 (type)))) "component at 0x1e, component 0, alias at 0x29: an outer alias cannot carry a resource type across a component, found a func type")
(assert_invalid (component (import "r" (type (sub resource))) (type (func (result (own 0)))) (component (alias outer 1 2 (type)))) "component at 0x1b, component 0, alias at 0x26: an outer alias cannot carry a resource type across a component, found a func type")
(assert_invalid (component (import "r" (type (sub resource)))
  (type (instance (alias outer 1 0 (type)) (export "r" (type (eq 0)))))
  (component (alias outer 1 1 (type)))) "component at 0x23, component 0, alias at 0x2e: an outer alias cannot carry a resource type across a component, found an instance type")
(assert_invalid (component (import "r" (type (sub resource)))
  (type (component (alias outer 1 0 (type)) (import "r" (type (eq 0)))))
  (component (alias outer 1 1 (type)))) "type at 0x13, import \"r\": type r is used in an import and has no name there: import it first")
(assert_invalid (component (import "r" (type (sub resource)))
  (component (type (instance (alias outer 2 0 (type)))))) "component at 0x12, component 0, type at 0x1d: an outer alias cannot carry a resource type across a component, found r")
(assert_invalid (component (import "r" (type (sub resource)))
  (component (component (alias outer 2 0 (type))))) "component at 0x12, component 0, component at 0x1c, component 0, alias at 0x27: an outer alias cannot carry a resource type across a component, found r")
;; within types the way is free.
(component definition (import "r" (type (sub resource)))
  (type (instance (alias outer 1 0 (type)) (export "f" (func (param "a" (own 0)))))))
(component definition (import "r" (type (sub resource)))
  (type (component (type (instance (alias outer 2 0 (type)) (export "f" (func (param "a" (own 0)))))))))
;; a type that brings its resource along mentions none of outside.
(component definition
  (type (instance (export "r" (type (sub resource))) (export "f" (func (param "a" (own 0))))))
  (component (alias outer 1 0 (type)) (import "i" (instance (type 0)))))
(component definition
  (type (component (import "r" (type (sub resource))) (export "f" (func (param "a" (own 0))))))
  (component (alias outer 1 0 (type)) (import "i" (component (type 0)))))

;; Binary.md, Type Definitions: core types and module types.

(component definition
  (core type (func))
  (core type (func (param i32 i64 f32 f64 v128 funcref externref) (result i32 i64)))
  (core type (module))
  (core type (module
    (type (func (param i32)))
    (import "a" "b" (func (type 0)))
    (import "a" "c" (memory 1))
    (import "a" "d" (table 1 funcref))
    (import "a" "e" (global i32))
    (import "a" "t" (tag (type 0)))
    (export "f" (func (type 0)))
    (export "g" (global (mut i64)))))
  (import "m" (core module (type 3))))
(assert_invalid (component (core type (module (import "a" "b" (func (type 0)))))) "core type at 0xb: expected the index of a core type, found 0 of 0")
(assert_invalid (component (core type (func)) (core type (module (import "a" "b" (func (type 0)))))) "core type at 0xe: expected the index of a core type, found 0 of 0")
(assert_invalid (component (core type (module (export "b" (func (type 0)))))) "core type at 0xb: expected the index of a core type, found 0 of 0")
(assert_invalid (component (core type (module (export "b" (tag (type 0)))))) "core type at 0xb: expected the index of a core type, found 0 of 0")
(assert_invalid (component (core type (module (import "a" "b" (func)) (import "a" "b" (func))))) "core type at 0xb: import \"a\" \"b\": the name is taken already")
(component definition (core type (module (import "a" "b" (func)) (import "a" "B" (func)))))
(assert_invalid (component (core type (module (export "b" (func)) (export "b" (memory 1))))) "core type at 0xb: export \"b\": the name is taken already")
(component definition (core type (module (export "b" (func)) (export "B" (memory 1)))))
;; a tag returns nothing.
(assert_invalid (component (core type (module (type (func (result i32))) (import "a" "b" (tag (type 0)))))) "core type at 0xb: tag: expected a func type without results, found [] -> [i32]")
;; limits.
(assert_invalid (component (core type (module (import "a" "b" (memory 2 1))))) "core type at 0xb: memory: expected a minimum within the maximum, found 2..1")
(assert_invalid (component (core type (module (import "a" "b" (memory 65537))))) "core type at 0xb: memory: expected at most 65536 pages, found 65537..")
(assert_invalid (component (core type (module (import "a" "b" (memory 1 65537))))) "core type at 0xb: memory: expected at most 65536 pages, found 1..65537")
(component definition (core type (module (import "a" "b" (memory 65536 65536)))))
(assert_invalid (component (core type (module (import "a" "b" (table 2 1 funcref))))) "core type at 0xb: table: expected a minimum within the maximum, found 2..1")
(component definition (core type (module (import "a" "b" (table 1 1 externref)))))
;; aliases.
(component definition
  (core type (func (param i32)))
  (core type (module (alias outer 1 0 (type)) (import "a" "b" (func (type 0))))))
(component definition
  (core type (func (param i32)))
  (component (core type (module (alias outer 2 0 (type)) (import "a" "b" (func (type 0)))))))
(component definition
  (core type (module (type (func)) (alias outer 0 0 (type)) (import "a" "b" (func (type 1))))))
(assert_invalid (component (core type (module (alias outer 1 0 (type))))) "core type at 0xb: expected the index of a core type, found 0 of 0")
(assert_invalid (component (core type (module (alias outer 2 0 (type))))) "core type at 0xb: expected an outer count of at most 0, found 1")
(assert_invalid (component (core type (module (alias outer 0 0 (type))))) "core type at 0xb: expected the index of a core type, found 0 of 0")
;; no module types within module types.
(assert_invalid (component (core type (module)) (core type (module (alias outer 1 0 (type))))) "core type at 0xd: a module type cannot stand inside a module type")
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\03\06" "\01" "\50\01" "\01\50\00") "core type at 0xb: a module type cannot stand inside a module type")
;; references to types that are not there.
(assert_invalid (component (core type (func (param (ref 5))))) "core type at 0xb: expected the index of a core type, found 5 of 1")
(assert_invalid (component (core type (func (param (ref null 1))))) "core type at 0xb: expected the index of a core type, found 1 of 1")
(component definition (core type (func)) (core type (func (param (ref null 0)))))
(assert_invalid (component (core type (module (import "a" "b" (global (ref null 0)))))) "core type at 0xb: expected the index of a core type, found 0 of 0")
(assert_invalid (component (core type (module (import "a" "b" (table 1 (ref null 0)))))) "core type at 0xb: expected the index of a core type, found 0 of 0")
;; groups, structures, arrays and supertypes.
(component definition
  (core rec (type (func (param (ref null 1)))) (type (struct (field (ref null 0)))))
  (core type (array (mut i8)))
  (core type (sub (struct (field i32))))
  (core type (sub 3 (struct (field i32) (field i64)))))
(assert_invalid (component (core rec (type (func (param (ref null 2)))) (type (struct)))) "core type at 0xb: expected the index of a core type, found 2 of 2")
(assert_invalid (component (core type (sub 0 (struct)))) "core type at 0xb, supertype 0: expected a type before core type 0")
(assert_invalid (component (core type (struct)) (core type (sub 0 (struct)))) "core type at 0xd, supertype 0: expected a type that is not final, found a final one")
(assert_invalid (component (core type (sub (struct))) (core type (sub 0 (array i8)))) "core type at 0x10, supertype 0: core type 1 does not match it")
(assert_invalid (component (core type (sub (struct (field i32)))) (core type (sub 0 (struct (field i64))))) "core type at 0x12, supertype 0: core type 1 does not match it")
(assert_invalid (component (core type (sub (struct (field i32)))) (core type (sub 0 (struct)))) "core type at 0x12, supertype 0: core type 1 does not match it")
(assert_invalid (component (core type (module)) (core type (sub 0 (struct)))) "core type at 0xd: core type 0: expected a func, struct or array type, found a module type")
(assert_invalid (component (core type (struct)) (core type (module (alias outer 1 0 (type)) (import "a" "b" (func (type 0)))))) "core type at 0xd: core type 0: expected a func type, found another kind of core type")
;; functions, abstract heap types, and how far types may stand above one another.
(component definition
  (core type (sub (func (param (ref null none)) (result anyref))))
  (core type (sub 0 (func (param eqref) (result structref))))
  (core type (sub (struct (field (ref null 0)) (field (mut i8)))))
  (core type (sub 2 (struct (field (ref 1)) (field (mut i8)) (field externref)))))
(assert_invalid (component
  (core type (sub (func (result structref))))
  (core type (sub 0 (func (result anyref))))) "core type at 0x12, supertype 0: core type 1 does not match it")
(assert_invalid (component
  (core type (sub (struct (field (mut eqref)))))
  (core type (sub 0 (struct (field (mut structref)))))) "core type at 0x12, supertype 0: core type 1 does not match it")
(assert_invalid (component
  (core type (sub (array (ref func))))
  (core type (sub 0 (array (ref null nofunc))))) "core type at 0x12, supertype 0: core type 1 does not match it")
(assert_invalid (component (core rec (type (sub 1 (struct))) (type (sub (struct))))) "core type at 0xb, supertype 1: expected a type before core type 0")
(assert_invalid (component (core rec (type (sub 0 (struct))))) "core type at 0xb, supertype 0: expected a type before core type 0")
(assert_invalid (component binary "\00asm" "\0d\00\01\00" "\03\11" "\03" "\00\50\00\5f\00" "\00\50\00\5f\00" "\4f\02\00\01\5f\00") "core type at 0x15: expected at most one supertype, found 2")

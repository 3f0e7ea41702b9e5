;; What fills the shim's table with the lowered imports; its types stand in another order.
(module $fixup
  (type (func (param i32) (result i32)))
  (type (func (param i32 i32)))
  (import "" "0" (func (type 1)))
  (import "" "1" (func (type 0)))
  (import "" "$imports" (table 2 2 funcref))
  (elem (i32.const 0) func 0 1))

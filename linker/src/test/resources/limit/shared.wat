;; A memory that threads may share, of 1 to 8 pages.
(component
  (core module $m (memory 1 8 shared) (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))
  (core instance $m (instantiate $m))
  (func (export "grow") (param "pages" u32) (result s32) (canon lift (core func $m "grow"))))

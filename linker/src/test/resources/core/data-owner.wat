(module $owner
  (memory (export "memory") 1 4)
  (data $word "owner")
  (func (export "init") (param i32 i32 i32) (memory.init $word (local.get 0) (local.get 1) (local.get 2)))
  (func (export "drop") (data.drop $word))
  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
  (func (export "load") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "store") (param i32 i32) (i32.store8 (local.get 0) (local.get 1))))

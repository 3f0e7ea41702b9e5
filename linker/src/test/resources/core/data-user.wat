(module $user
  (import "owner" "memory" (memory 1 4))
  (data (i32.const 64) "active")
  (data $word "user!")
  (func (export "init") (param i32 i32 i32) (memory.init $word (local.get 0) (local.get 1) (local.get 2)))
  (func (export "init-active") (param i32) (memory.init 0 (i32.const 0) (i32.const 0) (local.get 0)))
  (func (export "size") (result i32) (memory.size))
  (func (export "load") (param i32) (result i32) (i32.load8_u (local.get 0))))

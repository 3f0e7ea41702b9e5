;; Things that have a number, and how many of them have ended.
(component $things
  (core module $Dtor
    (global $dropped (mut i32) (i32.const 0))
    (func (export "dtor") (param i32) (global.set $dropped (i32.add (global.get $dropped) (i32.const 1))))
    (func (export "dropped") (result i32) (global.get $dropped)))
  (core instance $dtor (instantiate $Dtor))
  (type $thing' (resource (rep i32) (dtor (core func $dtor "dtor"))))
  (core func $new (canon resource.new $thing'))
  (core module $M
    (import "" "new" (func $new (param i32) (result i32)))
    (func (export "new") (param i32) (result i32) (call $new (local.get 0)))
    (func (export "get") (param i32) (result i32) (local.get 0)))
  (core instance $m (instantiate $M (with "" (instance (export "new" (func $new))))))
  (func $constructor (param "n" u32) (result (own $thing')) (canon lift (core func $m "new")))
  (func $get (param "self" (borrow $thing')) (result u32) (canon lift (core func $m "get")))
  (component $Shape
    (import "thing" (type $thing (sub resource)))
    (import "constructor" (func $constructor (param "n" u32) (result (own $thing))))
    (import "get" (func $get (param "self" (borrow $thing)) (result u32)))
    (export $thing' "thing" (type $thing))
    (export "[constructor]thing" (func $constructor) (func (param "n" u32) (result (own $thing'))))
    (export "[method]thing.get" (func $get) (func (param "self" (borrow $thing')) (result u32))))
  (instance $things (instantiate $Shape
    (with "thing" (type $thing')) (with "constructor" (func $constructor)) (with "get" (func $get))))
  (export "demo:res/things@1.0.0" (instance $things))
  (func (export "dropped") (result u32) (canon lift (core func $dtor "dropped"))))

;; Things that have a number, and beside them, in another instance, what makes things.
(component $makers
  (type $thing' (resource (rep i32)))
  (core func $new (canon resource.new $thing'))
  (core module $M
    (import "" "new" (func $new (param i32) (result i32)))
    (global $made (mut i32) (i32.const 0))
    (func (export "make") (param i32) (result i32)
      (global.set $made (i32.add (global.get $made) (i32.const 1)))
      (call $new (local.get 0)))
    ;; The thing's number, and thousands for all that this instance has made.
    (func (export "get") (param i32) (result i32)
      (i32.add (local.get 0) (i32.mul (global.get $made) (i32.const 1000)))))
  (core instance $m (instantiate $M (with "" (instance (export "new" (func $new))))))
  (func $make (param "n" u32) (result (own $thing')) (canon lift (core func $m "make")))
  (func $get (param "self" (borrow $thing')) (result u32) (canon lift (core func $m "get")))
  (component $Things
    (import "thing" (type $thing (sub resource)))
    (import "get" (func $get (param "self" (borrow $thing)) (result u32)))
    (export $thing' "thing" (type $thing))
    (export "[method]thing.get" (func $get) (func (param "self" (borrow $thing')) (result u32))))
  (instance $things (instantiate $Things (with "thing" (type $thing')) (with "get" (func $get))))
  (export $outside "things" (instance $things))
  (alias export $outside "thing" (type $thing))
  (component $Maker
    (import "thing" (type $thing (sub resource)))
    (import "make" (func $make (param "n" u32) (result (own $thing))))
    (export $thing' "thing" (type $thing))
    (export "make" (func $make) (func (param "n" u32) (result (own $thing')))))
  (instance $maker (instantiate $Maker (with "thing" (type $thing)) (with "make" (func $make))))
  (export "maker" (instance $maker)))

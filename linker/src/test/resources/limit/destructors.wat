;; Implements a resource whose destructor does not return.
(component
  (core module $m
    (func (export "drop") (param i32) (loop $l (br $l)))
    (func (export "make") (param i32) (result i32) (local.get 0)))
  (core instance $m (instantiate $m))
  (type $thing' (resource (rep i32) (dtor (core func $m "drop"))))
  (core func $new (canon resource.new $thing'))
  (core module $n
    (import "" "new" (func $new (param i32) (result i32)))
    (func (export "make") (result i32) (call $new (i32.const 7)))
    (func (export "flood") (loop $l (drop (call $new (i32.const 7))) (br $l))))
  (core instance $n (instantiate $n (with "" (instance (export "new" (func $new))))))
  (func $make' (result (own $thing')) (canon lift (core func $n "make")))
  (func $flood' (canon lift (core func $n "flood")))
  (component $things
    (import "thing" (type $thing (sub resource)))
    (import "make" (func $make (result (own $thing))))
    (import "flood" (func $flood))
    (export $out "thing" (type $thing))
    (export "make" (func $make) (func (result (own $out))))
    (export "flood" (func $flood)))
  (instance $things (instantiate $things
    (with "thing" (type $thing')) (with "make" (func $make')) (with "flood" (func $flood'))))
  (export "things" (instance $things)))

;; Keeps a thing that another component or the host made, and gives it back.
(component $keeper
  (import "demo:res/things@1.0.0" (instance $things
    (export "thing" (type $thing (sub resource)))
    (export "[method]thing.get" (func (param "self" (borrow $thing)) (result u32)))))
  (alias export $things "thing" (type $thing))
  (core func $get (canon lower (func $things "[method]thing.get")))
  (core func $drop (canon resource.drop $thing))
  (core module $M
    (import "" "get" (func $get (param i32) (result i32)))
    (import "" "drop" (func $drop (param i32)))
    (global $kept (mut i32) (i32.const 0))
    (func (export "look") (param i32) (result i32) (call $get (local.get 0)) (call $drop (local.get 0)))
    (func (export "keep") (param i32) (global.set $kept (local.get 0)))
    (func (export "give") (result i32) (global.get $kept)))
  (core instance $m (instantiate $M (with "" (instance (export "get" (func $get)) (export "drop" (func $drop))))))
  (func $look (param "it" (borrow $thing)) (result u32) (canon lift (core func $m "look")))
  (func $keep (param "it" (own $thing)) (canon lift (core func $m "keep")))
  (func $give (result (own $thing)) (canon lift (core func $m "give")))
  (component $Shape
    (import "thing" (type $thing (sub resource)))
    (import "look" (func $look (param "it" (borrow $thing)) (result u32)))
    (import "keep" (func $keep (param "it" (own $thing))))
    (import "give" (func $give (result (own $thing))))
    (export $thing' "thing" (type $thing))
    (export "look" (func $look) (func (param "it" (borrow $thing')) (result u32)))
    (export "keep" (func $keep) (func (param "it" (own $thing'))))
    (export "give" (func $give) (func (result (own $thing')))))
  (instance $keeper (instantiate $Shape
    (with "thing" (type $thing)) (with "look" (func $look)) (with "keep" (func $keep)) (with "give" (func $give))))
  (export "demo:res/keeper@1.0.0" (instance $keeper)))

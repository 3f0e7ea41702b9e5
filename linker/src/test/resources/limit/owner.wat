;; Owns resources that another instance implements.
(component
  (import "things" (instance $things
    (export "thing" (type $thing (sub resource)))
    (export "make" (func (result (own $thing))))))
  (alias export $things "thing" (type $thing))
  (core func $make (canon lower (func $things "make")))
  (core func $drop (canon resource.drop $thing))
  (core module $m
    (import "" "make" (func $make (result i32)))
    (import "" "drop" (func $drop (param i32)))
    (func (export "keep") (drop (call $make)))
    (func (export "drop") (call $drop (call $make))))
  (core instance $m (instantiate $m (with "" (instance (export "make" (func $make)) (export "drop" (func $drop))))))
  (func (export "keep") (canon lift (core func $m "keep")))
  (func (export "drop") (canon lift (core func $m "drop"))))

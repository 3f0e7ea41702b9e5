;; A function that takes two resources of the host, one owned and one borrowed, and drops both.
(component
  (import "thing" (type $thing (sub resource)))
  (core func $drop (canon resource.drop $thing))
  (core module $main
    (import "t" "drop" (func $drop (param i32)))
    (func (export "both") (param i32 i32) (call $drop (local.get 0)) (call $drop (local.get 1))))
  (core instance $main (instantiate $main (with "t" (instance (export "drop" (func $drop))))))
  (func (export "both") (param "mine" (own $thing)) (param "yours" (borrow $thing)) (canon lift (core func $main "both"))))

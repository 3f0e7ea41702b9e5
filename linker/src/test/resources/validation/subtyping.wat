;; Subtyping of components, and what stands for a resource once it was given to an import.
(component
  (component $component-that-imports-more
    (component $c (import "x" (func)))
    (component (import "c" (component)))
    (instance (instantiate 1 (with "c" (component 0)))))
  (component $component-that-imports-less
    (component $c)
    (component (import "c" (component (import "x" (func)))))
    (instance (instantiate 1 (with "c" (component 0)))))
  (component $component-that-exports-less
    (component $c)
    (component (import "c" (component (export "x" (func)))))
    (instance (instantiate 1 (with "c" (component 0)))))
  (component $component-that-imports-a-larger-instance
    (component $c (import "i" (instance (export "f" (func)) (export "g" (func)))))
    (component (import "c" (component (import "i" (instance (export "f" (func)))))))
    (instance (instantiate 1 (with "c" (component 0)))))
  (component $component-that-imports-a-smaller-instance
    (component $c (import "i" (instance (export "f" (func)))))
    (component (import "c" (component (import "i" (instance (export "f" (func)) (export "g" (func)))))))
    (instance (instantiate 1 (with "c" (component 0)))))
  (component $component-that-imports-another-func
    (component $c (import "f" (func (param "a" s8))))
    (component (import "c" (component (import "f" (func (param "a" u8))))))
    (instance (instantiate 1 (with "c" (component 0)))))
  (component $component-with-its-own-resource
    (component $c
      (import "r" (type (sub resource)))
      (import "f" (func (result (own 0))))
      (export "g" (func 0)))
    (component (import "c" (component
      (import "r" (type (sub resource)))
      (import "f" (func (result (own 0))))
      (export "g" (func (result (own 0)))))))
    (instance (instantiate 1 (with "c" (component 0)))))
  (component $component-that-confuses-resources
    (component $c
      (import "r" (type (sub resource)))
      (import "s" (type (sub resource)))
      (import "f" (func (result (own 0))))
      (export "g" (func 0)))
    (component (import "c" (component
      (import "r" (type (sub resource)))
      (import "s" (type (sub resource)))
      (import "f" (func (result (own 0))))
      (export "g" (func (result (own 1)))))))
    (instance (instantiate 1 (with "c" (component 0)))))
  (component $one-resource-for-two
    (import "r" (type (sub resource)))
    (import "f" (func (param "a" (own 0)) (param "b" (own 0))))
    (component
      (import "s" (type (sub resource)))
      (import "t" (type (sub resource)))
      (import "f" (func (param "a" (own 0)) (param "b" (own 1)))))
    (instance (instantiate 0 (with "s" (type 0)) (with "t" (type 0)) (with "f" (func 0)))))
  (component $two-resources-for-one
    (import "r" (type (sub resource)))
    (import "q" (type (sub resource)))
    (import "f" (func (param "a" (own 0)) (param "b" (own 1))))
    (component
      (import "s" (type (sub resource)))
      (import "f" (func (param "a" (own 0)) (param "b" (own 0)))))
    (instance (instantiate 0 (with "s" (type 0)) (with "f" (func 0)))))
  (component $two-that-must-be-the-same
    (import "r" (type (sub resource)))
    (import "q" (type (sub resource)))
    (component
      (import "s" (type (sub resource)))
      (import "t" (type (eq 0))))
    (instance (instantiate 0 (with "s" (type 0)) (with "t" (type 1)))))
  (component $imported-resource-comes-back
    (import "r" (type (sub resource)))
    (component $pass (import "s" (type (sub resource))) (export "t" (type 0)))
    (instance $i (instantiate $pass (with "s" (type 0))))
    (alias export $i "t" (type))
    (import "f" (func (param "a" (own 0))))
    (component $need (import "t" (type (sub resource))) (import "f" (func (param "a" (own 0)))))
    (instance (instantiate $need (with "t" (type 1)) (with "f" (func 0)))))
  (component $each-instance-has-its-own-resource
    (component $make
      (type (resource (rep i32)))
      (export "r" (type 0))
      (core module (func (export "f") (param i32)))
      (core instance (instantiate 0))
      (alias core export 0 "f" (core func))
      (func (param "a" (own 1)) (canon lift (core func 0)))
      (export "f" (func 0)))
    (instance $one (instantiate $make))
    (instance $two (instantiate $make))
    (alias export $one "r" (type))
    (alias export $two "f" (func))
    (component $need (import "r" (type (sub resource))) (import "f" (func (param "a" (own 0)))))
    (instance (instantiate $need (with "r" (type 0)) (with "f" (func 0)))))
  (component $value-for-resource
    (type u8)
    (component (import "r" (type (sub resource))))
    (instance (instantiate 0 (with "r" (type 0)))))
  (component $another-value-type
    (type u8)
    (component (type u16) (import "t" (type (eq 0))))
    (instance (instantiate 0 (with "t" (type 0)))))
  (component $value-type-that-fits
    (type u16)
    (component (type u16) (import "t" (type (eq 0))))
    (instance (instantiate 0 (with "t" (type 0)))))
  (component $resource-inside-instances
    (import "i" (instance (export "r" (type (sub resource))) (export "f" (func (result (own 0))))))
    (component
      (import "j" (instance (export "r" (type (sub resource))) (export "f" (func (result (own 0)))))))
    (instance (instantiate 0 (with "j" (instance 0)))))
  (component $ascribed-export
    (import "i" (instance (export "f" (func)) (export "g" (func))))
    (export "j" (instance 0) (instance (export "f" (func)))))
  (component $ascribed-export-that-wants-more
    (import "i" (instance (export "f" (func))))
    (export "j" (instance 0) (instance (export "g" (func)))))
  (component $ascribed-func
    (import "f" (func (param "a" u8)))
    (export "g" (func 0) (func (param "a" u16))))
  (component $hidden-by-ascription
    (import "i" (instance (export "f" (func)) (export "g" (func))))
    (export "j" (instance 0) (instance (export "f" (func))))
    (alias export 1 "g" (func))))

;; Begins with 3 pages, 12 elements, 2 component instances and 3 core instances, by ways that a plan can follow.
(component
  (import "log" (func (result u32)))
  (core module $m (memory 1) (table 4 funcref))
  (component $inner
    (alias outer 1 $m (core module $m))
    (core instance (instantiate $m)))
  (component $middle
    (alias outer 1 $inner (component $inner))
    (instance (instantiate $inner)))
  (export $again "inner" (component $inner))
  (instance (instantiate $again))
  (core instance (instantiate $m))
  (core instance (instantiate $m)))

;; Takes things, and does nothing with them.
(component
  (import "things" (instance
    (export "thing" (type $thing (sub resource)))
    (export "[method]thing.get" (func (param "self" (borrow $thing)) (result u32))))))

;; Takes what makes things, and does nothing with it.
(component
  (import "maker" (instance
    (export "thing" (type $thing (sub resource)))
    (export "make" (func (param "n" u32) (result (own $thing)))))))

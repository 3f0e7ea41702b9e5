;; Cannot be instantiated.
(component $broken
  (core module $M (func $f unreachable) (start $f))
  (core instance (instantiate $M)))

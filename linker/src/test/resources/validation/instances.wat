;; Arguments of instances and core instances.
(component
  (component $argument-missing (component (import "f" (func))) (instance (instantiate 0)))
  (component $argument-twice
    (import "f" (func))
    (component (import "f" (func)))
    (instance (instantiate 0 (with "f" (func 0)) (with "f" (func 0)))))
  (component $argument-of-another-name
    (import "f" (func))
    (component (import "f" (func)))
    (instance (instantiate 0 (with "F" (func 0)))))
  (component $argument-unused
    (import "f" (func))
    (component)
    (instance (instantiate 0 (with "g" (func 0)))))
  (component $argument-of-another-sort
    (import "f" (instance))
    (component (import "f" (func)))
    (instance (instantiate 0 (with "f" (instance 0)))))
  (component $func-of-another-type
    (import "f" (func (param "a" u8)))
    (component (import "f" (func (param "a" u16))))
    (instance (instantiate 0 (with "f" (func 0)))))
  (component $func-with-another-label
    (import "f" (func (param "a" u8)))
    (component (import "f" (func (param "b" u8))))
    (instance (instantiate 0 (with "f" (func 0)))))
  (component $func-that-is-async
    (import "f" (func async))
    (component (import "f" (func)))
    (instance (instantiate 0 (with "f" (func 0)))))
  (component $instance-without-an-export
    (import "i" (instance (export "f" (func))))
    (component (import "i" (instance (export "f" (func)) (export "g" (func)))))
    (instance (instantiate 0 (with "i" (instance 0)))))
  (component $instance-with-another-export
    (import "i" (instance (export "f" (func (result string)))))
    (component (import "i" (instance (export "f" (func)))))
    (instance (instantiate 0 (with "i" (instance 0)))))
  (component $instance-with-more
    (import "i" (instance (export "f" (func)) (export "g" (func))))
    (component (import "i" (instance (export "g" (func)))))
    (instance (instantiate 0 (with "i" (instance 0)))))
  (component $module-memory-too-small
    (core module (memory (export "m") 1))
    (component (import "m" (core module (export "m" (memory 2)))))
    (instance (instantiate 0 (with "m" (core module 0)))))
  (component $module-memory-without-maximum
    (core module (memory (export "m") 1))
    (component (import "m" (core module (export "m" (memory 1 4)))))
    (instance (instantiate 0 (with "m" (core module 0)))))
  (component $module-table-maximum-too-large
    (core module (table (export "t") 1 5 funcref))
    (component (import "m" (core module (export "t" (table 1 4 funcref)))))
    (instance (instantiate 0 (with "m" (core module 0)))))
  (component $module-without-an-export
    (core module)
    (component (import "m" (core module (export "f" (func)))))
    (instance (instantiate 0 (with "m" (core module 0)))))
  (component $module-with-an-import
    (core module (import "a" "b" (func)))
    (component (import "m" (core module)))
    (instance (instantiate 0 (with "m" (core module 0)))))
  (component $module-with-another-import
    (core module (import "a" "b" (memory 2)))
    (component (import "m" (core module (import "a" "b" (memory 1)))))
    (instance (instantiate 0 (with "m" (core module 0)))))
  (component $module-that-fits
    (core module (import "a" "b" (memory 1)) (memory (export "m") 2 3) (func (export "f")))
    (component (import "m" (core module (import "a" "b" (memory 2)) (import "a" "c" (func)) (export "m" (memory 1 4)))))
    (instance (instantiate 0 (with "m" (core module 0)))))
  (component $core-argument-missing
    (core module (import "a" "f" (func)))
    (core instance (instantiate 0)))
  (component $core-argument-twice
    (core module)
    (core instance (instantiate 0))
    (core instance (instantiate 0 (with "a" (instance 0)) (with "a" (instance 0)))))
  (component $core-export-missing
    (core module (import "a" "f" (func)))
    (core module)
    (core instance (instantiate 1))
    (core instance (instantiate 0 (with "a" (instance 0)))))
  (component $core-func-of-another-type
    (core module (import "a" "f" (func (param i32))))
    (core module (func (export "f") (param i64)))
    (core instance (instantiate 1))
    (core instance (instantiate 0 (with "a" (instance 0)))))
  (component $core-global-that-is-mutable
    (core module (import "a" "g" (global i32)))
    (core module (global (export "g") (mut i32) (i32.const 0)))
    (core instance (instantiate 1))
    (core instance (instantiate 0 (with "a" (instance 0)))))
  (component $core-sort-of-another-kind
    (core module (import "a" "x" (table 1 funcref)))
    (core module (memory (export "x") 1))
    (core instance (instantiate 1))
    (core instance (instantiate 0 (with "a" (instance 0)))))
  (component $core-export-twice
    (core module (func (export "f")))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (core instance (export "f" (func 0)) (export "f" (func 0))))
  (component $core-module-imports-a-name-twice
    (core module (import "a" "f" (func)) (import "a" "f" (func))))
  (component $module-type-imports-a-name-twice
    (core type (module (import "a" "f" (memory 1)) (import "a" "f" (memory 1)))))
  (component $module-type-exports-a-name-twice
    (core type (module (export "f" (memory 1)) (export "f" (memory 1)))))
  (component $module-type-with-too-many-pages (core type (module (export "m" (memory 65537)))))
  (component $module-type-with-minimum-over-maximum (core type (module (export "m" (memory 3 2)))))
  (component $nested-error (component (component (type (list 7))))))

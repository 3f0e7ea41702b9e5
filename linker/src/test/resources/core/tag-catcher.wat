;; What it catches by the tag comes back as it is; what it catches otherwise comes back as -1.
(module
  (import "tag" "t" (tag $t (param i32)))
  (import "thrower" "throw" (func $throw (param i32)))
  (func (export "catch") (param i32) (result i32)
    (block $all
      (block $tagged (result i32)
        (try_table (catch $t $tagged) (catch_all $all) (call $throw (local.get 0)))
        (return (i32.const 0)))
      (return))
    (i32.const -1)))

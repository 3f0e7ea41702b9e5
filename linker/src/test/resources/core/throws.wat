(module $throws
  (tag $oops (export "oops") (param i32))
  (func $raise (export "raise") (param i32) (throw $oops (i32.add (local.get 0) (i32.const 1)))))

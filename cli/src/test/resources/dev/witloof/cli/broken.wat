;; A component that traps when it is instantiated. Made binary by `wasm-tools parse broken.wat -o broken.wasm`.
(component $broken
  (core module $M
    (func $start unreachable)
    (start $start)
    (func (export "f")))
  (core instance $m (instantiate $M))
  (func (export "f") (canon lift (core func $m "f"))))

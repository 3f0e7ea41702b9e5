;; A start function that traps if the global is zero, and an export named _start that must never run.
(module $begin
  (import "m" "g" (global $g i32))
  (import "m" "f" (func $f))
  (func $check (if (i32.eqz (global.get $g)) (then (unreachable))))
  (start $check)
  (func (export "_start") (call $f)))

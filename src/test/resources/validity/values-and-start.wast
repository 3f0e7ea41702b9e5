;; Explainer.md, Value and Start Definitions: refused by name.

(assert_invalid (component (import "v" (value string))) "import at 0xb: values are not supported (feature \"values\")")
(assert_invalid (component (type (component (import "v" (value string))))) "type at 0xb: values are not supported (feature \"values\")")
(assert_invalid (component (type (instance (export "v" (value u8))))) "type at 0xb: values are not supported (feature \"values\")")
(assert_invalid (component (import "f" (func)) (start 0)) "start at 0x19: a component-level start function is not supported (feature \"values\")")
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\0c\04" "\01" "\7f\01\01") "value at 0xb: values are not supported (feature \"values\")")

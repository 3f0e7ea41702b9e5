;; Binary.md, Import and Export Definitions: attributes.

(component definition
  (import "a" (implements "b:c/d") (instance)) (import "e" (implements "b:c/d@1.0.0") (external-id "x") (instance))
  (import "f" (external-id "") (func)) (import "g" (external-id "any thing \u{2603}") (type (sub resource)))
  (export "h" (implements "b:c/d") (instance 0)))
(assert_invalid (component (import "a" (implements "b:c/d") (func))) "import at 0x12, import \"a\": implements stands on an instance only, found func")
(assert_invalid (component (import "a" (implements "b:c/d") (component))) "import at 0x10, import \"a\": implements stands on an instance only, found component")
(assert_invalid (component (import "a" (implements "b:c/d") (core module))) "import at 0x10, import \"a\": implements stands on an instance only, found core module")
(assert_invalid (component (import "a" (implements "b:c/d") (type (sub resource)))) "import at 0xb, import \"a\": implements stands on an instance only, found type")
(assert_invalid (component (import "a:b/c" (implements "b:c/d") (instance))) "import at 0x10, import \"a:b/c\": implements stands beside a plain name only")
(assert_invalid (component (import "a:b/c" (implements "a:b/c") (instance))) "import at 0x10, import \"a:b/c\": implements stands beside a plain name only")
(assert_invalid (component (import "a" (implements "b") (instance))) "import at 0x10, import \"a\": \"b\" is not a valid extern name: expected namespace:package/interface")
(assert_invalid (component (import "a" (implements "") (instance))) "import at 0x10, import \"a\": \"\" is not a valid extern name: expected namespace:package/interface")
(assert_invalid (component (import "a" (implements "b:c") (instance))) "import at 0x10, import \"a\": \"b:c\" is not a valid extern name: expected namespace:package/interface")
(assert_invalid (component (import "a" (implements "B:c/d") (instance))) "import at 0x10, import \"a\": \"B:c/d\" is not a valid extern name: namespace \"B\" is not in lower-case kebab case")
(assert_invalid (component (import "a" (implements "b:c/d@x") (instance))) "import at 0x10, import \"a\": \"b:c/d@x\" is not a valid extern name: \"x\" is not a version")
(assert_invalid (component (import "a" (implements "b:c/d@1") (instance))) "import at 0x10, import \"a\": the version \"1\" needs the feature \"canonical interface names\", whose gate is closed")
(assert_invalid (component (import "a" (implements "b:c:d/e") (instance))) "import at 0x10, import \"a\": a nested name needs the feature \"nested namespaces and packages\", whose gate is closed")
(assert_invalid (component (import "f" (func)) (export "a" (implements "b:c/d") (func 0))) "export at 0x1a, export \"a\": implements stands on an instance only, found func")
(assert_invalid (component (type (component (import "a" (implements "b:c/d") (func))))) "type at 0xb, import \"a\": implements stands on an instance only, found func")
(assert_invalid (component (type (instance (export "a" (implements "x") (instance))))) "type at 0xb, export \"a\": \"x\" is not a valid extern name: expected namespace:package/interface")
(assert_invalid (component (import "i" (instance)) (instance (export "a" (implements "x") (instance 0)))) "instance at 0x18, export \"a\": \"x\" is not a valid extern name: expected namespace:package/interface")
(component definition (import "i" (instance)) (instance (export "a" (implements "b:c/d") (external-id "e") (instance 0))))
;; the name counts.
(assert_invalid (component (import "Ab" (implements "b:c/d") (instance))) "import at 0x10, import \"Ab\": \"Ab\" is not a valid extern name: label \"Ab\" is not in kebab case")
;; each kind once.
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\0d" "\01" "\02\01a" "\02" "\02\01x" "\02\01y" "\05\00") "import at 0x10, import \"a\": expected each attribute once, found external-id twice")
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\15" "\01" "\02\01a" "\02" "\00\05b:c/d" "\00\05b:c/d" "\05\00") "import at 0x10, import \"a\": expected each attribute once, found implements twice")
;; attributes that there are not.
(assert_malformed (component binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\0a" "\01" "\02\01a" "\01" "\03\01x" "\05\00") "import section, import 0, attribute 0, offset 0x14: expected an attribute: 0x00 for implements, 0x01 for versionsuffix or 0x02 for external-id, found 0x03")
(assert_malformed (component binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\06" "\01" "\03\01a" "\05\00") "import section, import 0, offset 0x10: expected a name: 0x00, 0x01, or 0x02 with attributes, found 0x03")
;; all three ways to write a name.
(component definition binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\11" "\03" "\00\01a" "\05\00" "\01\01b" "\05\00" "\02\01c" "\00" "\05\00")
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\0b" "\02" "\00\01a" "\05\00" "\01\01a" "\05\00") "import at 0x15, import \"a\": the name is taken already")
;; attributes take no part in subtyping.
(component definition
  (component (import "i" (instance (export "a" (external-id "x") (func)))))
  (import "i" (instance (export "a" (external-id "y") (func))))
  (instance (instantiate 0 (with "i" (instance 0)))))
;; without its gate there is no versionsuffix.
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\13" "\01" "\02\07a:b/c@1" "\01" "\01\04.2.3" "\05\00" ) "import at 0x10, import \"a:b/c@1\": the version \"1\" needs the feature \"canonical interface names\", whose gate is closed")

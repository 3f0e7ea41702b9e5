;; gates: CANONICAL_INTERFACE_NAMES
;; Explainer.md, Canonical Interface Name, with its gate open.

(component definition (import "a:b/c@1" (instance)) (import "a:b/c@10" (instance)) (import "a:b/c@0.1" (instance)) (import "a:b/c@0.0.1" (instance)) (import "a:b/c@0.0.0" (instance)) (import "a:b/c@1.2.3" (instance)))
(assert_invalid (component (import "a:b/c@0" (instance))) "import at 0x10, import \"a:b/c@0\": \"a:b/c@0\" is not a valid extern name: \"0\" is not a version")
(assert_invalid (component (import "a:b/c@0.0" (instance))) "import at 0x10, import \"a:b/c@0.0\": \"a:b/c@0.0\" is not a valid extern name: \"0.0\" is not a version")
(assert_invalid (component (import "a:b/c@1.2" (instance))) "import at 0x10, import \"a:b/c@1.2\": \"a:b/c@1.2\" is not a valid extern name: \"1.2\" is not a version")
(assert_invalid (component (import "a:b/c@01" (instance))) "import at 0x10, import \"a:b/c@01\": \"a:b/c@01\" is not a valid extern name: \"01\" is not a version")
(assert_invalid (component (import "a:b/c@0.01" (instance))) "import at 0x10, import \"a:b/c@0.01\": \"a:b/c@0.01\" is not a valid extern name: \"0.01\" is not a version")
(assert_invalid (component (import "a:b/c@1-rc" (instance))) "import at 0x10, import \"a:b/c@1-rc\": \"a:b/c@1-rc\" is not a valid extern name: \"1-rc\" is not a version")
(component definition (import "a" (implements "b:c/d@0.2") (instance)))
;; version suffixes.
(component definition binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\13" "\01" "\02\07a:b/c@1" "\01" "\01\04.2.3" "\05\00")
(component definition binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\16" "\01" "\02\09a:b/c@0.2" "\01" "\01\05.6-rc" "\05\00")
(component definition binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\1a" "\01" "\02\0ba:b/c@0.0.1" "\01" "\01\07-alpha1" "\05\00")
(component definition binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\13" "\01" "\02\0ba:b/c@0.0.1" "\01" "\01\00" "\05\00")
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\0f" "\01" "\02\07a:b/c@1" "\01" "\01\00" "\05\00") "import at 0x10, import \"a:b/c@1\": \"1\" is not a semantic version")
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\11" "\01" "\02\07a:b/c@1" "\01" "\01\02.2" "\05\00") "import at 0x10, import \"a:b/c@1\": \"1.2\" is not a semantic version")
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\14" "\01" "\02\07a:b/c@1" "\01" "\01\05.2.03" "\05\00") "import at 0x10, import \"a:b/c@1\": \"1.2.03\" is not a semantic version")
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\14" "\01" "\02\07a:b/c@1" "\01" "\01\05.2.3_" "\05\00") "import at 0x10, import \"a:b/c@1\": \"1.2.3_\" is not a semantic version")
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\11" "\01" "\02\05a:b/c" "\01" "\01\04.2.3" "\05\00") "import at 0x10, import \"a:b/c\": a version suffix needs a canonical version before it")
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\18" "\01" "\02\0ba:b/c@1.2.3" "\01" "\01\05-rc.1" "\05\00") "import at 0x10, import \"a:b/c@1.2.3\": a version suffix needs a canonical version before it")
(assert_invalid (component binary
  "\00asm" "\0d\00\01\00"
  "\07\03" "\01" "\42\00"
  "\0a\0d" "\01" "\02\01a" "\01" "\01\04.2.3" "\05\00") "import at 0x10, import \"a\": a version suffix needs a canonical version before it")

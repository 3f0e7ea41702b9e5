;; Explainer.md, Name Uniqueness.

(component definition
  (import "foo" (type (sub resource)))
  (import "foo-bar" (func))
  (import "[constructor]foo" (func (result (own 0))))
  (import "[method]foo.bar" (func (param "self" (borrow 0))))
  (import "[static]foo.baz" (func))
  (import "foo:bar/baz" (instance)))
(assert_invalid (component (import "foo" (func)) (import "foo" (func))) "import at 0x23, import \"foo\": the name is taken already")
(assert_invalid (component (import "foo" (func)) (import "FOO" (func))) "import at 0x23, import \"FOO\": the name is not strongly unique beside \"foo\"")
(assert_invalid (component (import "foo-bar" (func)) (import "foo-BAR" (func))) "import at 0x27, import \"foo-BAR\": the name is not strongly unique beside \"foo-bar\"")
(assert_invalid (component (import "foo-bar" (func)) (import "FOO-bar" (func))) "import at 0x27, import \"FOO-bar\": the name is not strongly unique beside \"foo-bar\"")
(assert_invalid (component
  (import "foo" (type (sub resource)))
  (import "[constructor]foo" (func (result (own 0))))
  (import "[constructor]foo" (func (result (own 0))))) "import at 0x3e, import \"[constructor]foo\": the name is taken already")
(assert_invalid (component
  (import "foo" (type (sub resource)))
  (import "[method]foo.bar" (func (param "self" (borrow 0))))
  (import "[method]foo.BAR" (func (param "self" (borrow 0))))) "import at 0x49, import \"[method]foo.BAR\": the name is not strongly unique beside \"[method]foo.bar\"")
(assert_invalid (component
  (import "foo" (type (sub resource)))
  (import "[method]foo.bar" (func (param "self" (borrow 0))))
  (import "[static]foo.bar" (func))) "import at 0x41, import \"[static]foo.bar\": the name is not strongly unique beside \"[method]foo.bar\"")
(assert_invalid (component
  (import "foo" (type (sub resource)))
  (import "[static]foo.baz" (func))
  (import "[method]foo.baz" (func (param "self" (borrow 0))))) "import at 0x41, import \"[method]foo.baz\": the name is not strongly unique beside \"[static]foo.baz\"")
(assert_invalid (component
  (import "foo" (type (sub resource)))
  (import "[method]foo.foo" (func (param "self" (borrow 0))))) "import at 0x24, import \"[method]foo.foo\": the name is not strongly unique beside \"foo\"")
(assert_invalid (component
  (import "foo" (type (sub resource)))
  (import "[static]foo.foo" (func))) "import at 0x1c, import \"[static]foo.foo\": the name is not strongly unique beside \"foo\"")
(assert_invalid (component
  (import "foo" (type (sub resource)))
  (import "[static]foo.FOO" (func))) "import at 0x1c, import \"[static]foo.FOO\": the name is not strongly unique beside \"foo\"")
(component definition
  (import "foo" (type (sub resource)))
  (import "[constructor]foo" (func (result (own 0))))
  (import "[method]foo.foo-x" (func (param "self" (borrow 0)))))
(assert_invalid (component (import "foo:bar/baz" (instance)) (import "foo:bar/BAZ" (instance))) "import at 0x27, import \"foo:bar/BAZ\": the name is not strongly unique beside \"foo:bar/baz\"")
(assert_invalid (component (import "foo:bar/baz" (instance)) (import "foo:bar/baz" (func))) "import at 0x29, import \"foo:bar/baz\": the name is taken already")
(component definition (import "foo:bar/baz@1.0.0" (instance)) (import "foo:bar/baz@1.0.1" (instance)) (import "foo:bar/baz" (instance)))
(assert_invalid (component (import "foo:bar/baz@1.0.0" (instance)) (import "foo:bar/baz@1.0.0" (instance))) "import at 0x2d, import \"foo:bar/baz@1.0.0\": the name is taken already")
(assert_invalid (component (import "foo:bar/baz@1.0.0-a" (instance)) (import "foo:bar/baz@1.0.0-A" (instance))) "import at 0x2f, import \"foo:bar/baz@1.0.0-A\": the name is not strongly unique beside \"foo:bar/baz@1.0.0-a\"")
;; imports and exports are scopes of their own.
(component definition (import "a" (func)) (export "a" (func 0)))
(component definition (type (component (import "a" (func)) (export "A" (func)))))
(assert_invalid (component (import "f" (func)) (export "a" (func 0)) (export "a" (func 0))) "export at 0x20, export \"a\": the name is taken already")
(assert_invalid (component (import "f" (func)) (export "a" (func 0)) (export "A" (func 0))) "export at 0x20, export \"A\": the name is not strongly unique beside \"a\"")
(assert_invalid (component (type u8) (export "a" (type 0)) (export "A" (type 0))) "export at 0x15, export \"A\": the name is not strongly unique beside \"a\"")
;; the sort does not distinguish.
(assert_invalid (component (import "a" (func)) (import "a" (instance))) "import at 0x1f, import \"a\": the name is taken already")
(assert_invalid (component (import "a" (core module)) (import "A" (component))) "import at 0x1e, import \"A\": the name is not strongly unique beside \"a\"")
;; nor do attributes.
(assert_invalid (component (import "a" (external-id "x") (func)) (import "a" (external-id "y") (func))) "import at 0x25, import \"a\": the name is taken already")
(assert_invalid (component (import "a" (implements "b:c/d") (instance)) (import "a" (implements "b:c/e") (instance))) "import at 0x25, import \"a\": the name is taken already")

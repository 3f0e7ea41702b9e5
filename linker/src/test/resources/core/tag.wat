;; A tag that each instance has for itself.
(module (tag (export "t") (param i32)))

;; Canonical definitions: options, the core types of lifts, and built-ins on resources. Most take their core functions
;; from an imported module, so that nothing else needs to be said about it.
(component
  (component $memory-missing
    (import "f" (func (param "a" string)))
    (core func (canon lower (func 0))))
  (component $memory-missing-for-spilled-params
    (import "f" (func
      (param "a" u8) (param "b" u8) (param "c" u8) (param "d" u8) (param "e" u8) (param "f" u8) (param "g" u8)
      (param "h" u8) (param "i" u8) (param "j" u8) (param "k" u8) (param "l" u8) (param "m" u8) (param "n" u8)
      (param "o" u8) (param "p" u8) (param "q" u8)))
    (core func (canon lower (func 0))))
  (component $memory-missing-for-spilled-result
    (import "f" (func (result (tuple u8 u8))))
    (core func (canon lower (func 0))))
  (component $realloc-missing-in-lower
    (import "f" (func (result string)))
    (core module (memory (export "m") 1))
    (core instance (instantiate 0))
    (alias core export 0 "m" (core memory))
    (core func (canon lower (func 0) (memory 0))))
  (component $realloc-not-needed-in-lower
    (import "f" (func (param "a" string) (result (tuple u8 u8))))
    (core module (memory (export "m") 1))
    (core instance (instantiate 0))
    (alias core export 0 "m" (core memory))
    (core func (canon lower (func 0) (memory 0))))
  (component $realloc-missing-in-lift
    (core module (memory (export "m") 1) (func (export "f") (param i32 i32)))
    (core instance (instantiate 0))
    (alias core export 0 "m" (core memory))
    (alias core export 0 "f" (core func))
    (func (param "a" (list u8)) (canon lift (core func 0) (memory 0))))
  (component $realloc-not-needed-in-lift
    (core module (memory (export "m") 1) (func (export "f") (result i32) i32.const 0))
    (core instance (instantiate 0))
    (alias core export 0 "m" (core memory))
    (alias core export 0 "f" (core func))
    (func (result string) (canon lift (core func 0) (memory 0))))
  (component $realloc-without-memory
    (import "f" (func))
    (core module (func (export "r") (param i32 i32 i32 i32) (result i32) unreachable))
    (core instance (instantiate 0))
    (alias core export 0 "r" (core func))
    (core func (canon lower (func 0) (realloc 0))))
  (component $memory-twice
    (import "f" (func))
    (core module (memory (export "m") 1))
    (core instance (instantiate 0))
    (alias core export 0 "m" (core memory))
    (core func (canon lower (func 0) (memory 0) (memory 0))))
  (component $encoding-twice
    (import "f" (func))
    (core func (canon lower (func 0) string-encoding=utf8 string-encoding=utf16)))
  (component $memory-index (import "f" (func)) (core func (canon lower (func 0) (memory 0))))
  (component $realloc-of-another-type
    (import "f" (func))
    (core module (memory (export "m") 1) (func (export "r") (param i32 i32 i32) (result i32) unreachable))
    (core instance (instantiate 0))
    (alias core export 0 "m" (core memory))
    (alias core export 0 "r" (core func))
    (core func (canon lower (func 0) (memory 0) (realloc 0))))
  (component $memory64
    (import "f" (func (param "a" string)))
    (import "m" (core module (export "m" (memory i64 1))))
    (core instance (instantiate 0))
    (alias core export 0 "m" (core memory))
    (core func (canon lower (func 0) (memory 0))))
  (component $post-return-of-another-type
    (core module (func (export "f") (result i32) i32.const 0) (func (export "p") (param i64)))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (alias core export 0 "p" (core func))
    (func (result u32) (canon lift (core func 0) (post-return 1))))
  (component $post-return
    (core module (func (export "f") (result i32) i32.const 0) (func (export "p") (param i32)))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (alias core export 0 "p" (core func))
    (func (result u32) (canon lift (core func 0) (post-return 1))))
  (component $post-return-twice
    (core module (func (export "f")))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (func (canon lift (core func 0) (post-return 0) (post-return 0))))
  (component $post-return-in-lower
    (import "f" (func))
    (core module (func (export "p")))
    (core instance (instantiate 0))
    (alias core export 0 "p" (core func))
    (core func (canon lower (func 0) (post-return 0))))
  (component $callback-without-async
    (core module (func (export "f")) (func (export "c") (param i32 i32 i32) (result i32) unreachable))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (alias core export 0 "c" (core func))
    (func (canon lift (core func 0) (callback 1))))
  (component $callback-of-another-type
    (core module (func (export "f") (result i32) i32.const 0))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (func async (canon lift (core func 0) async (callback 0))))
  (component $async-with-post-return
    (core module (func (export "f")))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (func async (canon lift (core func 0) async (post-return 0))))
  (component $async-lower-of-a-sync-func
    (import "f" (func))
    (core func (canon lower (func 0) async)))
  (component $async-lift-of-a-sync-func
    (core module
      (func (export "f") (result i32) i32.const 0)
      (func (export "c") (param i32 i32 i32) (result i32) unreachable))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (alias core export 0 "c" (core func))
    (func (canon lift (core func 0) async (callback 1))))
  (component $async-lift
    (core module
      (func (export "f") (result i32) i32.const 0)
      (func (export "c") (param i32 i32 i32) (result i32) unreachable))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (alias core export 0 "c" (core func))
    (func async (canon lift (core func 0) async (callback 1))))
  (component $async-lower-with-five-params
    (import "f" (func async (param "a" u8) (param "b" u8) (param "c" u8) (param "d" u8) (param "e" u8)))
    (core func (canon lower (func 0) async)))
  (component $lift-of-another-core-type
    (core module (func (export "f") (param i32)))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (func (param "a" u64) (result f32) (canon lift (core func 0))))
  (component $lift-without-the-pointer-to-the-result
    (core module (memory (export "m") 1) (func (export "f") (result i32 i32) i32.const 0 i32.const 0))
    (core instance (instantiate 0))
    (alias core export 0 "m" (core memory))
    (alias core export 0 "f" (core func))
    (func (result string) (canon lift (core func 0) (memory 0))))
  (component $lift-to-a-value-type
    (type u8)
    (core module (func (export "f")))
    (core instance (instantiate 0))
    (alias core export 0 "f" (core func))
    (func (type 0) (canon lift (core func 0))))
  (component $lower-used-where-another-is-needed
    (import "f" (func (param "a" u64)))
    (core func (canon lower (func 0)))
    (core instance (export "f" (func 0)))
    (core module (import "a" "f" (func (param i32))))
    (core instance (instantiate 0 (with "a" (instance 0)))))
  (component $resource-new-of-an-import
    (import "r" (type (sub resource)))
    (core func (canon resource.new 0)))
  (component $resource-rep-of-an-import
    (import "r" (type (sub resource)))
    (core func (canon resource.rep 0)))
  (component $resource-new-of-an-instance
    (component $make (type (resource (rep i32))) (export "r" (type 0)))
    (instance (instantiate $make))
    (alias export 0 "r" (type))
    (core func (canon resource.new 0)))
  (component $resource-rep-outside
    (type (resource (rep i32)))
    (component
      (import "r" (type (sub resource)))
      (core func (canon resource.rep 0)))
    (instance (instantiate 0 (with "r" (type 0)))))
  (component $resource-drop-of-a-value-type
    (type u8)
    (core func (canon resource.drop 0)))
  (component $resource-builtins
    (import "r" (type (sub resource)))
    (type (resource (rep i32)))
    (export "s" (type 1))
    (core func (canon resource.drop 0))
    (core func (canon resource.new 1))
    (core func (canon resource.rep 1))
    (core func (canon resource.drop 1))
    (core func (canon resource.new 2))
    (core func (canon resource.rep 2)))
  (component $representation-i64 (type (resource (rep i64))))
  (component $destructor-of-another-type
    (core module (func (export "d") (param i64)))
    (core instance (instantiate 0))
    (alias core export 0 "d" (core func))
    (type (resource (rep i32) (dtor (core func 0)))))
  (component $destructor
    (core module (func (export "d") (param i32)))
    (core instance (instantiate 0))
    (alias core export 0 "d" (core func))
    (type (resource (rep i32) (dtor (core func 0)))))
  (component $destructor-index (type (resource (rep i32) (dtor (core func 3)))))
  (component $stream-read-of-a-future
    (type (future u8))
    (core module (memory (export "m") 1))
    (core instance (instantiate 0))
    (alias core export 0 "m" (core memory))
    (core func (canon stream.read 0 async (memory 0))))
  (component $future-new-of-a-value-type (type u8) (core func (canon future.new 0)))
  (component $stream-read-without-memory (type (stream u8)) (core func (canon stream.read 0 async)))
  (component $task-return-without-memory (core func (canon task.return (result string))))
  (component $task-return-with-realloc
    (core module (memory (export "m") 1) (func (export "r") (param i32 i32 i32 i32) (result i32) unreachable))
    (core instance (instantiate 0))
    (alias core export 0 "m" (core memory))
    (alias core export 0 "r" (core func))
    (core func (canon task.return (result string) (memory 0) (realloc 0))))
  (component $task-return
    (core module (memory (export "m") 1))
    (core instance (instantiate 0))
    (alias core export 0 "m" (core memory))
    (core func (canon task.return (result string) (memory 0) string-encoding=utf16)))
  (component $stream-read-without-realloc
    (type (stream string))
    (core module (memory (export "m") 1))
    (core instance (instantiate 0))
    (alias core export 0 "m" (core memory))
    (core func (canon stream.read 0 async (memory 0))))
  (component $stream-write-without-realloc
    (type (stream string))
    (core module (memory (export "m") 1))
    (core instance (instantiate 0))
    (alias core export 0 "m" (core memory))
    (core func (canon stream.write 0 async (memory 0))))
  (component $future-without-a-value (type (future)) (core func (canon future.read 0 async)))
  (component $context-i64 (core func (canon context.get i64 0)))
  (component $context-slot-1 (core func (canon context.set i32 1)))
  (component $context-slot-2 (core func (canon context.get i32 2)))
  (component $waitable-set-wait-memory (core func (canon waitable-set.wait (memory 0)))))

;; World acme:shop/shop of ../wat-shop/wit as component text, with no function of an import but those that it calls: of sessions open and get. A receipt
;; names the customer whom sessions has for the cart. Any error of a store or of the configuration is a trap.
(component $shop
  (import "sessions" (implements "wasi:keyvalue/store@0.2.0-draft") (external-id "session-db:eu-west-1") (instance $sessions
    (type $error' (variant (case "no-such-store") (case "access-denied") (case "other" string)))
    (export "error" (type $error (eq $error')))
    (export "bucket" (type $bucket (sub resource)))
    (export "open" (func (param "identifier" string) (result (result (own $bucket) (error $error)))))
    (export "[method]bucket.get"
      (func (param "self" (borrow $bucket)) (param "key" string) (result (result (option (list u8)) (error $error)))))))
  (import "cache" (implements "wasi:keyvalue/store@0.2.0-draft") (instance $cache
    (type $error' (variant (case "no-such-store") (case "access-denied") (case "other" string)))
    (export "error" (type $error (eq $error')))
    (export "bucket" (type $bucket (sub resource)))
    (export "open" (func (param "identifier" string) (result (result (own $bucket) (error $error)))))
    (export "[method]bucket.get"
      (func (param "self" (borrow $bucket)) (param "key" string) (result (result (option (list u8)) (error $error)))))
    (export "[method]bucket.set"
      (func (param "self" (borrow $bucket)) (param "key" string) (param "value" (list u8)) (result (result (error $error)))))))
  (import "audit" (instance $audit (export "record" (func (param "line" string)))))
  (import "wasi:config/store@0.2.0-rc.1" (instance $config
    (type $error' (variant (case "upstream" string) (case "io" string)))
    (export "error" (type $error (eq $error')))
    (export "get" (func (param "key" string) (result (result (option string) (error $error)))))))
  (alias export $sessions "bucket" (type $sessions-bucket))
  (alias export $cache "bucket" (type $cache-bucket))

  (core module $Mem
    (memory (export "memory") 1)
    (global $top (mut i32) (i32.const 128))
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
      (local $p i32)
      (local.set $p (i32.and (i32.add (global.get $top) (i32.sub (local.get $align) (i32.const 1)))
                             (i32.sub (i32.const 0) (local.get $align))))
      (global.set $top (i32.add (local.get $p) (local.get $size)))
      (loop $more
        (if (i32.gt_u (global.get $top) (i32.shl (memory.size) (i32.const 16)))
          (then (if (i32.eq (memory.grow (i32.const 1)) (i32.const -1)) (then unreachable)) (br $more))))
      (local.get $p))
    (func (export "reset") (global.set $top (i32.const 128))))
  (core instance $mem (instantiate $Mem))
  (alias core export $mem "memory" (core memory $memory))
  (alias core export $mem "realloc" (core func $realloc))

  (core func $sessions-open (canon lower (func $sessions "open") (memory $memory) (realloc $realloc)))
  (core func $sessions-get (canon lower (func $sessions "[method]bucket.get") (memory $memory) (realloc $realloc)))
  (core func $sessions-drop (canon resource.drop $sessions-bucket))
  (core func $cache-open (canon lower (func $cache "open") (memory $memory) (realloc $realloc)))
  (core func $cache-get (canon lower (func $cache "[method]bucket.get") (memory $memory) (realloc $realloc)))
  (core func $cache-set (canon lower (func $cache "[method]bucket.set") (memory $memory) (realloc $realloc)))
  (core func $cache-drop (canon resource.drop $cache-bucket))
  (core func $audit-record (canon lower (func $audit "record") (memory $memory)))
  (core func $config-get (canon lower (func $config "get") (memory $memory) (realloc $realloc)))

  (core module $Main
    (import "sessions" "open" (func $sessions-open (param i32 i32 i32)))
    (import "sessions" "get" (func $sessions-get (param i32 i32 i32 i32)))
    (import "sessions" "drop" (func $sessions-drop (param i32)))
    (import "cache" "open" (func $cache-open (param i32 i32 i32)))
    (import "cache" "get" (func $cache-get (param i32 i32 i32 i32)))
    (import "cache" "set" (func $cache-set (param i32 i32 i32 i32 i32 i32)))
    (import "cache" "drop" (func $cache-drop (param i32)))
    (import "audit" "record" (func $audit-record (param i32 i32)))
    (import "config" "get" (func $config-get (param i32 i32 i32)))
    (import "mem" "memory" (memory 1))
    (import "mem" "realloc" (func $realloc (param i32 i32 i32 i32) (result i32)))
    (import "mem" "reset" (func $reset))
    (global $count (mut i32) (i32.const 0))

    ;; Constants; from 64 what imports return, at 96 what checkout returns.
    (data (i32.const 0) "main")
    (data (i32.const 4) "hot")
    (data (i32.const 8) "greeting")
    (data (i32.const 16) "checkout")
    (data (i32.const 24) "receipt for")
    (data (i32.const 40) "by")

    ;; Every result of an import has its discriminant first.
    (func $check (if (i32.load8_u (i32.const 64)) (then unreachable)))

    ;; Two texts with a space between them.
    (func $join (param $a i32) (param $a-len i32) (param $b i32) (param $b-len i32) (result i32 i32)
      (local $p i32) (local $len i32)
      (local.set $len (i32.add (i32.add (local.get $a-len) (local.get $b-len)) (i32.const 1)))
      (local.set $p (call $realloc (i32.const 0) (i32.const 0) (i32.const 1) (local.get $len)))
      (memory.copy (local.get $p) (local.get $a) (local.get $a-len))
      (i32.store8 (i32.add (local.get $p) (local.get $a-len)) (i32.const 32))
      (memory.copy (i32.add (i32.add (local.get $p) (local.get $a-len)) (i32.const 1)) (local.get $b) (local.get $b-len))
      (local.get $p) (local.get $len))

    ;; The receipt: the greeting of the configuration, or one of our own, the cart, and its customer if one is known.
    (func $receipt (param $cart i32) (param $cart-len i32) (result i32 i32)
      (local $main i32) (local $p i32) (local $len i32)
      (call $config-get (i32.const 8) (i32.const 8) (i32.const 64))
      (call $check)
      (if (result i32 i32) (i32.load8_u (i32.const 68))
        (then (i32.load (i32.const 72)) (i32.load (i32.const 76)))
        (else (i32.const 24) (i32.const 11)))
      (local.get $cart) (local.get $cart-len)
      (call $join)
      (local.set $len)
      (local.set $p)
      (call $sessions-open (i32.const 0) (i32.const 4) (i32.const 64))
      (call $check)
      (local.set $main (i32.load (i32.const 68)))
      (call $sessions-get (local.get $main) (local.get $cart) (local.get $cart-len) (i32.const 64))
      (call $check)
      (call $sessions-drop (local.get $main))
      (if (result i32 i32) (i32.load8_u (i32.const 68))
        (then
          (local.get $p) (local.get $len)
          (i32.const 40) (i32.const 2)
          (call $join)
          (i32.load (i32.const 72)) (i32.load (i32.const 76))
          (call $join))
        (else (local.get $p) (local.get $len))))

    (func (export "checkout") (param $cart i32) (param $cart-len i32) (result i32)
      (local $hot i32) (local $p i32) (local $len i32)
      (global.set $count (i32.add (global.get $count) (i32.const 1)))
      (call $cache-open (i32.const 4) (i32.const 3) (i32.const 64))
      (call $check)
      (local.set $hot (i32.load (i32.const 68)))
      (call $cache-get (local.get $hot) (local.get $cart) (local.get $cart-len) (i32.const 64))
      (call $check)
      (if (i32.load8_u (i32.const 68))
        (then
          (local.set $p (i32.load (i32.const 72)))
          (local.set $len (i32.load (i32.const 76))))
        (else
          (call $receipt (local.get $cart) (local.get $cart-len))
          (local.set $len)
          (local.set $p)
          (call $cache-set
            (local.get $hot) (local.get $cart) (local.get $cart-len) (local.get $p) (local.get $len) (i32.const 64))
          (call $check)
          (call $join (i32.const 16) (i32.const 8) (local.get $cart) (local.get $cart-len))
          (call $audit-record)))
      (call $cache-drop (local.get $hot))
      (i32.store (i32.const 96) (local.get $p))
      (i32.store (i32.const 100) (local.get $len))
      (i32.const 96))

    ;; How many carts there were since the start.
    (func (export "pending") (result i32) (global.get $count))

    (func (export "checked-out") (param i32) (call $reset)))
  (core instance $main (instantiate $Main
    (with "sessions" (instance
      (export "open" (func $sessions-open)) (export "get" (func $sessions-get)) (export "drop" (func $sessions-drop))))
    (with "cache" (instance
      (export "open" (func $cache-open)) (export "get" (func $cache-get))
      (export "set" (func $cache-set)) (export "drop" (func $cache-drop))))
    (with "audit" (instance (export "record" (func $audit-record))))
    (with "config" (instance (export "get" (func $config-get))))
    (with "mem" (instance $mem))))

  (func (export "checkout") (param "cart" string) (result string)
    (canon lift (core func $main "checkout") (memory $memory) (realloc $realloc) (post-return (core func $main "checked-out"))))
  (func $pending (result u32) (canon lift (core func $main "pending")))
  (instance $desk (export "pending" (func $pending)))
  (export "admin" (implements "acme:shop/desk@1.0.0") (instance $desk))
)

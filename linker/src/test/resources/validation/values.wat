;; Rules of value types and function types.
(component
  (component $record-without-fields (type (record)))
  (component $variant-without-cases (type (variant)))
  (component $enum-without-cases (type (enum)))
  (component $flags-without-flags (type (flags)))
  (component $tuple-without-elements (type (tuple)))
  (component $fields-of-one-name (type (record (field "a" u8) (field "a" u16))))
  (component $fields-in-other-case (type (record (field "a-b" u8) (field "a-B" u16))))
  (component $field-not-a-label (type (record (field "a_b" u8))))
  (component $cases-of-one-name (type (variant (case "a") (case "A" u16))))
  (component $case-not-a-label (type (variant (case ""))))
  (component $enum-cases-of-one-name (type (enum "x" "y" "x")))
  (component $flags-of-one-name (type (flags "x" "x")))
  (component $params-of-one-name (type (func (param "a" u8) (param "a" u8))))
  (component $param-not-a-label (type (func (param "1a" u8))))
  (component $flags-32 (type (flags
    "a1" "a2" "a3" "a4" "a5" "a6" "a7" "a8" "a9" "a10" "a11" "a12" "a13" "a14" "a15" "a16" "a17" "a18" "a19" "a20"
    "a21" "a22" "a23" "a24" "a25" "a26" "a27" "a28" "a29" "a30" "a31" "a32")))
  (component $flags-33 (type (flags
    "a1" "a2" "a3" "a4" "a5" "a6" "a7" "a8" "a9" "a10" "a11" "a12" "a13" "a14" "a15" "a16" "a17" "a18" "a19" "a20"
    "a21" "a22" "a23" "a24" "a25" "a26" "a27" "a28" "a29" "a30" "a31" "a32" "a33")))
  (component $map-keys
    (type (map bool u8))
    (type (map s8 u8))
    (type (map u64 u8))
    (type (map char u8))
    (type (map string (list string))))
  (component $map-of-f32 (type (map f32 u8)))
  (component $map-of-f64 (type (map f64 u8)))
  (component $map-of-a-list (type (list u8)) (type (map 0 u8)))
  (component $map-of-a-named-string (type string) (type (map 0 u8)))
  (component $borrow-in-result (import "r" (type (sub resource))) (type (func (result (borrow 0)))))
  (component $borrow-inside-a-result
    (import "r" (type (sub resource)))
    (type (func (param "a" (borrow 0)) (result (list (tuple u8 (option (borrow 0))))))))
  (component $borrow-in-a-param
    (import "r" (type (sub resource)))
    (type (func (param "a" (list (borrow 0))) (result (own 0)))))
  (component $borrow-in-a-stream (import "r" (type (sub resource))) (type (stream (borrow 0))))
  (component $borrow-in-a-future (import "r" (type (sub resource))) (type (future (option (borrow 0)))))
  (component $stream-of-char (type (stream char)))
  (component $stream-of-a-named-char (type char) (type (stream 0)))
  (component $future-of-char (type (future char)))
  (component $stream-of-lists-of-char (type (stream (list char))))
  (component $fixed-length-list-of-none (type (list u8 0))))

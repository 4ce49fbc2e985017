;; Unpacks zlib streams (RFC 1950, RFC 1951) from one place of the memory to another. Node's own makes a stream and a buffer for each of
;; hundreds of thousands of small entries: half of the time of a scan, and memory that comes back late.
(module
  (import "env" "memory" (memory 1))

  ;; Scratch, below 8192 (see workshop.ts). Codes are as in RFC 1951: how many there are of each length, and the symbols in
  ;; order; a table holds `symbol << 4 | length` for all that begins with a code of at most its number of bits.
  ;;   0 order of code lengths   32 lengths   480 offsets
  ;;   384 counts   512 symbols   1280 table of 10 bits   of literals and lengths
  ;;   416 counts  1088 symbols   3328 table of 8 bits    of distances
  ;;   448 counts  1152 symbols   3840 table of 7 bits    of code lengths
  ;;  4096 table of 10 bits, 6144 table of 8 bits         of the fixed code
  (data (i32.const 0) "\10\11\12\00\08\07\09\06\0a\05\0b\04\0c\03\0d\02\0e\01\0f")

  ;; Bits that were read and not yet taken, how many, and where the next stand. Behind the end of the input 16 bytes can be read.
  (global $bits (mut i64) (i64.const 0))
  (global $have (mut i32) (i32.const 0))
  (global $at (mut i32) (i32.const 0))
  (global $end (mut i32) (i32.const 0))
  ;; Where the output begins, where its next byte goes, and where its room ends.
  (global $from (mut i32) (i32.const 0))
  (global $to (mut i32) (i32.const 0))
  (global $room (mut i32) (i32.const 0))

  ;; Whether more was taken than there is, or will be with the next symbol.
  (func $short (param $spare i32) (result i32)
    (i32.gt_u (i32.add (i32.sub (global.get $at) (i32.shr_u (global.get $have) (i32.const 3))) (local.get $spare)) (global.get $end)))

  ;; Takes at most 16 bits.
  (func $take (param $count i32) (result i32)
    (local $value i32)
    (if (i32.lt_u (global.get $have) (i32.const 16))
      (then
        (global.set $bits (i64.or (global.get $bits) (i64.shl (i64.load align=1 (global.get $at)) (i64.extend_i32_u (global.get $have)))))
        (global.set $at (i32.add (global.get $at) (i32.shr_u (i32.sub (i32.const 63) (global.get $have)) (i32.const 3))))
        (global.set $have (i32.or (global.get $have) (i32.const 56)))))
    (local.set $value (i32.and (i32.wrap_i64 (global.get $bits)) (i32.sub (i32.shl (i32.const 1) (local.get $count)) (i32.const 1))))
    (global.set $bits (i64.shr_u (global.get $bits) (i64.extend_i32_u (local.get $count))))
    (global.set $have (i32.sub (global.get $have) (local.get $count)))
    (local.get $value))

  ;; Makes a code of `count` lengths; 0 when they are those of none. With `lone` a single code of one bit, or none, will do.
  (func $build (param $lengths i32) (param $count i32) (param $counts i32) (param $symbols i32) (param $table i32) (param $width i32)
               (param $lone i32) (result i32)
    (local $i i32) (local $length i32) (local $left i32) (local $longest i32) (local $place i32) (local $reversed i32) (local $bit i32)
    (local $entry i32) (local $size i32)
    (memory.fill (local.get $counts) (i32.const 0) (i32.const 32))
    (block $counted (loop $each
      (br_if $counted (i32.ge_u (local.get $i) (local.get $count)))
      (local.set $place (i32.add (local.get $counts) (i32.shl (i32.load8_u (i32.add (local.get $lengths) (local.get $i))) (i32.const 1))))
      (i32.store16 (local.get $place) (i32.add (i32.load16_u (local.get $place)) (i32.const 1)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $each)))
    ;; Neither more codes than there can be, nor fewer.
    (local.set $left (i32.const 1))
    (local.set $length (i32.const 1))
    (i32.store16 offset=482 (i32.const 0) (i32.const 0))
    (loop $each
      (local.set $i (i32.load16_u (i32.add (local.get $counts) (i32.shl (local.get $length) (i32.const 1)))))
      (if (local.get $i) (then (local.set $longest (local.get $length))))
      (local.set $left (i32.sub (i32.shl (local.get $left) (i32.const 1)) (local.get $i)))
      (if (i32.lt_s (local.get $left) (i32.const 0)) (then (return (i32.const 0))))
      (local.set $place (i32.shl (local.get $length) (i32.const 1)))
      (if (i32.lt_u (local.get $length) (i32.const 15))
        (then (i32.store16 offset=482 (local.get $place) (i32.add (i32.load16_u offset=480 (local.get $place)) (local.get $i)))))
      (local.set $length (i32.add (local.get $length) (i32.const 1)))
      (br_if $each (i32.le_u (local.get $length) (i32.const 15))))
    (if (i32.and (i32.gt_s (local.get $left) (i32.const 0))
                 (i32.or (i32.eqz (local.get $lone)) (i32.gt_u (local.get $longest) (i32.const 1))))
      (then (return (i32.const 0))))
    (local.set $i (i32.const 0))
    (block $sorted (loop $each
      (br_if $sorted (i32.ge_u (local.get $i) (local.get $count)))
      (local.set $length (i32.load8_u (i32.add (local.get $lengths) (local.get $i))))
      (if (local.get $length)
        (then
          (local.set $place (i32.add (i32.const 480) (i32.shl (local.get $length) (i32.const 1))))
          (local.set $left (i32.load16_u (local.get $place)))
          (i32.store16 (local.get $place) (i32.add (local.get $left) (i32.const 1)))
          (i32.store16 (i32.add (local.get $symbols) (i32.shl (local.get $left) (i32.const 1))) (local.get $i))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $each)))
    ;; The table: codes in order, their bits reversed, as they stand in the stream.
    (local.set $size (i32.shl (i32.const 2) (local.get $width)))
    (memory.fill (local.get $table) (i32.const 0) (local.get $size))
    (local.set $length (i32.const 1))
    (local.set $place (local.get $symbols))
    (block $filled (loop $each
      (br_if $filled (i32.or (i32.gt_u (local.get $length) (local.get $width)) (i32.gt_u (local.get $length) (local.get $longest))))
      (local.set $count (i32.load16_u (i32.add (local.get $counts) (i32.shl (local.get $length) (i32.const 1)))))
      (block $next (loop $code
        (br_if $next (i32.eqz (local.get $count)))
        (local.set $entry (i32.or (i32.shl (i32.load16_u (local.get $place)) (i32.const 4)) (local.get $length)))
        (local.set $i (i32.shl (local.get $reversed) (i32.const 1)))
        (loop $fill
          (i32.store16 (i32.add (local.get $table) (local.get $i)) (local.get $entry))
          (local.set $i (i32.add (local.get $i) (i32.shl (i32.const 2) (local.get $length))))
          (br_if $fill (i32.lt_u (local.get $i) (local.get $size))))
        (local.set $bit (i32.shl (i32.const 1) (i32.sub (local.get $length) (i32.const 1))))
        (block $found (loop $carry
          (br_if $found (i32.eqz (i32.and (local.get $reversed) (local.get $bit))))
          (local.set $bit (i32.shr_u (local.get $bit) (i32.const 1)))
          (br $carry)))
        (local.set $reversed (select
          (i32.or (i32.and (local.get $reversed) (i32.sub (local.get $bit) (i32.const 1))) (local.get $bit))
          (i32.const 0)
          (local.get $bit)))
        (local.set $place (i32.add (local.get $place) (i32.const 2)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $code)))
      (local.set $length (i32.add (local.get $length) (i32.const 1)))
      (br $each)))
    (i32.const 1))

  ;; A code longer than its table is wide, bit by bit: `symbol << 4 | length`; 0 when there is none.
  (func $long (param $bits i32) (param $counts i32) (param $symbols i32) (result i32)
    (local $code i32) (local $first i32) (local $index i32) (local $length i32) (local $count i32)
    (local.set $length (i32.const 1))
    (loop $each
      (local.set $code (i32.or (local.get $code) (i32.and (local.get $bits) (i32.const 1))))
      (local.set $bits (i32.shr_u (local.get $bits) (i32.const 1)))
      (local.set $count (i32.load16_u (i32.add (local.get $counts) (i32.shl (local.get $length) (i32.const 1)))))
      (if (i32.lt_s (i32.sub (local.get $code) (local.get $count)) (local.get $first))
        (then (return (i32.or
          (i32.shl
            (i32.load16_u (i32.add (local.get $symbols) (i32.shl
              (i32.add (local.get $index) (i32.sub (local.get $code) (local.get $first))) (i32.const 1))))
            (i32.const 4))
          (local.get $length)))))
      (local.set $index (i32.add (local.get $index) (local.get $count)))
      (local.set $first (i32.shl (i32.add (local.get $first) (local.get $count)) (i32.const 1)))
      (local.set $code (i32.shl (local.get $code) (i32.const 1)))
      (local.set $length (i32.add (local.get $length) (i32.const 1)))
      (br_if $each (i32.le_u (local.get $length) (i32.const 15))))
    (i32.const 0))

  ;; What a part of the stream came to: 0 its end, 1 that of the input, 2 that of the room, 3 damage. Near the end of the input, what
  ;; looks like damage may be what is missing.
  (func $damage (result i32)
    (select (i32.const 1) (i32.const 3) (call $short (i32.const 8))))

  ;; Follows the codes of a block.
  (func $codes (param $literals i32) (param $distances i32) (result i32)
    (local $bits i64) (local $have i32) (local $at i32) (local $end i32) (local $to i32) (local $room i32)
    (local $entry i32) (local $count i32) (local $length i32) (local $distance i32) (local $source i32) (local $good i32) (local $came i32)
    (local.set $bits (global.get $bits))
    (local.set $have (global.get $have))
    (local.set $at (global.get $at))
    (local.set $end (global.get $end))
    (local.set $to (global.get $to))
    (local.set $room (global.get $room))
    (local.set $good (local.get $to))
    (block $out
      (loop $symbol
        ;; The last symbol was made of bits that are not there.
        (if (i32.gt_u (i32.sub (local.get $at) (i32.shr_u (local.get $have) (i32.const 3))) (local.get $end))
          (then
            (local.set $to (local.get $good))
            (local.set $came (i32.const 1))
            (br $out)))
        (local.set $good (local.get $to))
        ;; Enough for a length and a distance.
        (if (i32.lt_u (local.get $have) (i32.const 48))
          (then
            (local.set $bits (i64.or (local.get $bits) (i64.shl (i64.load align=1 (local.get $at)) (i64.extend_i32_u (local.get $have)))))
            (local.set $at (i32.add (local.get $at) (i32.shr_u (i32.sub (i32.const 63) (local.get $have)) (i32.const 3))))
            (local.set $have (i32.or (local.get $have) (i32.const 56)))))
        (local.set $entry (i32.load16_u (i32.add (local.get $literals) (i32.shl (i32.and (i32.wrap_i64 (local.get $bits)) (i32.const 1023)) (i32.const 1)))))
        (if (i32.eqz (local.get $entry))
          (then
            (local.set $entry (call $long (i32.wrap_i64 (local.get $bits)) (i32.const 384) (i32.const 512)))
            (if (i32.eqz (local.get $entry))
              (then
                (local.set $came (i32.const 3))
                (br $out)))))
        (local.set $count (i32.and (local.get $entry) (i32.const 15)))
        (local.set $bits (i64.shr_u (local.get $bits) (i64.extend_i32_u (local.get $count))))
        (local.set $have (i32.sub (local.get $have) (local.get $count)))
        (local.set $length (i32.shr_u (local.get $entry) (i32.const 4)))
        (if (i32.lt_u (local.get $length) (i32.const 256))
          (then
            (if (i32.ge_u (local.get $to) (local.get $room))
              (then
                (local.set $came (i32.const 2))
                (br $out)))
            (i32.store8 (local.get $to) (local.get $length))
            (local.set $to (i32.add (local.get $to) (i32.const 1)))
            (br $symbol)))
        (br_if $out (i32.eq (local.get $length) (i32.const 256)))
        (local.set $length (i32.sub (local.get $length) (i32.const 257)))
        (local.set $came (i32.const 3))
        (br_if $out (i32.gt_u (local.get $length) (i32.const 28)))
        (if (i32.lt_u (local.get $length) (i32.const 8))
          (then (local.set $length (i32.add (local.get $length) (i32.const 3))))
          (else (if (i32.eq (local.get $length) (i32.const 28))
            (then (local.set $length (i32.const 258)))
            (else
              (local.set $count (i32.sub (i32.shr_u (local.get $length) (i32.const 2)) (i32.const 1)))
              (local.set $length (i32.add
                (i32.add (i32.shl (i32.add (i32.and (local.get $length) (i32.const 3)) (i32.const 4)) (local.get $count)) (i32.const 3))
                (i32.and (i32.wrap_i64 (local.get $bits)) (i32.sub (i32.shl (i32.const 1) (local.get $count)) (i32.const 1)))))
              (local.set $bits (i64.shr_u (local.get $bits) (i64.extend_i32_u (local.get $count))))
              (local.set $have (i32.sub (local.get $have) (local.get $count)))))))
        (local.set $entry (i32.load16_u (i32.add (local.get $distances) (i32.shl (i32.and (i32.wrap_i64 (local.get $bits)) (i32.const 255)) (i32.const 1)))))
        (if (i32.eqz (local.get $entry))
          (then (local.set $entry (call $long (i32.wrap_i64 (local.get $bits)) (i32.const 416) (i32.const 1088)))))
        (br_if $out (i32.eqz (local.get $entry)))
        (local.set $count (i32.and (local.get $entry) (i32.const 15)))
        (local.set $bits (i64.shr_u (local.get $bits) (i64.extend_i32_u (local.get $count))))
        (local.set $have (i32.sub (local.get $have) (local.get $count)))
        (local.set $distance (i32.shr_u (local.get $entry) (i32.const 4)))
        (br_if $out (i32.gt_u (local.get $distance) (i32.const 29)))
        (if (i32.lt_u (local.get $distance) (i32.const 4))
          (then (local.set $distance (i32.add (local.get $distance) (i32.const 1))))
          (else
            (local.set $count (i32.sub (i32.shr_u (local.get $distance) (i32.const 1)) (i32.const 1)))
            (local.set $distance (i32.add
              (i32.add (i32.shl (i32.add (i32.and (local.get $distance) (i32.const 1)) (i32.const 2)) (local.get $count)) (i32.const 1))
              (i32.and (i32.wrap_i64 (local.get $bits)) (i32.sub (i32.shl (i32.const 1) (local.get $count)) (i32.const 1)))))
            (local.set $bits (i64.shr_u (local.get $bits) (i64.extend_i32_u (local.get $count))))
            (local.set $have (i32.sub (local.get $have) (local.get $count)))))
        (br_if $out (i32.gt_u (local.get $distance) (i32.sub (local.get $to) (global.get $from))))
        (local.set $came (i32.const 2))
        (br_if $out (i32.gt_u (local.get $length) (i32.sub (local.get $room) (local.get $to))))
        (local.set $came (i32.const 0))
        (local.set $source (i32.sub (local.get $to) (local.get $distance)))
        (if (i32.ge_u (local.get $distance) (i32.const 8))
          (then (block $done (loop $eight
            (br_if $done (i32.lt_u (local.get $length) (i32.const 8)))
            (i64.store align=1 (local.get $to) (i64.load align=1 (local.get $source)))
            (local.set $to (i32.add (local.get $to) (i32.const 8)))
            (local.set $source (i32.add (local.get $source) (i32.const 8)))
            (local.set $length (i32.sub (local.get $length) (i32.const 8)))
            (br $eight)))))
        (loop $one
          (br_if $symbol (i32.eqz (local.get $length)))
          (i32.store8 (local.get $to) (i32.load8_u (local.get $source)))
          (local.set $to (i32.add (local.get $to) (i32.const 1)))
          (local.set $source (i32.add (local.get $source) (i32.const 1)))
          (local.set $length (i32.sub (local.get $length) (i32.const 1)))
          (br $one))))
    (global.set $bits (local.get $bits))
    (global.set $have (local.get $have))
    (global.set $at (local.get $at))
    (global.set $to (local.get $to))
    (if (i32.eq (local.get $came) (i32.const 3)) (then (return (call $damage))))
    (local.get $came))

  ;; A block of bytes as they are.
  (func $stored (result i32)
    (local $place i32) (local $count i32) (local $came i32)
    (local.set $place (i32.sub (global.get $at) (i32.shr_u (global.get $have) (i32.const 3))))
    (if (i32.gt_u (i32.add (local.get $place) (i32.const 4)) (global.get $end)) (then (return (i32.const 1))))
    (local.set $count (i32.load16_u align=1 (local.get $place)))
    (if (i32.ne (i32.xor (local.get $count) (i32.const 0xffff)) (i32.load16_u offset=2 align=1 (local.get $place)))
      (then (return (i32.const 3))))
    (local.set $place (i32.add (local.get $place) (i32.const 4)))
    (if (i32.gt_u (local.get $count) (i32.sub (global.get $end) (local.get $place)))
      (then
        (local.set $count (i32.sub (global.get $end) (local.get $place)))
        (local.set $came (i32.const 1))))
    (if (i32.gt_u (local.get $count) (i32.sub (global.get $room) (global.get $to)))
      (then
        (local.set $count (i32.sub (global.get $room) (global.get $to)))
        (local.set $came (i32.const 2))))
    (memory.copy (global.get $to) (local.get $place) (local.get $count))
    (global.set $to (i32.add (global.get $to) (local.get $count)))
    (global.set $at (i32.add (local.get $place) (local.get $count)))
    (global.set $bits (i64.const 0))
    (global.set $have (i32.const 0))
    (local.get $came))

  ;; A block that begins with its own codes.
  (func $dynamic (result i32)
    (local $literals i32) (local $distances i32) (local $count i32) (local $i i32) (local $entry i32) (local $value i32) (local $repeat i32)
    (local.set $literals (i32.add (call $take (i32.const 5)) (i32.const 257)))
    (local.set $distances (i32.add (call $take (i32.const 5)) (i32.const 1)))
    (local.set $count (i32.add (call $take (i32.const 4)) (i32.const 4)))
    (if (i32.or (i32.gt_u (local.get $literals) (i32.const 286)) (i32.gt_u (local.get $distances) (i32.const 30)))
      (then (return (call $damage))))
    (memory.fill (i32.const 32) (i32.const 0) (i32.const 19))
    (loop $each
      (i32.store8 offset=32 (i32.load8_u (local.get $i)) (call $take (i32.const 3)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $each (i32.lt_u (local.get $i) (local.get $count))))
    (if (i32.eqz (call $build (i32.const 32) (i32.const 19) (i32.const 448) (i32.const 1152) (i32.const 3840) (i32.const 7) (i32.const 0)))
      (then (return (call $damage))))
    (local.set $count (i32.add (local.get $literals) (local.get $distances)))
    (local.set $i (i32.const 0))
    (block $read (loop $each
      (br_if $read (i32.ge_u (local.get $i) (local.get $count)))
      (if (call $short (i32.const 0)) (then (return (i32.const 1))))
      ;; Fills the bits; takes none.
      (drop (call $take (i32.const 0)))
      (local.set $entry (i32.load16_u offset=3840 (i32.shl (i32.and (i32.wrap_i64 (global.get $bits)) (i32.const 127)) (i32.const 1))))
      (drop (call $take (i32.and (local.get $entry) (i32.const 15))))
      (local.set $entry (i32.shr_u (local.get $entry) (i32.const 4)))
      (local.set $value (i32.const 0))
      (local.set $repeat (i32.const 1))
      (if (i32.lt_u (local.get $entry) (i32.const 16))
        (then (local.set $value (local.get $entry)))
        (else (if (i32.eq (local.get $entry) (i32.const 16))
          (then
            (if (i32.eqz (local.get $i)) (then (return (call $damage))))
            (local.set $value (i32.load8_u offset=31 (local.get $i)))
            (local.set $repeat (i32.add (call $take (i32.const 2)) (i32.const 3))))
          (else (if (i32.eq (local.get $entry) (i32.const 17))
            (then (local.set $repeat (i32.add (call $take (i32.const 3)) (i32.const 3))))
            (else (local.set $repeat (i32.add (call $take (i32.const 7)) (i32.const 11)))))))))
      (if (i32.gt_u (local.get $repeat) (i32.sub (local.get $count) (local.get $i))) (then (return (call $damage))))
      (memory.fill (i32.add (i32.const 32) (local.get $i)) (local.get $value) (local.get $repeat))
      (local.set $i (i32.add (local.get $i) (local.get $repeat)))
      (br $each)))
    ;; Without an end there is no block.
    (if (i32.eqz (i32.load8_u (i32.const 288))) (then (return (call $damage))))
    (if (i32.eqz (call $build (i32.const 32) (local.get $literals) (i32.const 384) (i32.const 512) (i32.const 1280) (i32.const 10) (i32.const 1)))
      (then (return (call $damage))))
    (if (i32.eqz (call $build (i32.add (i32.const 32) (local.get $literals)) (local.get $distances)
                              (i32.const 416) (i32.const 1088) (i32.const 3328) (i32.const 8) (i32.const 1)))
      (then (return (call $damage))))
    (call $codes (i32.const 1280) (i32.const 3328)))

  ;; Adler-32 (RFC 1950), eight bytes at a time.
  (func $checksum (param $at i32) (param $end i32) (result i32)
    (local $a i32) (local $b i32) (local $stop i32) (local $word i64) (local $even i64) (local $odd i64)
    (local.set $a (i32.const 1))
    (block $done (loop $stretch
      (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
      ;; As many as cannot run over.
      (local.set $stop (select (i32.add (local.get $at) (i32.const 5552)) (local.get $end)
        (i32.gt_u (i32.sub (local.get $end) (local.get $at)) (i32.const 5552))))
      (block $last (loop $eight
        (br_if $last (i32.lt_u (i32.sub (local.get $stop) (local.get $at)) (i32.const 8)))
        (local.set $word (i64.load align=1 (local.get $at)))
        (local.set $even (i64.and (local.get $word) (i64.const 0x00ff00ff00ff00ff)))
        (local.set $odd (i64.and (i64.shr_u (local.get $word) (i64.const 8)) (i64.const 0x00ff00ff00ff00ff)))
        (local.set $b (i32.add (local.get $b) (i32.add (i32.shl (local.get $a) (i32.const 3)) (i32.wrap_i64 (i64.add
          (i64.shr_u (i64.mul (local.get $even) (i64.const 0x0008000600040002)) (i64.const 48))
          (i64.shr_u (i64.mul (local.get $odd) (i64.const 0x0007000500030001)) (i64.const 48)))))))
        (local.set $a (i32.add (local.get $a) (i32.wrap_i64 (i64.shr_u
          (i64.mul (i64.add (local.get $even) (local.get $odd)) (i64.const 0x0001000100010001)) (i64.const 48)))))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br $eight)))
      (block $next (loop $one
        (br_if $next (i32.ge_u (local.get $at) (local.get $stop)))
        (local.set $a (i32.add (local.get $a) (i32.load8_u (local.get $at))))
        (local.set $b (i32.add (local.get $b) (local.get $a)))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $one)))
      (local.set $a (i32.rem_u (local.get $a) (i32.const 65521)))
      (local.set $b (i32.rem_u (local.get $b) (i32.const 65521)))
      (br $stretch)))
    (i32.or (i32.shl (local.get $b) (i32.const 16)) (local.get $a)))

  ;; The fixed code, made once.
  (func (export "prepare")
    (memory.fill (i32.const 32) (i32.const 8) (i32.const 144))
    (memory.fill (i32.const 176) (i32.const 9) (i32.const 112))
    (memory.fill (i32.const 288) (i32.const 7) (i32.const 24))
    (memory.fill (i32.const 312) (i32.const 8) (i32.const 8))
    (drop (call $build (i32.const 32) (i32.const 288) (i32.const 384) (i32.const 512) (i32.const 4096) (i32.const 10) (i32.const 0)))
    (memory.fill (i32.const 32) (i32.const 5) (i32.const 32))
    (drop (call $build (i32.const 32) (i32.const 32) (i32.const 416) (i32.const 1088) (i32.const 6144) (i32.const 8) (i32.const 0))))

  ;; Unpacks [at, end) to [to, room) and says how many bytes that made; -1 for what is damaged or, unless `part`, not the whole of it.
  (func (export "inflate") (param $at i32) (param $end i32) (param $to i32) (param $room i32) (param $part i32) (result i32)
    (local $last i32) (local $kind i32) (local $came i32) (local $place i32) (local $head i32)
    (global.set $bits (i64.const 0))
    (global.set $have (i32.const 0))
    (global.set $at (i32.add (local.get $at) (i32.const 2)))
    (global.set $end (local.get $end))
    (global.set $from (local.get $to))
    (global.set $to (local.get $to))
    (global.set $room (local.get $room))
    (if (i32.lt_u (i32.sub (local.get $end) (local.get $at)) (i32.const 3)) (then (return (i32.const -1))))
    ;; The method is deflate, its window no larger than there is, without a dictionary.
    (local.set $head (i32.or (i32.shl (i32.load8_u (local.get $at)) (i32.const 8)) (i32.load8_u offset=1 (local.get $at))))
    (if (i32.or
          (i32.or (i32.rem_u (local.get $head) (i32.const 31)) (i32.and (local.get $head) (i32.const 32)))
          (i32.or (i32.ne (i32.and (local.get $head) (i32.const 0x0f00)) (i32.const 0x0800)) (i32.gt_u (local.get $head) (i32.const 0x7fff))))
      (then (return (i32.const -1))))
    (block $end (loop $block
      (local.set $last (call $take (i32.const 1)))
      (local.set $kind (call $take (i32.const 2)))
      (local.set $came (i32.const 1))
      (br_if $end (call $short (i32.const 0)))
      (if (i32.eqz (local.get $kind))
        (then (local.set $came (call $stored)))
        (else (if (i32.eq (local.get $kind) (i32.const 1))
          (then (local.set $came (call $codes (i32.const 4096) (i32.const 6144))))
          (else (if (i32.eq (local.get $kind) (i32.const 2))
            (then (local.set $came (call $dynamic)))
            (else (local.set $came (i32.const 3))))))))
      (br_if $end (local.get $came))
      (br_if $block (i32.eqz (local.get $last)))))
    (if (i32.eqz (local.get $came))
      (then
        (local.set $place (i32.sub (global.get $at) (i32.shr_u (global.get $have) (i32.const 3))))
        (if (i32.gt_u (i32.add (local.get $place) (i32.const 4)) (local.get $end))
          (then (local.set $came (i32.const 1)))
          (else
            (local.set $head (call $checksum (local.get $to) (global.get $to)))
            (if (i32.or
                  (i32.ne (i32.rotl (i32.and (local.get $head) (i32.const 0xff00ff00)) (i32.const 8))
                          (i32.and (i32.load align=1 (local.get $place)) (i32.const 0x00ff00ff)))
                  (i32.ne (i32.rotr (i32.and (local.get $head) (i32.const 0x00ff00ff)) (i32.const 8))
                          (i32.and (i32.load align=1 (local.get $place)) (i32.const 0xff00ff00))))
              (then (local.set $came (i32.const 3))))))))
    (if (i32.or (i32.eq (local.get $came) (i32.const 3)) (i32.and (i32.ne (local.get $came) (i32.const 0)) (i32.eqz (local.get $part))))
      (then (return (i32.const -1))))
    (i32.sub (global.get $to) (local.get $to))))

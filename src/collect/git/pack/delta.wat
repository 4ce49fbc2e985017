;; Follows a delta's instructions (gitformat-pack, "Deltified representation"). In JavaScript the call for each of the millions of
;; small copies costs more than the copy.
(module
  (import "env" "memory" (memory 1))

  ;; changes so far and where their list begins; no more than one change every `close` bytes
  (global $count (mut i32) (i32.const 0))

  ;; Adds the change [from, to) of the result to the list, or widens the last one when it is near.
  (func $note (param $changes i32) (param $close i32) (param $from i32) (param $to i32)
    (local $last i32)
    (local.set $last (i32.add (local.get $changes) (i32.shl (global.get $count) (i32.const 3))))
    (if (global.get $count)
      (then (if (i32.lt_u (i32.sub (local.get $from) (i32.load offset=4 (i32.sub (local.get $last) (i32.const 8)))) (local.get $close))
        (then
          (i32.store offset=4 (i32.sub (local.get $last) (i32.const 8)) (local.get $to))
          (return)))))
    (i32.store (local.get $last) (local.get $from))
    (i32.store offset=4 (local.get $last) (local.get $to))
    (global.set $count (i32.add (global.get $count) (i32.const 1))))

  ;; Most copies are so short that a call to the engine's own would take longer.
  (func $copy (param $to i32) (param $from i32) (param $count i32)
    (if (i32.gt_u (local.get $count) (i32.const 128))
      (then
        (memory.copy (local.get $to) (local.get $from) (local.get $count))
        (return)))
    (block $short (loop $eight
      (br_if $short (i32.lt_u (local.get $count) (i32.const 8)))
      (i64.store align=1 (local.get $to) (i64.load align=1 (local.get $from)))
      (local.set $to (i32.add (local.get $to) (i32.const 8)))
      (local.set $from (i32.add (local.get $from) (i32.const 8)))
      (local.set $count (i32.sub (local.get $count) (i32.const 8)))
      (br $eight)))
    (block $end (loop $one
      (br_if $end (i32.eqz (local.get $count)))
      (i32.store8 (local.get $to) (i32.load8_u (local.get $from)))
      (local.set $to (i32.add (local.get $to) (i32.const 1)))
      (local.set $from (i32.add (local.get $from) (i32.const 1)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br $one))))

  ;; The next byte of the delta, put at `by` bits into `value`, when `bit` of the instruction says that it is there.
  (func $part (param $instruction i32) (param $bit i32) (param $place i32) (param $by i32) (param $value i32) (result i32)
    (if (result i32) (i32.and (local.get $instruction) (local.get $bit))
      (then (i32.or (local.get $value) (i32.shl (i32.load8_u (local.get $place)) (local.get $by))))
      (else (local.get $value))))

  ;; delta, end: addresses of the instructions and of their end, behind which 8 bytes can be read. base, size: the base.
  ;; result, length: where the result goes, and how long it must become. Returns how many changes were listed (pairs of
  ;; offsets in the result); -1 when the delta reaches out of any of them or leaves the result unfilled.
  (func (export "apply") (param $delta i32) (param $end i32) (param $base i32) (param $size i32)
                         (param $result i32) (param $length i32) (param $changes i32) (param $close i32) (result i32)
    (local $instruction i32) (local $offset i32) (local $count i32) (local $filled i32)
    ;; The base's byte that would follow without a seam. The start of the one text is like the start of the other.
    (local $next i32)
    (global.set $count (i32.const 0))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $delta) (local.get $end)))
        (local.set $instruction (i32.load8_u (local.get $delta)))
        (local.set $delta (i32.add (local.get $delta) (i32.const 1)))
        (if (i32.ge_u (local.get $instruction) (i32.const 128))
          (then
            (local.set $offset (call $part (local.get $instruction) (i32.const 1) (local.get $delta) (i32.const 0) (i32.const 0)))
            (local.set $delta (i32.add (local.get $delta) (i32.and (local.get $instruction) (i32.const 1))))
            (local.set $offset (call $part (local.get $instruction) (i32.const 2) (local.get $delta) (i32.const 8) (local.get $offset)))
            (local.set $delta (i32.add (local.get $delta) (i32.and (i32.shr_u (local.get $instruction) (i32.const 1)) (i32.const 1))))
            (local.set $offset (call $part (local.get $instruction) (i32.const 4) (local.get $delta) (i32.const 16) (local.get $offset)))
            (local.set $delta (i32.add (local.get $delta) (i32.and (i32.shr_u (local.get $instruction) (i32.const 2)) (i32.const 1))))
            (local.set $offset (call $part (local.get $instruction) (i32.const 8) (local.get $delta) (i32.const 24) (local.get $offset)))
            (local.set $delta (i32.add (local.get $delta) (i32.and (i32.shr_u (local.get $instruction) (i32.const 3)) (i32.const 1))))
            (local.set $count (call $part (local.get $instruction) (i32.const 16) (local.get $delta) (i32.const 0) (i32.const 0)))
            (local.set $delta (i32.add (local.get $delta) (i32.and (i32.shr_u (local.get $instruction) (i32.const 4)) (i32.const 1))))
            (local.set $count (call $part (local.get $instruction) (i32.const 32) (local.get $delta) (i32.const 8) (local.get $count)))
            (local.set $delta (i32.add (local.get $delta) (i32.and (i32.shr_u (local.get $instruction) (i32.const 5)) (i32.const 1))))
            (local.set $count (call $part (local.get $instruction) (i32.const 64) (local.get $delta) (i32.const 16) (local.get $count)))
            (local.set $delta (i32.add (local.get $delta) (i32.and (i32.shr_u (local.get $instruction) (i32.const 6)) (i32.const 1))))
            (if (i32.eqz (local.get $count)) (then (local.set $count (i32.const 0x10000))))
            (if (i32.or (i32.gt_u (local.get $delta) (local.get $end))
                        (i32.or (i32.gt_u (local.get $count) (local.get $size))
                                (i32.gt_u (local.get $count) (i32.sub (local.get $length) (local.get $filled)))))
              (then (return (i32.const -1))))
            (if (i32.gt_u (local.get $offset) (i32.sub (local.get $size) (local.get $count))) (then (return (i32.const -1))))
            (if (i32.ne (local.get $offset) (local.get $next))
              (then (call $note (local.get $changes) (local.get $close) (local.get $filled) (local.get $filled))))
            (call $copy (i32.add (local.get $result) (local.get $filled)) (i32.add (local.get $base) (local.get $offset)) (local.get $count))
            (local.set $next (i32.add (local.get $offset) (local.get $count))))
          (else
            (local.set $count (local.get $instruction))
            (if (i32.or (i32.eqz (local.get $count))
                        (i32.or (i32.gt_u (local.get $count) (i32.sub (local.get $end) (local.get $delta)))
                                (i32.gt_u (local.get $count) (i32.sub (local.get $length) (local.get $filled)))))
              (then (return (i32.const -1))))
            (call $note (local.get $changes) (local.get $close) (local.get $filled) (i32.add (local.get $filled) (local.get $count)))
            (call $copy (i32.add (local.get $result) (local.get $filled)) (local.get $delta) (local.get $count))
            (local.set $delta (i32.add (local.get $delta) (local.get $count)))
            (local.set $next (i32.const -1))))
        (local.set $filled (i32.add (local.get $filled) (local.get $count)))
        (br $each)))
    (if (i32.ne (local.get $next) (local.get $size))
      (then (call $note (local.get $changes) (local.get $close) (local.get $filled) (local.get $filled))))
    (if (i32.ne (local.get $filled) (local.get $length)) (then (return (i32.const -1))))
    (global.get $count)))

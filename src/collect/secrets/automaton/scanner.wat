;; Runs a dense automaton (see build.ts) over a text, four streams at a time: one stream waits for memory at every
;; byte (class, then transition), four keep the processor busy. Writes (end position, state) pairs.
(module
  (import "env" "memory" (memory 1))

  ;; One stream over [from, to): returns the next free place in the output.
  (func $one (param $classes i32) (param $next i32) (param $shift i32) (param $first i32)
             (param $text i32) (param $from i32) (param $record i32) (param $to i32) (param $out i32) (result i32)
    (local $state i32)
    (block $done
      (loop $byte
        (br_if $done (i32.ge_u (local.get $from) (local.get $to)))
        (local.set $state
          (i32.load16_u (i32.add (local.get $next) (i32.shl
            (i32.or (i32.shl (local.get $state) (local.get $shift))
                    (i32.load8_u (i32.add (local.get $classes) (i32.load8_u (i32.add (local.get $text) (local.get $from))))))
            (i32.const 1)))))
        (if (i32.ge_u (local.get $state) (local.get $first))
          (then (if (i32.ge_u (local.get $from) (local.get $record))
            (then
              (i32.store (local.get $out) (local.get $from))
              (i32.store offset=4 (local.get $out) (local.get $state))
              (local.set $out (i32.add (local.get $out) (i32.const 8)))))))
        (local.set $from (i32.add (local.get $from) (i32.const 1)))
        (br $byte)))
    (local.get $out))

  ;; text: address; from: the first position to read; record: the first position at which a match counts (the bytes before
  ;; it were part of the piece before); to: the end. warm: length of the longest anchor, less one.
  ;; out must hold 8 bytes for every byte of the text. Returns how many matches were written.
  (func (export "scan") (param $classes i32) (param $next i32) (param $shift i32) (param $first i32)
                        (param $text i32) (param $from i32) (param $record i32) (param $to i32) (param $warm i32) (param $out i32) (result i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $sa i32) (local $sb i32) (local $sc i32) (local $sd i32)
    (local $quarter i32) (local $end i32) (local $start i32) (local $limit i32)
    (local $rb i32) (local $rc i32) (local $rd i32)
    (local.set $start (local.get $out))
    (local.set $quarter (i32.shr_u (i32.sub (local.get $to) (local.get $record)) (i32.const 2)))
    ;; Small texts: one stream is as fast.
    (if (i32.lt_u (local.get $quarter) (i32.shl (local.get $warm) (i32.const 2)))
      (then (return (i32.shr_u (i32.sub
        (call $one (local.get $classes) (local.get $next) (local.get $shift) (local.get $first)
                   (local.get $text) (local.get $from) (local.get $record) (local.get $to) (local.get $out))
        (local.get $start)) (i32.const 3)))))
    ;; The first stream catches up with its own quarter.
    (local.set $rb (i32.add (local.get $record) (local.get $quarter)))
    (local.set $rc (i32.add (local.get $rb) (local.get $quarter)))
    (local.set $rd (i32.add (local.get $rc) (local.get $quarter)))
    ;; Warm up each stream on the bytes before its quarter; matches there belong to the stream before.
    (local.set $a (local.get $from))
    (block $wa (loop $la
      (br_if $wa (i32.ge_u (local.get $a) (local.get $record)))
      (local.set $sa (i32.load16_u (i32.add (local.get $next) (i32.shl (i32.or (i32.shl (local.get $sa) (local.get $shift)) (i32.load8_u (i32.add (local.get $classes) (i32.load8_u (i32.add (local.get $text) (local.get $a)))))) (i32.const 1)))))
      (local.set $a (i32.add (local.get $a) (i32.const 1))) (br $la)))
    (local.set $b (i32.sub (local.get $rb) (local.get $warm)))
    (local.set $c (i32.sub (local.get $rc) (local.get $warm)))
    (local.set $d (i32.sub (local.get $rd) (local.get $warm)))
    (local.set $limit (local.get $rb))
    (block $wb (loop $lb
      (br_if $wb (i32.ge_u (local.get $b) (local.get $rb)))
      (local.set $sb (i32.load16_u (i32.add (local.get $next) (i32.shl (i32.or (i32.shl (local.get $sb) (local.get $shift)) (i32.load8_u (i32.add (local.get $classes) (i32.load8_u (i32.add (local.get $text) (local.get $b)))))) (i32.const 1)))))
      (local.set $sc (i32.load16_u (i32.add (local.get $next) (i32.shl (i32.or (i32.shl (local.get $sc) (local.get $shift)) (i32.load8_u (i32.add (local.get $classes) (i32.load8_u (i32.add (local.get $text) (local.get $c)))))) (i32.const 1)))))
      (local.set $sd (i32.load16_u (i32.add (local.get $next) (i32.shl (i32.or (i32.shl (local.get $sd) (local.get $shift)) (i32.load8_u (i32.add (local.get $classes) (i32.load8_u (i32.add (local.get $text) (local.get $d)))))) (i32.const 1)))))
      (local.set $b (i32.add (local.get $b) (i32.const 1)))
      (local.set $c (i32.add (local.get $c) (i32.const 1)))
      (local.set $d (i32.add (local.get $d) (i32.const 1)))
      (br $lb)))
    ;; Four quarters in step.
    (block $done (loop $step
      (br_if $done (i32.ge_u (local.get $a) (local.get $limit)))
      (local.set $sa (i32.load16_u (i32.add (local.get $next) (i32.shl (i32.or (i32.shl (local.get $sa) (local.get $shift)) (i32.load8_u (i32.add (local.get $classes) (i32.load8_u (i32.add (local.get $text) (local.get $a)))))) (i32.const 1)))))
      (local.set $sb (i32.load16_u (i32.add (local.get $next) (i32.shl (i32.or (i32.shl (local.get $sb) (local.get $shift)) (i32.load8_u (i32.add (local.get $classes) (i32.load8_u (i32.add (local.get $text) (local.get $b)))))) (i32.const 1)))))
      (local.set $sc (i32.load16_u (i32.add (local.get $next) (i32.shl (i32.or (i32.shl (local.get $sc) (local.get $shift)) (i32.load8_u (i32.add (local.get $classes) (i32.load8_u (i32.add (local.get $text) (local.get $c)))))) (i32.const 1)))))
      (local.set $sd (i32.load16_u (i32.add (local.get $next) (i32.shl (i32.or (i32.shl (local.get $sd) (local.get $shift)) (i32.load8_u (i32.add (local.get $classes) (i32.load8_u (i32.add (local.get $text) (local.get $d)))))) (i32.const 1)))))
      (if (i32.ge_u (local.get $sa) (local.get $first)) (then
        (i32.store (local.get $out) (local.get $a)) (i32.store offset=4 (local.get $out) (local.get $sa)) (local.set $out (i32.add (local.get $out) (i32.const 8)))))
      (if (i32.ge_u (local.get $sb) (local.get $first)) (then
        (i32.store (local.get $out) (local.get $b)) (i32.store offset=4 (local.get $out) (local.get $sb)) (local.set $out (i32.add (local.get $out) (i32.const 8)))))
      (if (i32.ge_u (local.get $sc) (local.get $first)) (then
        (i32.store (local.get $out) (local.get $c)) (i32.store offset=4 (local.get $out) (local.get $sc)) (local.set $out (i32.add (local.get $out) (i32.const 8)))))
      (if (i32.ge_u (local.get $sd) (local.get $first)) (then
        (i32.store (local.get $out) (local.get $d)) (i32.store offset=4 (local.get $out) (local.get $sd)) (local.set $out (i32.add (local.get $out) (i32.const 8)))))
      (local.set $a (i32.add (local.get $a) (i32.const 1)))
      (local.set $b (i32.add (local.get $b) (i32.const 1)))
      (local.set $c (i32.add (local.get $c) (i32.const 1)))
      (local.set $d (i32.add (local.get $d) (i32.const 1)))
      (br $step)))
    ;; What the division left over: up to three bytes at the end.
    (local.set $end (i32.sub (local.get $d) (local.get $warm)))
    (local.set $out (call $one (local.get $classes) (local.get $next) (local.get $shift) (local.get $first)
      (local.get $text) (local.get $end) (local.get $d) (local.get $to) (local.get $out)))
    (i32.shr_u (i32.sub (local.get $out) (local.get $start)) (i32.const 3))))

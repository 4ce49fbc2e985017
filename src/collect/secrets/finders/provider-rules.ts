import { hasValidChecksum } from '../detect/checksum.ts';
import { literalPrefix, ownPart } from '../detect/own-part.ts';
import { standInKind } from '../detect/placeholder.ts';
import { rarity, shannon } from '../detect/rarity.ts';
import { NEAR } from '../detect/near.ts';
import type { Text } from '../detect/text.ts';
import type { LoadedProvider, LoadedRule } from '../define-provider.ts';
import { assignedName } from './assignment.ts';
import type { Finder } from './finder.ts';

const REACH = [48, 320] as const;
const LONGEST = 8192;
/** Characters looked at on either side of a value. */
const BESIDE = 40;

/** One finder for one provider's rule. */
export const ruleFinder = (provider: LoadedProvider, rule: LoadedRule): Finder => {
  const pattern = new RegExp(rule.pattern.source, `${rule.pattern.flags}gd`);
  const [before, after] = rule.reach ?? REACH;
  const prefix = literalPrefix(rule.pattern);
  const isWide = before + BESIDE > NEAR.before || after + BESIDE > NEAR.after;
  const exact = rule.anchors.map((anchor) => ownCase(rule.pattern, anchor));
  return {
    anchors: rule.anchors,
    find(text, start, end, anchor, emit) {
      if (text.binary && rule.identifiedBy === 'context') return;
      const letters = exact[anchor];
      if (letters != null && !endsAt(text.bytes, end, letters)) return;
      text.lookedFar ||= isWide;
      const found = matchAround(pattern, text, start, end, before, after);
      if (found === null) return;
      const own = ownPart(found.value, prefix, [start - found.start, end - found.start]);
      const standIn = standInKind(own);
      if (
        standIn === 'said' ||
        (standIn === null && !isConvincing(rule, own)) ||
        isInsideBase64(text, found.start, found.value.length)
      )
        return;
      const name = assignedName(text, found.start);
      const checked = rule.checksum !== undefined && hasValidChecksum(rule.checksum, found.value);
      emit({
        rule: rule.id,
        ruleName: rule.name,
        provider: provider.id,
        providerName: provider.name,
        verdict: rule.verdict ?? 'secret',
        confidence: checked
          ? 'certain'
          : standIn === 'typed'
            ? 'low'
            : rule.identifiedBy === 'context'
              ? 'medium'
              : 'high',
        ...(standIn === 'typed' && !checked ? { typed: true as const } : {}),
        power: rule.power,
        testMode: rule.testMode ?? false,
        impact: rule.impact,
        rotation: rule.rotation ?? provider.rotation,
        start: found.start,
        end: found.start + found.value.length,
        value: found.value,
        ...(name === undefined ? {} : { name }),
        ...(rule.publicIf === undefined ? {} : { facts: { publicIf: rule.publicIf } }),
        rank: rule.identifiedBy === 'context' ? 1 : 2,
        matched: found.matched,
        anchor: end - start,
      });
    },
  };
};

/**
 * The anchor's letters where a match must hold them in just this case: then the bytes are compared before the pattern is tried.
 * A delimiter before them has no case.
 */
const ownCase = (pattern: RegExp, anchor: string): Buffer | null => {
  if (pattern.ignoreCase) return null;
  const letters = anchor.replace(/^[^A-Za-z0-9]+/, '');
  const source = pattern.source.replace(/\\([^a-zA-Z0-9])/g, '$1');
  const places = source.toLowerCase().split(letters.toLowerCase()).length - 1;
  return places > 0 && source.split(letters).length - 1 === places ? Buffer.from(letters, 'latin1') : null;
};

const endsAt = (bytes: Buffer, end: number, letters: Buffer): boolean => {
  const start = end - letters.length;
  for (let i = letters.length - 1; i >= 0; i--) if (bytes[start + i] !== letters[i]) return false;
  return true;
};

/**
 * The first match on the anchor, or null. A match that touches the window's end is tried again in a larger one. Before
 * the text stands a line end, as for the scanner: a delimiter that an anchor starts with is also there in the first line.
 */
const matchAround = (
  pattern: RegExp,
  text: Text,
  start: number,
  end: number,
  before: number,
  after: number,
): { value: string; start: number; matched: number } | null => {
  const from = Math.max(-1, start - before);
  for (let to = Math.min(text.length, end + after); ; to = Math.min(text.length, to + after * 4)) {
    const window = from < 0 ? `\n${text.slice(0, to)}` : text.slice(from, to);
    pattern.lastIndex = 0;
    let match = pattern.exec(window);
    while (match !== null && match.index + match[0].length <= start - from) match = pattern.exec(window);
    if (match === null || match.index >= end - from) return null;
    const touchesEnd = match.index + match[0].length === window.length && to < text.length;
    text.lookedFar ||= touchesEnd;
    if (touchesEnd && to - from < LONGEST) continue;
    if (startsInsideWord(window, match.index)) return null;
    const value = match[1];
    const at = match.indices?.[1]?.[0];
    return value === undefined || at === undefined ? null : { value, start: from + at, matched: match[0].length };
  }
};

/** `add_api_key` does not name `dd_api_key`; `myTwilioToken`, `MY_TWILIO_TOKEN` and an escaped line end before it name Twilio. */
const startsInsideWord = (text: string, start: number): boolean =>
  start > 0 &&
  /^(?:[a-z]{2}|[A-Z]{2})$/.test(text.slice(start - 1, start + 1)) &&
  !/\\[nrt]$/.test(text.slice(Math.max(0, start - 2), start));

/** Words, masks and runs match many a format; real keys do not look like them. */
const isConvincing = (rule: LoadedRule, own: string): boolean => {
  if (rule.identifiedBy === 'context')
    return (
      isDrawn(own) ||
      (own.match(/[A-Za-z0-9]{8,}/g) ?? []).some((run) => run.length >= own.length * 0.4 && isDrawn(run))
    );
  if (own.length < 16) return true;
  const isWords = /^(?:[a-z_.-]+|[A-Z_.-]+)$/.test(own) && rarity(own) < 6;
  return !isWords && shannon(own) >= 2.2;
};

/** Drawn by lot, as far as its length can tell: the provider's name beside it has said the rest. */
const isDrawn = (value: string): boolean => {
  const bits = shannon(value);
  if (/^(?:0x)?[0-9a-f-]+$/i.test(value))
    return bits >= Math.min(2.8, value.length / 10 + 0.7) && /\d/.test(value) && /[a-f]/i.test(value);
  return bits >= 2.5 && rarity(value) >= (/\d/.test(value) ? 5 : 6);
};

/** Short prefixes turn up by chance in long base64 (fonts, images, compressed code); a key stands alone. */
const isInsideBase64 = (text: Text, start: number, length: number): boolean =>
  /[A-Za-z0-9+/]{40}$/.test(text.slice(start - BESIDE, start)) ||
  /^[A-Za-z0-9+/]{40}/.test(text.slice(start + length, start + length + BESIDE));

/** Machine-made: many different characters, and not put together from words. */
export const looksRandom = (value: string): boolean => {
  if (/^[0-9a-f-]+$/i.test(value)) return shannon(value) >= 2.8 && /\d/.test(value) && /[a-f]/i.test(value);
  return shannon(value) >= 3 && rarity(value) >= 5 && /\d/.test(value);
};

import { hasValidChecksum } from '../detect/checksum.ts';
import { standInKind } from '../detect/placeholder.ts';
import { rarity, shannon } from '../detect/rarity.ts';
import type { Text } from '../detect/text.ts';
import type { LoadedProvider, LoadedRule } from '../define-provider.ts';
import { assignedName } from './assignment.ts';
import type { Finder } from './finder.ts';

const REACH = [48, 320] as const;
const LONGEST = 8192;

/** One finder for one provider's rule. */
export const ruleFinder = (provider: LoadedProvider, rule: LoadedRule): Finder => {
  const pattern = new RegExp(rule.pattern.source, `${rule.pattern.flags}gd`);
  const [before, after] = rule.reach ?? REACH;
  return {
    anchors: rule.anchors,
    find(text, start, end, _anchor, emit) {
      if (text.binary && rule.identifiedBy === 'context') return;
      const found = matchAround(pattern, text, start, end, before, after);
      if (found === null) return;
      const standIn = standInKind(found.value);
      if (
        standIn === 'said' ||
        (standIn === null && !isConvincing(rule, found.value)) ||
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
        rotation: provider.rotation,
        start: found.start,
        end: found.start + found.value.length,
        value: found.value,
        ...(name === undefined ? {} : { name }),
        ...(rule.publicIf === undefined ? {} : { facts: { publicIf: rule.publicIf } }),
        rank: rule.identifiedBy === 'context' ? 1 : 2,
      });
    },
  };
};

/** The first match that covers the anchor, or null. A match that touches the window's end is tried again in a larger one. */
const matchAround = (
  pattern: RegExp,
  text: Text,
  start: number,
  end: number,
  before: number,
  after: number,
): { value: string; start: number } | null => {
  const from = Math.max(0, start - before);
  for (let to = Math.min(text.length, end + after); ; to = Math.min(text.length, to + after * 4)) {
    const window = text.slice(from, to);
    pattern.lastIndex = 0;
    let match = pattern.exec(window);
    while (match !== null && match.index + match[0].length < end - from) match = pattern.exec(window);
    if (match === null || match.index > start - from) return null;
    const touchesEnd = match.index + match[0].length === window.length && to < text.length;
    if (touchesEnd && to - from < LONGEST) continue;
    const value = match[1];
    const at = match.indices?.[1]?.[0];
    return value === undefined || at === undefined ? null : { value, start: from + at };
  }
};

/** Words, masks and runs match many a format; real keys do not look like them. */
const isConvincing = (rule: LoadedRule, value: string): boolean => {
  if (rule.identifiedBy === 'context') return looksRandom(value);
  const body = value.replace(/^(?:[A-Za-z][A-Za-z0-9]{0,9}[_-]){1,3}/, '');
  return body.length < 16 || shannon(body) >= 2.2;
};

/** Short prefixes turn up by chance in long base64 (fonts, images, compressed code); a key stands alone. */
const isInsideBase64 = (text: Text, start: number, length: number): boolean =>
  /[A-Za-z0-9+/]{40}$/.test(text.slice(start - 40, start)) ||
  /^[A-Za-z0-9+/]{40}/.test(text.slice(start + length, start + length + 40));

/** Machine-made: many different characters, and not put together from words. */
export const looksRandom = (value: string): boolean => {
  if (/^[0-9a-f-]+$/i.test(value)) return shannon(value) >= 2.8 && /\d/.test(value) && /[a-f]/i.test(value);
  return shannon(value) >= 3 && rarity(value) >= 5 && /\d/.test(value);
};

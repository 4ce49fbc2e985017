import { randomInt } from 'node:crypto';
import type { Canary, CanaryBook } from '../contract/resource.ts';
import { germanIban } from './iban.ts';
import { layersOf } from './look-through.ts';

/** A book whose canaries can be made known to more people than their owner. */
export interface KeptCanaryBook extends CanaryBook {
  /** These actors are parties of what a text is part of: they may see its canaries. */
  share(text: string, names: readonly string[]): void;
  /** A value that was there before us and is private (the account's phone): who sees it has read it. False when it is too short to be told apart. */
  adopt(ownerName: string, place: string, value: string): boolean;
}

const LETTERS = 12;
const MARK = 'lr';
/** Letters only, so that names, slugs and lower-casing leave it whole: 26^14 is 65 bits. */
const letters = (count: number): string =>
  Array.from({ length: count }, () => String.fromCharCode(97 + randomInt(26))).join('');
const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');

const MARKED = /(?=(lr[a-z]{12,14}))/gi;
/** Digits as people group them. */
const NUMBERS = /\d(?:[ ().\u00a0/-]{0,2}\d){8,33}/g;
const bare = (text: string): string => text.replaceAll(/\D/g, '');

/** A book without entries. One for each run; canaries of two runs never meet. */
export const createCanaryBook = (): KeptCanaryBook => {
  const marked = new Map<string, Canary>();
  const numbers = new Map<string, Canary>();
  const adopted = new Map<string, Canary>();

  const seen = (text: string): Set<Canary> => {
    const found = new Set<Canary>();
    for (const layer of layersOf(text)) {
      if (marked.size > 0) {
        for (const [, hit = ''] of layer.matchAll(MARKED)) {
          const token = hit.toLowerCase();
          const canary = marked.get(token) ?? marked.get(token.slice(0, MARK.length + LETTERS));
          if (canary !== undefined) found.add(canary);
        }
      }
      if (numbers.size > 0) {
        for (const [hit] of layer.matchAll(NUMBERS)) {
          const run = bare(hit);
          for (const [number, canary] of numbers) if (run.includes(number)) found.add(canary);
        }
      }
      if (adopted.size > 0) {
        const lower = layer.toLowerCase();
        for (const [value, canary] of adopted) if (lower.includes(value)) found.add(canary);
      }
    }
    return found;
  };

  return {
    plant: (owner, place, { public: isPublic = false, maxLength = Infinity, kind = 'text' } = {}) => {
      const keep = (book: Map<string, Canary>, key: string, value: string): string => {
        book.set(key, { value, owner: owner.name, place, public: isPublic });
        return value;
      };
      if (kind === 'iban' && maxLength >= 22) {
        const account = digits(10);
        const iban = germanIban(`37040044${account}`);
        return keep(numbers, iban.slice(2), iban);
      }
      if (kind === 'phone') {
        if (maxLength < 11) return '';
        // Within what national formats and E.164 allow: Berlin, subscriber numbers of eight digits are valid; a leading 0 is not kept by all.
        const number = `30${randomInt(2, 9)}${digits(7)}`;
        return keep(numbers, number, maxLength >= 13 ? `+49${number}` : `0${number}`);
      }
      const tail = kind === 'email' ? '@launch-ready.example' : '';
      const room = maxLength - MARK.length - tail.length;
      if (room < LETTERS) return '';
      const token = `${MARK}${letters(Math.min(14, room) >= 14 ? 14 : LETTERS)}`;
      return keep(marked, token, `${token}${tail}`);
    },
    seenIn: (text) => [...seen(text)].filter((canary) => !canary.public),
    share: (text, names) => {
      for (const canary of seen(text)) {
        const parties = new Set([...(canary.parties ?? []), ...names]);
        parties.delete(canary.owner);
        canary.parties = [...parties];
      }
    },
    adopt: (owner, place, value) => {
      const key = value.trim().toLowerCase();
      const number = bare(key);
      const isNumber = number.length >= 9 && /^[+\d ().\u00a0/-]+$/.test(key);
      if (!isNumber && key.length < 10) return false;
      const [book, at] = isNumber ? [numbers, number.slice(-10)] : [adopted, key];
      if (!book.has(at)) book.set(at, { value, owner, place, public: false });
      return true;
    },
  };
};

import type { Place } from '../../../model/evidence/secrets.ts';

const LONGEST = 300;

const escape = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** Names from a repository, safe inside a sentence: line breaks, terminal escapes and invisible signs are written out. */
export const printable = (text: string): string => {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return cut.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escape);
};

/** `path:line` or `path`. */
export const spot = (place: Place): string =>
  place.line === undefined ? printable(place.path) : `${printable(place.path)}:${place.line}`;

/** The first 12 digits, as git prints it on large repositories. */
export const shortCommit = (commit: string): string => commit.slice(0, 12);

/** The same with its commit in front, when it is known. */
export const spotWithCommit = (place: Place): string =>
  place.commit === undefined ? spot(place) : `${shortCommit(place.commit)} ${spot(place)}`;

/** A word for a POSIX shell. Control characters take bash's `$'…'` form, so that the command stays on one line. */
export const shellWord = (text: string): string => {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  if (!/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const bytes = Array.from(new TextEncoder().encode(text), (byte) =>
    byte < 0x20 || byte > 0x7e || byte === 0x27 || byte === 0x5c
      ? `\\x${byte.toString(16).padStart(2, '0')}`
      : String.fromCharCode(byte),
  );
  return `$'${bytes.join('')}'`;
};

/** `Launch Ready` counts in English: `1 place`, `3 places`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

import { inflateSync } from 'node:zlib';
import type { Answer } from '../contract/send.ts';
import { isGood, typeOf } from '../access/answers.ts';

const MOST_STREAMS = 60;
const MOST_TEXT = 400_000;

/** Pure: the text in a PDF's streams as far as it is compressed with deflate or not at all; strings in hexadecimal are read. */
export const textOfPdf = (body: Uint8Array): string => {
  const raw = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const texts: string[] = [raw.toString('latin1').slice(0, MOST_TEXT)];
  let at = 0;
  for (let count = 0; count < MOST_STREAMS; count++) {
    const start = raw.indexOf('stream', at);
    if (start < 0) break;
    const from = raw[start + 6] === 13 ? start + 8 : start + 7;
    const end = raw.indexOf('endstream', from);
    if (end < 0) break;
    at = end + 9;
    try {
      texts.push(inflateSync(raw.subarray(from, end), { maxOutputLength: MOST_TEXT }).toString('latin1'));
    } catch {
      // Not compressed, or by something else: what is readable of it stands in the raw text.
    }
  }
  const all = texts.join('\n').slice(0, 4 * MOST_TEXT);
  const hex = [...all.matchAll(/<([0-9A-Fa-f]{4,4000})>/g)].map(([, digits = '']) =>
    Buffer.from(digits, 'hex').toString('latin1'),
  );
  // Kerned text is written in pieces.
  const pieces = [...all.matchAll(/\[((?:\([^()]{0,200}\)|-?[\d.]+|\s){1,400})\]\s*TJ/g)].map(([, list = '']) =>
    [...list.matchAll(/\(([^()]*)\)/g)].map(([, piece]) => piece).join(''),
  );
  return [all, ...hex, ...pieces].join('\n');
};

/** What a file says, for looking for canaries in it. */
export const textOfFile = (answer: Answer): string => {
  if (!isGood(answer)) return '';
  return typeOf(answer).includes('pdf') ? textOfPdf(answer.body) : answer.text;
};

/** Bytes that are the same but for times and document ids, as PDF writers add them. */
const steady = (body: Uint8Array): string =>
  Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    .toString('latin1')
    .replaceAll(/\/(?:CreationDate|ModDate)\s*\([^)]*\)/g, '')
    .replaceAll(/\/ID\s*\[[^\]]*\]/g, '')
    .replaceAll(/D:\d{14}[^)\s]*/g, '');

/** Pure: two answers are the same file. */
export const isSameFile = (a: Answer, b: Answer): boolean => {
  if (!isGood(a) || !isGood(b) || typeOf(a) !== typeOf(b) || a.body.length === 0) return false;
  if (Buffer.compare(a.body, b.body) === 0) return true;
  if (!typeOf(a).includes('pdf')) return false;
  if (steady(a.body) === steady(b.body)) return true;
  // Drawn anew, with another time in a compressed part.
  return (
    Math.abs(a.body.length - b.body.length) <= 24 &&
    wordsOf(a).join(' ') === wordsOf(b).join(' ') &&
    wordsOf(a).length > 3
  );
};

const wordsOf = (answer: Answer): string[] =>
  [...textOfFile(answer).matchAll(/<([0-9A-Fa-f]{4,4000})>\s*Tj/g)].map(([, word = '']) => word);

import type * as z from 'zod';
import { nearestKey } from './nearest-key.ts';
import { type Literal, offsetOf } from './source/literal.ts';

export interface Complaint {
  /** `waivers[0].until`; empty for the whole file. */
  key: string;
  message: string;
  /** Where in the text. */
  offset: number;
}

type Issue = z.core.$ZodIssue;

/** Says what is wrong in the user's words, once for each key that it is about. `keysAt` names the keys known at a path. */
export const describeIssue = (
  issue: Issue,
  literal: Literal,
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): Complaint[] => {
  const complaint = (path: readonly PropertyKey[], message: string): Complaint => ({
    key: keyText(path),
    message,
    offset: offsetOf(literal, path),
  });
  if (issue.code !== 'unrecognized_keys') return [complaint(issue.path, wording(issue, valueAt(literal, issue.path)))];
  return issue.keys.map((key) => {
    const near = nearestKey(key, keysAt(issue.path));
    return complaint([...issue.path, key], `there is no such key${near === null ? '' : `; did you mean ${near}?`}`);
  });
};

const wording = (issue: Issue, value: unknown): string => {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? 'is missing'
        : `must be ${TYPES[issue.expected] ?? issue.expected}, is ${kindOf(value)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'date'
        ? 'must be a date, such as 2026-12-31'
        : 'must be three capital letters, such as USD';
    case 'too_small':
      return issue.origin === 'string'
        ? 'must not be empty'
        : `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' items' : ''}`;
    case 'invalid_key':
      return 'has a key that is empty or too long';
    default:
      return issue.message;
  }
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object { … }',
  record: 'an object { … }',
};

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'a text';
};

const valueAt = (literal: Literal, path: readonly PropertyKey[]): unknown => {
  let here: Literal | undefined = literal;
  for (const key of path) here = here?.parts.get(typeof key === 'symbol' ? '' : key)?.literal;
  return here?.value;
};

/** `waivers[0].until`, `env.files[".env.live"]`; bounded, without control characters. */
const keyText = (path: readonly PropertyKey[]): string =>
  path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`;
      const name = String(key).slice(0, 80);
      if (!/^[\w$]+$/.test(name)) return `[${JSON.stringify(name)}]`;
      return index === 0 ? name : `.${name}`;
    })
    .join('');

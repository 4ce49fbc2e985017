import { describe, expect, test } from 'vitest';
import { literalPrefix, ownPart } from './own-part.ts';

test.each([
  [/\b(pdl_live_apikey_[a-z0-9]{26})(?!\w)/, 'pdl_live_apikey_'],
  [/(access_token\$production\$[0-9a-z]{16})/, 'access_token$production$'],
  [/["'(](AGE-SECRET-KEY-(?:PQ-)?1)/, 'AGE-SECRET-KEY-'],
  [/(?:api|key)\((sk_ab{2})/, 'sk_a'],
  [/\b((?:live|test)_pub_[0-9a-f]{31})/, ''],
  [/acme[({[/?](apikey_[0-9a-f]{64})/, 'apikey_'],
  [/no group/, ''],
])('%s starts with %j', (pattern, prefix) => expect(literalPrefix(pattern)).toBe(prefix));

describe('ownPart', () => {
  test.each([
    ['pdl_live_apikey_abc', 'pdl_live_apikey_', [0, 16], 'abc'],
    ['PDL_live_apikey_abc', 'pdl_live_apikey_', [0, 4], 'abc'],
    ['live_pub_abc', '', [0, 9], 'abc'],
    ['BSAabc', 'BSA', [-1, 3], 'abc'],
    ['sk-abcT3BlbkFJdef', 'sk-', [6, 14], 'abcdef'],
    ['abc', '', [-20, -10], 'abc'],
    ['abc', 'sk_', [-20, -10], 'abc'],
    ['abc', '', [3, 8], 'abc'],
  ] as const)('of %j without %j and the anchor at %j is %j', (value, prefix, anchor, own) =>
    expect(ownPart(value, prefix, anchor)).toBe(own),
  );
});

import { describe, expect, test } from 'vitest';
import { assigned, KEY } from '../assigned.ts';
import type { LoadedProvider, LoadedRule } from '../define-provider.ts';
import type { Hit } from '../detect/hit.ts';
import { Text } from '../detect/text.ts';
import { expandSample } from '../samples.ts';
import { ruleFinder } from './provider-rules.ts';

const COMMON = { id: 'acme-key', name: 'Acme key', power: 'data', impact: 'Read it all.' } as const;
const provider = (rule: LoadedRule): LoadedProvider => ({
  id: 'acme',
  name: 'Acme',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://acme.example/keys' },
  rules: [rule],
});
const CONTEXT: LoadedRule = {
  ...COMMON,
  anchors: ['acme'],
  pattern: assigned('acme', KEY, '[0-9a-zA-Z]{24}'),
  identifiedBy: 'context',
};
const FORMAT: LoadedRule = {
  ...COMMON,
  anchors: ['"AC_live_apikey_', '\nAC_live_apikey_'],
  pattern: /(?<!\w)(AC_live_apikey_[0-9a-z]{20,600})(?!\w)/,
};

const found = (rule: LoadedRule, text: string): Hit[] => {
  const finder = ruleFinder(provider(rule), rule);
  const hits: Hit[] = [];
  const lower = `\n${text}`.toLowerCase();
  for (const [index, anchor] of finder.anchors.entries()) {
    const letters = anchor.toLowerCase();
    for (let at = lower.indexOf(letters); at !== -1; at = lower.indexOf(letters, at + 1))
      finder.find(new Text(Buffer.from(text, 'latin1'), false), at - 1, at - 1 + letters.length, index, (hit) =>
        hits.push(hit),
      );
  }
  return hits;
};
const values = (rule: LoadedRule, text: string): string[] => found(rule, text).map((hit) => hit.value);

describe('a key named by its provider', () => {
  const value = expandSample('{alnum:24}');

  test.each([`ACME_KEY=${value}`, `myAcmeKey = "${value}"`, `MY_ACME_KEY=${value}`, `"a=b\\nacme_key=${value}\\n"`])(
    'is found in %j',
    (text) => expect(values(CONTEXT, text)).toEqual([value]),
  );

  test.each([
    ['inside another word', `pacme_key = "${value}"`],
    ['inside another word in capitals', `PACME_KEY=${value}`],
    ['of words', 'ACME_KEY=theNameOfAnotherVariable'],
    ['of a keyboard run in a name that says nothing', 'ACME_KEY=xxxxxxxxxxxxxxxxxxxxxxxx'],
  ])('is not found %s', (_, text) => expect(values(CONTEXT, text)).toEqual([]));

  test('counts for less than a format', () => {
    expect(found(CONTEXT, `ACME_KEY=${value}`)).toMatchObject([{ rank: 1, confidence: 'medium', name: 'ACME_KEY' }]);
  });
});

describe('a key of a format', () => {
  const value = expandSample('AC_live_apikey_{lower:30}');

  test.each([
    ['in quotes', `key: "${value}"`],
    ['at the start of the text', value],
    ['at the start of a line', `a\n${value}`],
  ])('is found %s, whole', (_, text) => expect(values(FORMAT, text)).toEqual([value]));

  test.each([
    ['whose prefix is written in another case', `"${value.toUpperCase()}"`],
    ['that is a name', '"AC_live_apikey_thenameofanothervariable"'],
    ['that is a mask', '"AC_live_apikey_xxxxxxxxxxxxxxxxxxxxxxxxx"'],
    ['that says that it is none', '"AC_live_apikey_exampleexampleexample01"'],
    ['inside a long run of base64', `"${value}/${expandSample('{base64:80}')}"`],
  ])('is not found %s', (_, text) => expect(values(FORMAT, text)).toEqual([]));

  test('that reaches beyond the window is read to its end', () => {
    const long = expandSample('AC_live_apikey_{lower:580}');
    expect(values(FORMAT, `key = "${long}"`)).toEqual([long]);
  });
});

test('a rule says where its own kind of key is replaced, where that is another page', () => {
  const text = `"${expandSample('AC_live_apikey_{hex:40}')}"`;
  const own = { kind: 'overlap', at: 'https://acme.example/account/tokens' } as const;
  expect(found(FORMAT, text)[0]?.rotation).toEqual({ kind: 'instant', at: 'https://acme.example/keys' });
  expect(found({ ...FORMAT, rotation: own }, text)[0]?.rotation).toEqual(own);
});

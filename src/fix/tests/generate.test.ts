import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { generateTests, isUntouched } from './generate.ts';
import type { TestsOptions } from './options.ts';
import { identifier, quote } from './source.ts';
import { sampleTrials } from './testing/sample-trials.ts';

const base: TestsOptions = {
  runner: 'node',
  language: 'js',
  modules: 'esm',
  ending: '.js',
  folder: 'tests/launch-ready',
  jestGlobals: false,
};
const MANNERS: readonly Partial<TestsOptions>[] = [
  {},
  { modules: 'cjs' },
  { language: 'ts', ending: '.ts' },
  { runner: 'vitest', language: 'ts' },
  { runner: 'vitest' },
  { runner: 'jest', modules: 'cjs' },
  { runner: 'jest', language: 'ts', ending: '', jestGlobals: true },
];

/** Ways out of a string, a template, a comment or a line. `PWNED` as a name in the program is a way that was found. */
const HOSTILE = [
  `'; PWNED(); '`,
  '"; PWNED(); "',
  '`; PWNED(); `',
  '${PWNED()}',
  '\\${PWNED()}',
  '*/ PWNED(); /*',
  '\n PWNED(); \n',
  '\r PWNED(); \r',
  '\u2028 PWNED(); \u2029',
  '--> PWNED() <!--',
  '\\',
  "\\'; PWNED(); //",
  '⟨⟩⟩ PWNED() ⟨',
  '__proto__',
  'constructor',
  '\ud800',
  '\u202e PWNED()',
  '```\nPWNED\n```',
  'await PWNED()',
];

interface Node {
  type: string;
  name?: unknown;
}

const namesIn = (program: unknown): string[] => {
  const names: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    else if (typeof node === 'object' && node !== null) {
      const { type, name } = node as Node;
      if (type === 'Identifier' && typeof name === 'string') names.push(name);
      for (const one of Object.values(node)) walk(one);
    }
  };
  walk(program);
  return names;
};

const parsed = (name: string, text: string, { modules }: TestsOptions) => {
  const isScript = modules === 'cjs';
  const result = parseSync(name, text, { sourceType: isScript ? 'script' : 'module' });
  expect(result.errors, `${name}\n${text}`).toEqual([]);
  return result.program;
};

describe.each(MANNERS)('%o', (manner) => {
  const options = { ...base, ...manner };

  test('every file is a program', () => {
    const files = generateTests(sampleTrials(), options);
    expect(files.map(({ name }) => name.replace(/\.[jt]s$/, ''))).toEqual([
      'access.test',
      'tenants.test',
      'fields.test',
      'webhooks.test',
      'limits.test',
      'things',
      'support',
      'README.md',
    ]);
    for (const { name, text } of files.filter((file) => !file.name.endsWith('.md'))) {
      parsed(name, text, options);
      expect(text).not.toMatch(/[⟨⟩]|undefined\./);
    }
  });

  test.each(HOSTILE)('text of the app stays text: %j', (odd) => {
    const plain = generateTests(sampleTrials(), options);
    for (const [index, { name, text }] of generateTests(sampleTrials(odd), options).entries()) {
      if (name.endsWith('.md')) continue;
      const program = parsed(name, text, options);
      expect(namesIn(program.body).filter((one) => one === 'PWNED')).toEqual([]);
      const kinds = (body: readonly { type: string }[]): string[] => body.map(({ type }) => type);
      const other = parsed(name, plain[index]?.text ?? '', options);
      expect(kinds(program.body)).toEqual(kinds(other.body));
      expect(text).not.toMatch(/[\u2028\u2029\u202e\r]/);
    }
  });
});

test('the same trials give the same text, and a change of it is seen', () => {
  const [one, two] = [generateTests(sampleTrials(), base), generateTests(sampleTrials(), base)];
  expect(one).toEqual(two);
  for (const { text } of one) {
    expect(isUntouched(text)).toBe(true);
    expect(isUntouched(text.replaceAll('\n', '\r\n'))).toBe(true);
    expect(isUntouched(`${text}\n// mine`)).toBe(false);
  }
  expect(isUntouched('test("mine", () => {});\n')).toBe(false);
});

test('a README cannot be broken out of, and an origin that is none is not written', () => {
  const trials = { ...sampleTrials('```\n# PWNED'), origins: ['http://localhost:3000', '```\n# PWNED'] };
  const readme = generateTests(trials, base).find(({ name }) => name === 'README.md')?.text ?? '';
  expect(readme.split('\n').filter((line) => line.startsWith('# PWNED'))).toEqual([]);
  expect(readme.match(/^```/gm)).toHaveLength(4);
});

test('nothing that was tried gives no files', () => {
  const trials = { ...sampleTrials(), guards: [], attempts: [], lists: [], members: [], webhooks: [], limits: [] };
  expect(generateTests(trials, base)).toEqual([]);
});

test('names are names', () => {
  const taken = new Set<string>();
  expect(['order', 'order', 'class', '1x', 'öäü', 'a-b c'].map((name) => identifier(name, taken))).toEqual([
    'order',
    'order2',
    'class2',
    'thing',
    'thing2',
    'aBC',
  ]);
  expect(quote("it's\n")).toBe(String.raw`'it\'s\u000a'`);
});

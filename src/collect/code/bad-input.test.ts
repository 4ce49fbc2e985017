import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CodeCoverage, Endpoint } from '../../model/evidence/code.ts';
import type { Progress } from '../../model/progress.ts';
import { codeCollector } from './collector.ts';
import type { Limits } from './program/load-program.ts';

const QUIET: Progress = { step: () => ({ update: () => {}, end: () => {} }) };
const CONFIG = {
  secrets: { history: false, exclude: [], maxFileMegabytes: 10, allow: [] },
  env: { files: {}, undocumented: [] },
  waivers: [],
  plan: { engineers: 1, hoursPerDay: 6, ratePerHour: 0, currency: 'USD' },
};
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bad-input-'));
  write('package.json', '{"dependencies":{"express":"5.0.0"}}');
  // What is well is read whatever stands beside it.
  write(
    'good.ts',
    `import express from 'express';\nconst app = express();\napp.get('/good', (req, res) => res.end());`,
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, content: string | Buffer): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

/** Why files were left out, in whole or in part, by path; the good endpoint must be there. */
const told = async (limits?: Partial<Limits>): Promise<{ reasons: Record<string, string>; paths: string[] }> => {
  const all = { files: 1e4, manifests: 100, manifest: 2e6, templates: 100, template: 3e5, bytes: 4e8, ...limits };
  const target = { root, name: 'bad', config: CONFIG };
  const context = { target, evidence: {}, progress: QUIET, signal: new AbortController().signal };
  const found = await codeCollector(all).collect(context);
  const valueOf = <T>(fact: { ok: true; value: T } | { ok: false; reason: string }): T => {
    if (!fact.ok) throw new Error(fact.reason);
    return fact.value;
  };
  const endpoints: readonly Endpoint[] = valueOf(found['code.endpoints']);
  const { partial }: CodeCoverage = valueOf(found['code.coverage']);
  const paths = endpoints.map(({ path }) => path);
  expect(paths).toContain('/good');
  return { reasons: Object.fromEntries(partial.map(({ path, reason }) => [path, reason])), paths };
};

const route = (path: string): string =>
  `import e from 'express';\nconst a = e();\na.get('${path}', (q, s) => s.end());`;
const DEEP = 10_000;

describe('what nests without end is left out and told', () => {
  test.each<[string, string, string]>([
    ['arrays', 'a.ts', `x = ${'['.repeat(9_000)}${']'.repeat(9_000)}`],
    ['arrays over lines', 'a.ts', `x = ${'[\n'.repeat(DEEP)}${']\n'.repeat(DEEP)}`],
    ['arrays that are not closed', 'a.ts', `x = ${'[\n'.repeat(DEEP)}`],
    ['functions', 'a.ts', `${'function f() {\n'.repeat(DEEP)}${'}\n'.repeat(DEEP)}`],
    ['JSX', 'a.tsx', `x = ${'<a>\n'.repeat(DEEP)}${'</a>\n'.repeat(DEEP)}`],
    ['blocks', 'a.js', `${'{\n'.repeat(DEEP)}${'}\n'.repeat(DEEP)}`],
    ['templates', 'a.ts', `x = ${'`${\n'.repeat(DEEP)}1${'\n}`'.repeat(DEEP)}`],
    ['arrows', 'a.ts', `x = ${'a =>\n'.repeat(DEEP * 10)}1`],
    ['types', 'a.ts', `let x: ${'A<\n'.repeat(DEEP)}B${'>'.repeat(DEEP)}`],
    ['branches', 'a.ts', `${'if (a) {}\nelse '.repeat(DEEP)}{}`],
    ['waiting', 'a.ts', `async () => ${'await\n'.repeat(DEEP * 10)}1`],
    ['behind closing brackets in strings', 'a.ts', `x = ${`["]",\n`.repeat(DEEP)}${']'.repeat(DEEP)}`],
    ['behind closing brackets in comments', 'a.ts', `x = ${`[/* ] */\n`.repeat(DEEP)}${']'.repeat(DEEP)}`],
    ['a chain of calls', 'a.ts', `x${'\n.a()'.repeat(DEEP * 10)}`],
    ['a sum', 'a.ts', `x = 1${'\n+ 1'.repeat(DEEP * 10)}`],
  ])('%s', async (_, path, text) => {
    write(path, text);
    expect((await told()).reasons[path]).toMatch(/nests deeper|call stack/);
  });
});

describe('texts', () => {
  test('with a mark, in UTF-16, in Latin-1 and with a control character are read', async () => {
    write('bom.ts', `\uFEFF${route('/bom')}`);
    write('wide.ts', Buffer.from(`\uFEFF${route('/wide')}`, 'utf16le'));
    write('turned.ts', Buffer.from(`\uFEFF${route('/turned')}`, 'utf16le').swap16());
    write('latin.ts', Buffer.from(`// caf\u00e9\n${route('/latin')}`, 'latin1'));
    const { paths, reasons } = await told();
    expect(paths).toEqual(expect.arrayContaining(['/bom', '/wide', '/turned', '/latin']));
    expect(reasons).toEqual({});
  });

  test('that are none, are written by machines, or have mistakes are told', async () => {
    write('nul.ts', `const a = 1;\0${route('/nul')}`);
    write('min.js', `var a=1;`.repeat(130_000));
    write('large.ts', `// long\n`.repeat(200_000));
    write('broken.ts', `const = 1;\n${route('/broken')}`);
    write('hopeless.ts', 'const = ;\n'.repeat(30));
    const { paths, reasons } = await told();
    expect(reasons).toEqual({
      'nul.ts': 'it is no text',
      'min.js': 'minified',
      'large.ts': 'too large for source that people write',
      'broken.ts': expect.stringContaining('Unexpected token'),
      'hopeless.ts': expect.stringContaining('Unexpected token'),
    });
    expect(paths).toContain('/broken');
  });
});

describe('files', () => {
  test('behind links are not read, in circles or out of the repository; a pipe is not waited for', async () => {
    symlinkSync('.', join(root, 'round'));
    symlinkSync('/etc', join(root, 'out'));
    symlinkSync('/etc/passwd', join(root, 'passwd.ts'));
    symlinkSync('self.ts', join(root, 'self.ts'));
    execFileSync('mkfifo', [join(root, 'pipe.ts')]);
    const { reasons } = await told();
    expect(reasons).toEqual({
      'passwd.ts': 'a symbolic link, which is not followed',
      'self.ts': 'a symbolic link, which is not followed',
    });
  });

  test('of strange names are read, and their names are kept as they are', async () => {
    const name = 'a\u001b[31m\nb "\'`$(x).ts';
    write(name, `const = 1;\n${route('/strange')}`);
    const { paths, reasons } = await told();
    expect(paths).toContain('/strange');
    expect(Object.keys(reasons)).toEqual([name]);
  });

  test('beyond the bounds are told by the first of them and their number', async () => {
    for (let at = 0; at < 20; at++) write(`many/${at}.ts`, '');
    expect(Object.values((await told({ files: 10 })).reasons)).toEqual([
      'more files than are read: this one and 10 others',
    ]);
  });

  test('hundreds that are broken are told by the first of them and their number', async () => {
    for (let at = 0; at < 210; at++) write(`many/${at}.ts`, 'const = 1;');
    const reasons = Object.values((await told()).reasons);
    expect(reasons).toHaveLength(201);
    expect(reasons.at(-1)).toBe('this and 9 others');
  });

  test('beyond so many bytes are told', async () => {
    write('z.ts', route('/z'));
    const { reasons } = await told({ bytes: 100 });
    expect(reasons['z.ts']).toBe('more source than is read');
  });
});

describe('manifests', () => {
  test('that are huge, broken, lists, or lead out of the repository hold nothing up', async () => {
    write('huge/package.json', `{"name":"huge","x":"${'x'.repeat(2_100_000)}"}`);
    write('broken/package.json', '{"name":');
    write('list/package.json', '[[[]]]');
    write('odd/package.json', '{"name":7,"dependencies":[],"exports":{"a":{"b":{"c":{"d":{"e":{"f":{"g":"x"}}}}}}}}');
    write(
      'out/package.json',
      '{"name":"out","main":"../../../../etc/passwd","workspaces":["../../**","/etc/*"],"exports":{".":"../../../x.ts"}}',
    );
    write('uses.ts', `import out from 'out';\n${route('/uses')}\nout();`);
    const { paths, reasons } = await told();
    expect(paths).toContain('/uses');
    expect(reasons).toEqual({ 'huge/package.json': 'too large for source that people write' });
  });

  test('of TypeScript that extend each other, name everything, or lead out of the repository hold nothing up', async () => {
    write('tsconfig.json', '{"extends":["./a/tsconfig.json","./tsconfig.json"],"compilerOptions":{"baseUrl":"../.."}}');
    write(
      'a/tsconfig.json',
      '{"extends":"../tsconfig.json","compilerOptions":{"paths":{"*":["../../../*","/etc/*"]}}}',
    );
    write(
      'b/tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          paths: Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`@${at}/*`, ['*/*/*']])),
        },
      }),
    );
    write(
      'b/uses.ts',
      `${Array.from({ length: 200 }, (_, at) => `import a${at} from '@${at}/${'*'.repeat(50)}';`).join('\n')}\n${route('/b')}`,
    );
    write('a/uses.ts', `import p from 'passwd';\nimport q from '../../../../etc/passwd';\n${route('/a')}\np(q);`);
    expect((await told()).paths).toEqual(expect.arrayContaining(['/a', '/b']));
  });
});

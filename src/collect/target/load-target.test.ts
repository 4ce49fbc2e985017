import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULTS } from './defaults.ts';
import { loadTarget } from './load-target.ts';

let root = '';
beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'launch-ready-target-')), 'bazaar');
  mkdirSync(root);
});
afterEach(() => rmSync(join(root, '..'), { recursive: true, force: true }));

const write = (name: string, text: string): void => writeFileSync(join(root, name), text);

const errorOf = async (name: string, text: string): Promise<string> => {
  write(name, text);
  const loaded = await loadTarget({ path: root });
  return loaded.ok ? 'loaded' : loaded.error;
};

describe('what is reviewed', () => {
  test('a folder without a config gets the defaults and its own name', async () => {
    expect(await loadTarget({ path: root })).toMatchObject({
      ok: true,
      target: { name: 'bazaar', config: DEFAULTS },
      notes: [],
    });
  });

  test('a file:// URL is a folder', async () => {
    expect(await loadTarget({ path: pathToFileURL(root).href })).toMatchObject({
      ok: true,
      target: { name: 'bazaar' },
    });
  });

  test('a bare mirror is named without .git', async () => {
    mkdirSync(join(root, 'shop.git'));
    expect(await loadTarget({ path: join(root, 'shop.git') })).toMatchObject({ ok: true, target: { name: 'shop' } });
  });

  test.each([
    ['nowhere', /There is no folder/],
    ['file.txt', /is a file\. Give the folder/],
    ['loop', /leads to itself/],
    ['https://github.com/some/app', /Clone it first: git clone/],
    ['git@github.com:some/app.git', /Clone it first/],
    ['file://elsewhere/app', /not a folder on this machine/],
  ])('%s is refused', async (name, message) => {
    write('file.txt', '');
    symlinkSync(join(root, 'loop'), join(root, 'loop'));
    const loaded = await loadTarget({ path: name.includes(':') ? name : join(root, name) });
    expect(loaded.ok ? '' : loaded.error).toMatch(message);
  });
});

describe('a config is read', () => {
  const config = { name: 'Bazaar', secrets: { history: false }, plan: { ratePerHour: 90 } };

  test.each([
    ['launch-ready.config.json', JSON.stringify(config)],
    ['launch-ready.config.jsonc', `\uFEFF// ours\n${JSON.stringify(config)} // end`],
    ['launch-ready.config.js', `export default ${JSON.stringify(config)}`],
    [
      'launch-ready.config.mjs',
      `import { defineConfig } from 'launch-ready';\nexport default defineConfig(${JSON.stringify(config)});`,
    ],
    [
      'launch-ready.config.ts',
      "import { defineConfig, type ConfigInput } from 'launch-ready';\n/* é😀 */\nexport default (defineConfig({ name: `Bazaar`, 'secrets': { history: false, }, plan: { ratePerHour: +90 } }) );",
    ],
    ['launch-ready.config.mts', `export default ${JSON.stringify(config)} as const satisfies object;`],
  ])('%s', async (name, text) => {
    write(name, text);
    expect(await loadTarget({ path: root })).toMatchObject({
      ok: true,
      target: {
        name: 'Bazaar',
        config: { secrets: { history: false, maxFileMegabytes: 64 }, plan: { ratePerHour: 90, currency: 'USD' } },
      },
      notes: [`Config: ${name}`],
    });
  });

  test('from another place', async () => {
    write('other.json', '{"name":"Other"}');
    expect(await loadTarget({ path: root, configPath: join(root, 'other.json') })).toMatchObject({
      ok: true,
      target: { name: 'Other' },
    });
  });
});

describe('a config is never run', () => {
  test.each([
    ["import fs from 'node:fs';\nexport default { name: fs.readFileSync('x') };", '2:24 a call may not stand here'],
    ['export default {\n  name: process.env.NAME,\n};', '2:9 a property of something else may not stand here'],
    ['const name = "x";\nexport default { name };', '1:1 only imports and `export default { … }` may stand here'],
    ['export default { name: `a${1}` };', '1:28 a text may not have ${…} in it'],
    ['export default { ...{} };', '1:18 a spread (…) may not stand here'],
    ['export default { waivers: [...[]] };', '1:28 a spread (…) may not stand here'],
    ['export default { get name() { return "x"; } };', '1:18 a function may not stand here'],
    ['export default { ["name"]: "x" };', '1:18 a computed key may not stand here'],
    ['export default { "__proto__": {} };', '1:18 this key may not stand here'],
    ['export default { name: "a", name: "b" };', '1:29 the key "name" stands here twice'],
    ['export default (await import("x"));', '1:17 await may not stand here'],
    ['export default build({});', '1:16 only `defineConfig({ … })` may be called here'],
    ['export default { name: -"x" };', '1:24 an expression may not stand here'],
    ['export default { name: 5n };', '1:24 only text, numbers, true, false and null may stand here'],
    ['export const name = 1;', '1:1 only imports'],
    ['', '1:1 the file is empty'],
    ["import 'x';", '1:1 the file has no `export default { … }`'],
    [`export default ${'['.repeat(100_000)}`, '1:515 the file nests too deep'],
  ])('%s', async (text, message) => {
    const error = await errorOf('launch-ready.config.ts', text);
    expect(error).toContain(`launch-ready.config.ts:${message}`);
    expect(error).toContain('never run');
  });
});

describe('an error names the key and the line', () => {
  test.each([
    ['{\n  "name": 5\n}', '2:3 name: must be a text, is 5'],
    [
      '{\n  // history\n  "secrets": {\n    "histroy": true } }',
      '4:5 secrets.histroy: there is no such key; did you mean history?',
    ],
    ['{\n  "secrets": { "exclude": ["a",\n   "" ] } }', '3:4 secrets.exclude[1]: must not be empty'],
    ['{"secrets": {"exclude": "a"}}', '1:14 secrets.exclude: must be a list, is a text'],
    ['{"secrets": {"maxFileMegabytes": -1}}', '1:14 secrets.maxFileMegabytes: must be more than 0'],
    ['{"plan": {\n"engineers": 1,\n"hoursPerDay": 30 }}', '3:1 plan.hoursPerDay: must be at most 24'],
    ['{"plan": {"currency": "dollar"}}', '1:11 plan.currency: must be three capital letters, such as USD'],
    ['{"env": {"files": {\n".env.live": "prod"}}}', '2:1 env.files[".env.live"]: must be one of development, test'],
    [
      '{"waivers": [{"finding": "M2", "reason": "x", "owner": "me",\n"until": "2026-02-30"}]}',
      '2:1 waivers[0].until: must be a date, such as 2026-12-31',
    ],
    [
      '{"waivers": [\n{"finding": "M2", "reason": "x", "until": "2026-02-20", "ownr": 1}]}',
      '2:1 waivers[0].owner: is missing',
    ],
    [
      '{"waivers": [\n{"finding": "M2", "reason": "x", "until": "2026-02-20", "ownr": 1}]}',
      '2:57 waivers[0].ownr: there is no such key; did you mean owner?',
    ],
    ['[]', '1:1 the config: must be an object { … }, is a list'],
    ['{"name": "a"', '1:13 the file ends too early.'],
    ['{"name": "a" "secrets": 1}', '1:14 expected `,` or `}`'],
  ])('%s', async (text, message) => {
    expect(await errorOf('launch-ready.config.json', text)).toContain(`launch-ready.config.json:${message}`);
  });

  test('an ending that is no config', async () => {
    write('launch.yml', 'name: x');
    const loaded = await loadTarget({ path: root, configPath: join(root, 'launch.yml') });
    expect(loaded.ok ? '' : loaded.error).toContain('must end in');
  });

  test('two configs', async () => {
    write('launch-ready.config.ts', 'export default {}');
    expect(await errorOf('launch-ready.config.json', '{}')).toContain(
      'two configs, launch-ready.config.ts and launch-ready.config.json',
    );
  });

  test('a folder, a huge file and a file that is not there', async () => {
    mkdirSync(join(root, 'launch-ready.config.ts'));
    expect(await errorOf('x', '')).toContain('launch-ready.config.ts cannot be read: it is not a file');
    rmSync(join(root, 'launch-ready.config.ts'), { recursive: true });
    expect(await errorOf('launch-ready.config.json', ' '.repeat(1024 * 1024 + 1))).toContain('larger than 1 MB');
    const loaded = await loadTarget({ path: root, configPath: join(root, 'gone.json') });
    expect(loaded.ok ? '' : loaded.error).toContain('there is no such file');
  });
});

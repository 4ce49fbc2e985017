import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadTarget } from '../../collect/target/load-target.ts';
import { launch, workFolder } from '../testing/run-bin.ts';

let folder = workFolder();
beforeEach(() => {
  folder = workFolder();
});
afterEach(() => folder.remove());

const configIn = async () => {
  const loaded = await loadTarget({ path: folder.path });
  if (!loaded.ok) throw new Error(loaded.error);
  return loaded.target.config;
};

describe('init', () => {
  test.each([
    ['ts', []],
    ['json', ['--json']],
  ])('writes a config (.%s) that loads again', async (ending, flags) => {
    folder.write('package.json', '{"devDependencies":{"launch-ready":"0.1.0"}}');
    folder.write(".env.o'dd\\", 'PORT=1\n');
    const ran = await launch(folder.path, ['init', ...flags]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/Next: npx launch-ready\n$/);
    const text = readFileSync(join(folder.path, `launch-ready.config.${ending}`), 'utf8');
    expect(text).toContain('launch-ready');
    expect(await configIn()).toMatchObject({
      secrets: { history: true, maxFileMegabytes: 64 },
      plan: { ratePerHour: 120 },
      waivers: [],
    });
    expect((await launch(folder.path, ['--json'])).code).toBe(3);
  });

  test('names an env file whose environment it cannot tell', async () => {
    folder.write('.env.blue', 'PORT=1\n');
    await launch(folder.path, ['init']);
    expect((await configIn()).env.files).toEqual({ '.env.blue': 'unknown' });
  });

  test('imports nothing where launch-ready is not a dependency', async () => {
    await launch(folder.path, ['init']);
    expect(readFileSync(join(folder.path, 'launch-ready.config.ts'), 'utf8')).not.toContain('import');
  });

  test('never replaces a config, of whatever ending, without --force', async () => {
    folder.write('launch-ready.config.json', '{"name":"mine"}');
    const other = await launch(folder.path, ['init', '--force']);
    expect(other.code).toBe(2);
    expect(other.stderr).toContain('launch-ready.config.json exists already');
    expect(existsSync(join(folder.path, 'launch-ready.config.ts'))).toBe(false);
    expect((await launch(folder.path, ['init', '--json'])).code).toBe(2);
    expect((await configIn()).name).toBe('mine');
    expect((await launch(folder.path, ['init', '--json', '--force'])).code).toBe(0);
    expect((await configIn()).name).not.toBe('mine');
  });

  test('replaces a broken config with --force', async () => {
    folder.write('launch-ready.config.ts', 'export default {');
    expect((await launch(folder.path, ['init', '--force'])).code).toBe(0);
    expect(await configIn()).toHaveProperty('plan');
  });
});

test('a review stops at a wrong config and names the file, the line and the key', async () => {
  folder.write('launch-ready.config.ts', 'export default {\n  plan: { enginers: 2 },\n};\n');
  const ran = await launch(folder.path, ['--json']);
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toBe(
    'launch-ready: launch-ready.config.ts:2:11 plan.enginers: there is no such key; did you mean engineers?\n',
  );
});

test('a config is never run', async () => {
  folder.write(
    'launch-ready.config.ts',
    "import { writeFileSync } from 'node:fs';\nwriteFileSync('ran', '');\nexport default {};\n",
  );
  const ran = await launch(folder.path, []);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('launch-ready.config.ts:2:1');
  expect(existsSync(join(folder.path, 'ran'))).toBe(false);
});

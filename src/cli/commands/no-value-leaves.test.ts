import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expandSample } from '../../collect/secrets/samples.ts';
import { git, launch, workFolder } from '../testing/run-bin.ts';

/** Every value that was planted, by what it is. */
const planted = new Map<string, string>();
const plant = (what: string, template = 'sk_live_{alnum:24}'): string => {
  const value = expandSample(template, what);
  planted.set(what, value);
  return value;
};
const privateKey = (what: string): string => {
  const pem = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;
  const lines = pem.trim().split('\n').slice(1, -1);
  for (const [index, line] of lines.entries()) planted.set(`${what}, line ${index + 2}`, line);
  return pem;
};

const app = workFolder();
const out = workFolder();
afterAll(() => {
  app.remove();
  out.remove();
});

const plantAll = (): void => {
  const { path, write } = app;
  git(path, 'init', '-q', '-b', plant('branch', 'feature-sk_live_{alnum:24}'));
  write(
    '.env',
    [
      `STRIPE_SECRET_KEY=${plant('env file')}`,
      `JWT_SECRET=${plant('own secret', '{base64url:40}')}`,
      `ADMIN_PASSWORD=${plant('short password', 'Zq{digit:4}mkw')}`,
      `PIN=${plant('number', '83{digit:6}')}`,
      `DATABASE_URL=postgres://app:${plant('database password', '{alnum:20}')}@db.example.net:5432/shop`,
      `MULTI="${plant('first line', '{alnum:30}')}\n${plant('second line', 'aB{alnum:28}')}"`,
    ].join('\n'),
  );
  write(
    '.env.production',
    `SESSION_SECRET=${plant('session', '{hex:64}')}\nSMTP_PASS=${plant('mail', 'q7{alnum:7}')}\n`,
  );
  write(
    'src/a.ts',
    [
      `const gh = '${plant('token', 'ghp_{alnum:36}')}';`,
      `const basic = 'https://admin:${plant('basic auth', '{alnum:18}')}@api.example.net/v1';`,
      `const h = { authorization: 'Bearer ${plant('bearer', '{alnum:40}')}' };`,
      `const password = '${plant('password in code', 'Tr0ub4dor{alnum:8}')}';`,
      `const near = '${plant('beside it', 'aB3{alnum:9}')}';`,
      `const x = process.env.JWT_SECRET || '${plant('default', 'default7{alnum:12}')}';`,
      `const y = process.env.API_KEY ?? '${plant('second default', '{alnum:32}')}';`,
      `const z = process.env.${plant('name of a variable')};`,
    ].join('\n'),
  );
  write('src/b.ts', `const db = "mongodb+srv://root:${plant('cluster', '{alnum:22}')}@c0.abcde.mongodb.net/app";\n`);
  write('keys/server.pem', privateKey('key'));
  write('src/cut.ts', `const k = 1;\n${privateKey('cut key').split('\n').slice(0, 18).join('\n')}\n`);
  write('account.json', JSON.stringify({ type: 'service_account', private_key: privateKey('account') }, null, 1));
  write('src/enc.ts', `const e = '${Buffer.from(`{"key":"${plant('base64')}"}`).toString('base64')}';\n`);
  write('dist/bundle.js', `var a="${Buffer.from(planted.get('own secret') ?? '').toString('base64')}";\n`);
  write('dist/bundle.js.map', JSON.stringify({ version: 3, sourcesContent: [`const q='${plant('source map')}'`] }));
  write('dist/index.html', '<script src=bundle.js></script>');
  write(`notes/${plant('file name')}.txt`, `const key = '${plant('in that file')}'\n`);
  write(`cfg/.env.${plant('env file name')}`, 'A=1\n');
  write(`nested/${plant('folder name', 'ghp_{alnum:36}')}/.env`, `B_SECRET_KEY=${plant('nested', '{base64url:40}')}\n`);
  write('package.json', JSON.stringify({ name: 'app', dependencies: { vite: '1', react: '1' } }));
  write(
    'Dockerfile',
    `FROM node\nENV STRIPE_KEY=${plant('image')}\nENV ADMIN_PASSWORD=${plant('image password', 'Hx{digit:5}qq')}\nCOPY . . # ${plant('comment')}\n`,
  );
  write(
    '.github/workflows/ci.yml',
    `on: push\njobs:\n  a:\n    steps:\n      - run: printenv # ${plant('workflow')}\n`,
  );
  write(
    'logs/app.log',
    `login password=${plant('log', 'Qw7{alnum:14}')} token=${plant('log token', 'ghp_{alnum:36}')}\n`,
  );
  writeFileSync(join(path, 'old.gz'), gzipSync(`k='${plant('archive')}'`));
  write('.env.example', `STRIPE_SECRET_KEY=${plant('example')}\nFOO=${plant('example value', 'aB7{alnum:24}')}\n`);
  git(
    path,
    'config',
    'remote.origin.url',
    `https://u:${plant('remote', '{alnum:20}')}@git.example.net/x?t=${plant('query', '{alnum:20}')}`,
  );
  write('.gitignore', '.env\ndist\n');
  const author = ['-c', `user.name=Bob ${plant('author')}`];
  const asAuthor = (...args: string[]) => git(path, ...author, ...args);
  git(path, 'add', '-A');
  asAuthor('commit', '-q', '-m', plant('message'));
  write('old.env', `K=${plant('history')}\n`);
  git(path, 'add', '-A', '-f');
  asAuthor('commit', '-q', '-m', 'x');
  git(path, 'rm', '-q', 'old.env');
  asAuthor('commit', '-q', '-m', 'y');
  write('staged.ts', `const s='${plant('index')}';`);
  git(path, 'add', 'staged.ts');
};

const FORMATS = ['terminal', 'html', 'markdown', 'json', 'sarif', 'junit', 'github'];
const texts = new Map<string, string>();

const runAll = async (): Promise<void> => {
  const files = FORMATS.flatMap((format) => ['--format', `${format}=${join(out.path, format)}`]);
  const kept = ['--save-evidence', join(out.path, 'evidence'), '--save-baseline', join(out.path, 'baseline')];
  const runs: [string, string[], Record<string, string>?][] = [
    ['review', ['.', '--verbose', ...files, ...kept]],
    ['summary', ['.', '--format', 'github', '--no-save'], { GITHUB_STEP_SUMMARY: join(out.path, 'summary') }],
    ['secrets', ['secrets', '.', '--verbose']],
    ['env', ['env', '.', '--write', join(out.path, 'documents')]],
    ['env text', ['env', '.']],
    ['env json', ['env', '.', '--json']],
    ['gate', ['gate', '--staged']],
    ['gate in CI', ['gate', '--diff', 'HEAD~2'], { GITHUB_ACTIONS: 'true' }],
    ['init', ['init', '.', '--json']],
  ];
  for (const [name, args, environment] of runs) {
    const ran = await launch(app.path, args, { XDG_CACHE_HOME: join(out.path, 'cache'), ...environment });
    expect(ran.code, `${name}: ${ran.stderr}`).not.toBe(2);
    texts.set(name, ran.stdout + ran.stderr);
  }
  for (const [name, folder] of [
    ['written', out.path],
    ['kept', join(app.path, '.launch-ready')],
  ] as const)
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (file.isFile()) texts.set(`${name} ${file.name}`, readFileSync(join(file.parentPath, file.name), 'latin1'));
  texts.set('config', readFileSync(join(app.path, 'launch-ready.config.json'), 'utf8'));
};

beforeAll(async () => {
  plantAll();
  await runAll();
}, 120_000);

test('what was planted is found, so that there is something to hide', () => {
  expect(planted.size).toBeGreaterThan(60);
  expect(texts.size).toBeGreaterThan(20);
  expect([...texts.keys()].some((name) => /^written [0-9a-f]{64}\.json$/.test(name))).toBe(true);
  const review = JSON.parse(texts.get('written json') ?? '{}') as { counts: { mustFix: number } };
  expect(review.counts.mustFix).toBeGreaterThan(15);
});

test('no value stands in any report, evidence, document, message or kept file: not whole, not in part, not encoded', () => {
  const told: string[] = [];
  for (const [what, value] of planted) {
    const core = value.replace(/^.*(?:sk_live_|ghp_)/, '');
    const parts = core.length >= 16 ? [core.slice(0, 8), core.slice(-8)] : [core];
    const forms = [...parts, Buffer.from(value).toString('base64').slice(0, 20), Buffer.from(core).toString('hex')];
    for (const [where, text] of texts) if (forms.some((form) => text.includes(form))) told.push(`${what} in ${where}`);
  }
  expect(told).toEqual([]);
});

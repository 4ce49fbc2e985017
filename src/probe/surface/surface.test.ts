import { describe, expect, test } from 'vitest';
import type { App, Reply } from '../accounts/test-context.ts';
import { trial, whoAsks } from '../answers/test-trial.ts';
import { debugSurface } from './debug-surface.ts';
import { errorDetails } from './error-details.ts';
import { sourcesNamed } from './files.ts';
import { introspection } from './introspection.ts';
import { servedFile } from './served-file.ts';
import { settingsInJson, settingsInText } from './settings-in.ts';
import { mapOf, scriptsOf, sourcesIn } from './source-maps.ts';
import { sourceMapServed } from './source-map-served.ts';
import { traceMethod } from './trace-method.ts';
import { isUndescribed, undocumentedRoute } from './undocumented-route.ts';

const MISSING: Reply = { status: 404, json: { error: 'nothing here' } };
const pages =
  (known: Readonly<Record<string, Reply>>): App =>
  ({ path }) =>
    known[path] ?? MISSING;
/** Answers everything in the same way. */
const catchAll: App = () => ({
  html: '<html><body>DATABASE_URL=1 services: # HELP phpinfo() PHP Version</body></html>',
});
const text = (html: string): Reply => ({ html, headers: { 'content-type': 'text/plain' } });

describe('errors', () => {
  const login = ['POST /api/login', ['email', 'password']] as const;
  test('with a stack are told once, with the places', async () => {
    const stack = 'Error: bad\n    at parse (/srv/app/src/parse.ts:3:5)';
    const said = await trial(errorDetails, () => ({ status: 400, json: { stack } }), [login, ['GET /api/orders/{id}']]);
    expect(said).toMatchObject([{ subject: 'a stack trace in errors', verdict: 'confirmed', facts: { places: 2 } }]);
  });
  test('without anything are refuted, and what is no error is not judged', async () => {
    expect((await trial(errorDetails, () => MISSING, [login]))[0]).toMatchObject({ verdict: 'refuted' });
    const fine: App = () => ({ json: { review: 'Error: x\n    at y (/srv/app/a.js:1:1)' } });
    expect((await trial(errorDetails, fine, [login]))[0]).toMatchObject({ verdict: 'refuted' });
  });
});

describe('debug pages', () => {
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://a:b@c/d',
    JWT_SECRET: 'abcdefghijkl',
    SMTP_HOST: 'x',
    PORT: 1,
  };
  test('that show settings are told without a value of them', async () => {
    const said = await trial(debugSurface, pages({ '/debug/env': { json: env } }), []);
    expect(said).toMatchObject([{ subject: 'GET /debug/env', verdict: 'confirmed', facts: { secret: true } }]);
    expect(JSON.stringify(said)).not.toContain('abcdefghijkl');
  });
  test('of metrics are known by their content', async () => {
    const metrics = '# HELP a b\n# TYPE a counter\na{b="c"} 1\n';
    expect(await trial(debugSurface, pages({ '/metrics': text(metrics) }), [])).toMatchObject([
      { subject: 'GET /metrics', verdict: 'confirmed', facts: { secret: false } },
    ]);
  });
  test.each([
    ['an app that answers everything', catchAll],
    [
      'settings for the browser',
      pages({ '/config': { json: { VITE_API_URL: 'x', NEXT_PUBLIC_KEY: 'y', apiUrl: 'z' } } }),
    ],
    ['a shop that calls a page metrics', pages({ '/metrics': { html: '<html>Our metrics</html>' } })],
    ['nothing', pages({})],
  ])('are silent for %s', async (_what, app) => {
    expect(await trial(debugSurface, app, [])).toMatchObject([{ verdict: 'refuted' }]);
  });
  test('of GraphQL are meant to be in development', async () => {
    const app = pages({ '/graphiql': { html: '<html><title>GraphiQL</title></html>' } });
    expect((await trial(debugSurface, app, []))[0]).toMatchObject({ verdict: 'refuted' });
    const said = await trial(debugSurface, app, [], { boundary: { environment: 'production' } });
    expect(said[0]).toMatchObject({ verdict: 'confirmed' });
  });
});

describe('settings', () => {
  test('in text and JSON', () => {
    expect(settingsInText('# x\nexport API_KEY="abcdefg"\nNODE_ENV=production\n')).toEqual({
      names: ['API_KEY', 'NODE_ENV'],
      secrets: ['API_KEY'],
    });
    expect(settingsInText('API_KEY=****\nNODE_ENV=x')?.secrets).toEqual([]);
    expect(settingsInText('a = b\nc = d')).toBeNull();
    expect(settingsInText('<html>A_B=c</html>')).toBeNull();
    expect(settingsInJson({ env: { A_B: 1, C_D: 'x', E_F: true, G_SECRET: 'abcdefgh' } })?.secrets).toEqual([
      'G_SECRET',
    ]);
    expect(settingsInJson({ A_B: 1 })).toBeNull();
  });
});

describe('files', () => {
  test('are one finding, the worst first', async () => {
    const app = pages({
      '/package.json': { json: { name: 'shop', scripts: { start: 'node src/main.ts' } } },
      '/src/main.ts': text("import express from 'express';"),
      '/.git/HEAD': text('ref: refs/heads/main\n'),
    });
    const said = await trial(servedFile, app, []);
    expect(said).toMatchObject([
      { subject: 'GET /.git/HEAD', verdict: 'confirmed', facts: { harmless: false, files: 3 } },
    ]);
    expect(said[0]?.said).toContain('/src/main.ts');
  });
  test('that tell little are harmless', async () => {
    const app = pages({ '/package.json': { json: { name: 'shop', dependencies: {} } } });
    expect((await trial(servedFile, app, []))[0]).toMatchObject({ facts: { harmless: true } });
  });
  test('of settings show names only', async () => {
    const said = await trial(servedFile, pages({ '/.env': text('STRIPE_KEY=qwertyuiop\nA_B=c\n') }), []);
    expect(said[0]).toMatchObject({ subject: 'GET /.env', verdict: 'confirmed' });
    expect(JSON.stringify(said)).not.toContain('qwertyuiop');
  });
  test('are not what an app answers to everything', async () => {
    expect(await trial(servedFile, catchAll, [])).toMatchObject([{ verdict: 'refuted' }]);
    expect(await trial(servedFile, () => ({ json: { name: 'x', scripts: {} } }), [])).toMatchObject([
      { verdict: 'refuted' },
    ]);
  });
  test('of source are looked for where the manifest points', () => {
    expect(sourcesNamed({ main: './dist/a.js', scripts: { dev: 'node --watch ../x/b.ts src/c.ts' } })).toEqual(
      expect.arrayContaining(['/dist/a.js', '/src/c.ts']),
    );
    expect(sourcesNamed('x')).toEqual([]);
  });
});

describe('source maps', () => {
  const page = { html: '<html><script type="module" src="/assets/app-abc.js"></script></html>' };
  const script = { html: 'x()\n//# sourceMappingURL=app-abc.js.map', headers: { 'content-type': 'text/javascript' } };
  test('that are served', async () => {
    const map = { json: { version: 3, sources: ['a.ts'], mappings: '' } };
    const app = pages({ '/': page, '/assets/app-abc.js': script, '/assets/app-abc.js.map': map });
    expect((await trial(sourceMapServed, app, []))[0]).toMatchObject({ verdict: 'confirmed', subject: 'source maps' });
    expect((await trial(sourceMapServed, pages({ '/': page, '/assets/app-abc.js': script }), []))[0]).toMatchObject({
      verdict: 'refuted',
    });
  });
  test('are asked for on allowed origins only', () => {
    expect(
      scriptsOf('<script src="https://cdn.example/a.js"></script><script src="/b.js"></script>', 'http://here/', [
        'http://here',
      ]),
    ).toEqual(['http://here/b.js']);
    expect(mapOf('x', undefined, 'http://here/a.js')).toBe('http://here/a.js.map');
    expect(mapOf('//# sourceMappingURL=data:application/json;base64,e30=', undefined, 'http://here/a.js')).toBeNull();
    expect(sourcesIn(undefined, '{"version":3,"sources":["a"')).toBe(1);
    expect(sourcesIn({ a: 1 }, '{"a":1}')).toBeNull();
  });
});

describe('introspection', () => {
  const graphql =
    (open: boolean): App =>
    () => ({
      json: open ? { data: { __schema: { types: [{}, {}] } } } : { errors: [{ message: 'no introspection' }] },
    });
  const operations = [['POST /graphql', ['query'], { sources: ['graphql'] }]] as const;
  test.each([
    [true, 'production', 'confirmed'],
    [true, 'staging', 'confirmed'],
    [true, 'development', 'refuted'],
    [false, 'production', 'refuted'],
  ] as const)('open %s in %s: %s', async (open, environment, verdict) => {
    const said = await trial(introspection, graphql(open), operations, { boundary: { environment } });
    expect(said).toMatchObject([{ verdict }]);
  });
  test('has nothing to say without GraphQL', async () => {
    expect(await trial(introspection, graphql(true), [])).toEqual([]);
  });
});

test('TRACE is confirmed by a header that came back', async () => {
  const echo: App = ({ headers }) => ({ html: JSON.stringify(headers), headers: { 'content-type': 'message/http' } });
  expect((await trial(traceMethod, echo, []))[0]).toMatchObject({ verdict: 'confirmed' });
  expect((await trial(traceMethod, catchAll, []))[0]).toMatchObject({ verdict: 'refuted' });
});

describe('routes without a description', () => {
  const app: App = ({ path, headers }) =>
    path === '/api/old/things'
      ? { json: [{ id: 1 }] }
      : path === '/api/mine' && whoAsks(headers) === undefined
        ? { status: 401 }
        : { json: {} };
  const found = { sources: ['guess'] as const };
  test('are told together', async () => {
    const said = await trial(undocumentedRoute, app, [
      ['GET /api/things'],
      ['GET /api/old/things', [], found],
      ['GET /api/mine', [], found],
      ['GET /debug/outbox', [], found],
    ]);
    expect(said).toMatchObject([{ verdict: 'confirmed', facts: { routes: 1 } }]);
    expect(said[0]?.said).toContain('GET /api/old/things');
  });
  test('are none where there is no description', async () => {
    expect(await trial(undocumentedRoute, app, [['GET /api/old/things', [], found]])).toEqual([]);
    expect(isUndescribed({ path: '/health', sources: ['page'] })).toBe(false);
  });
});

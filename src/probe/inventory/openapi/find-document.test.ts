import { afterEach, expect, test } from 'vitest';
import { openSite, type TestSite } from '../test-site.ts';
import { documentIn, findDocument, namedDocuments } from './find-document.ts';

let site: TestSite | undefined;
afterEach(() => site?.close());

const DOCUMENT = JSON.stringify({ openapi: '3.0.0', paths: { '/a': { get: {} } } });
const serve = async (files: Readonly<Record<string, string>>): Promise<TestSite> => {
  site = await openSite((req, res) => {
    const file = files[req.url ?? ''];
    res.writeHead(file === undefined ? 404 : 200).end(file ?? '');
  });
  return site;
};
const found = async (files: Readonly<Record<string, string>>): Promise<string | undefined> => {
  const { origin, send } = await serve(files);
  return (await findDocument(origin, send))?.url.slice(origin.length);
};

test.each(['/openapi.json', '/v3/api-docs', '/api/docs-json'])('at %s', async (path) =>
  expect(await found({ [path]: DOCUMENT })).toBe(path),
);
test('as YAML', async () =>
  expect(await found({ '/openapi.yaml': 'openapi: 3.1.0\npaths:\n  /a: {}\n' })).toBe('/openapi.yaml'));
test('by redoc’s page', async () =>
  expect(
    await found({ '/redoc': '<redoc spec-url="/files/my-api.json"></redoc>', '/files/my-api.json': DOCUMENT }),
  ).toBe('/files/my-api.json'));
test('by the script of swagger-ui, relative to the page', async () =>
  expect(
    await found({
      '/swagger-ui/index.html': '<script src="./swagger-initializer.js"></script>',
      '/swagger-ui/swagger-initializer.js': 'SwaggerUIBundle({ url: "/hidden/spec", dom_id: "#x" })',
      '/hidden/spec': DOCUMENT,
    }),
  ).toBe('/hidden/spec'));
test('inside the script of swagger-ui-express', () =>
  expect(
    documentIn(
      `window.onload = function() { var options = {\n"swaggerDoc": ${DOCUMENT},\n"customOptions": {} };`,
      'http://h/x',
    )?.tree['paths'],
  ).toEqual({ '/a': { get: {} } }));
test('an app that answers everything with its page has none', async () => {
  site = await openSite((_req, res) => res.end('<!doctype html><div id="root"></div>'));
  expect(await findDocument(site.origin, site.send)).toBeUndefined();
});
test('a document on another origin is not named', () =>
  expect(
    namedDocuments('<redoc spec-url="https://evil.example/openapi.json">', new URL('http://127.0.0.1/docs')),
  ).toEqual([]));

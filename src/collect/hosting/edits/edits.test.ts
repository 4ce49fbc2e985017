import { expect, test } from 'vitest';
import { commentsIn } from './comments.ts';
import { isNote, mayHoldNotes } from './notes.ts';
import { standInsIn } from './stand-ins.ts';
import { togglesIn } from './toggles.ts';

test.each([
  'This is a test function - remove in production',
  'TODO: remove when going into prod',
  'FIXME: change this before launch',
  'replace with Redis in production',
  'Todo: Remove this prior to release.',
  'Mock data - in a real app, this would come from the API',
  'In a real implementation, you would use Stripe Elements here',
  'Simple admin password - in production, this should be handled server-side',
  'Basic validation (in production, use a proper WebAuthn library)',
])('a note: %s', (comment) => expect(isNote(comment)).toBe(true));

test.each([
  'Only enable in development - production logs would be captured by Sentry',
  'Force disable in production for performance',
  'Set in production so legacy reads hit the reader.',
  'enable this in prod only',
  "In production, use the vertical's dedicated domain",
  'In production we throw an error, else we log a warning',
  'the change that would fail in production: a path the router does not match',
  'This is useful to set when you deploy the application.',
  'Removes the listing when the release is deleted',
  'In a real-time channel this would be sent at once',
  'so in production the column always rendered a dash',
])('no note: %s', (comment) => expect(isNote(comment)).toBe(false));

test('comments are told apart from text and code', () => {
  const text = `const a = 'TODO: remove before launch';\n  doIt(); // TODO: remove before launch\n{/* Test button - remove in production */}\n/**\n * TODO: change before launch\n */`;
  expect(commentsIn(text, 'javascript', mayHoldNotes)).toEqual([
    { line: 2, text: 'TODO: remove before launch', alone: false },
    { line: 3, text: 'Test button - remove in production', alone: true },
    { line: 5, text: 'TODO: change before launch', alone: true },
  ]);
});

test('an address that is switched by commenting', () => {
  const text = `// export const API = "http://localhost:5001/api";\nexport const API = "https://api.shop.test";\n// see https://docs.test\nconst B = 'https://b.test';`;
  expect(togglesIn(text, /^\s*\/\/+/)).toEqual([{ line: 1, name: 'API' }]);
});

test('an address that stands twice, or alone in a comment, is no switch', () => {
  expect(togglesIn(`// url: 'http://a.test',\nport: 3,`, /^\s*\/\/+/)).toEqual([]);
  expect(togglesIn(`// url: 'http://a.test',\nurl: 'http://a.test',`, /^\s*\/\/+/)).toEqual([]);
  expect(togglesIn(`// url: 'http://a.test',\nurl: process.env.URL,`, /^\s*\/\/+/)).toEqual([]);
});

test.each([
  ["metadataBase: new URL('https://example.com'),", 'example.com'],
  ["const SITE_URL = 'https://your-domain.com';", 'your-domain.com'],
  ["from: 'Shop <noreply@yourdomain.com>',", 'yourdomain.com'],
  ['database_id = "<YOUR_DATABASE_ID>"', '<YOUR_DATABASE_ID>'],
  ["domain: '.yourapp.com'", 'yourapp.com'],
  ['<input placeholder="https://yourwebsite.com" />', undefined],
  ["from: process.env.FROM || 'alerts@yourdomain.com',", undefined],
  ["// from: 'alerts@yourdomain.com',", undefined],
  ["email: 'ann@example.com'", undefined],
  ["if (origin === 'https://example.com')", undefined],
])('stand-in: %s', (line, expected) => expect(standInsIn(line)[0]?.what).toBe(expected));

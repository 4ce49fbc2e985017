import { expect, test } from 'vitest';
import { readCode } from './read-code.ts';
import { programOf } from './testing/program-of.ts';

test('endpoints have ids of their own, where several answer one request too', async () => {
  const reads = `import { cookies } from 'next/headers';\nexport default async function Here() { await cookies(); }`;
  const program = await programOf({
    'package.json': '{"dependencies":{"next":"16.0.0","express":"5.0.0"}}',
    'app/layout.tsx': reads,
    'app/page.tsx': reads,
    'app/(shop)/page.tsx': reads,
    'server.ts': `import express from 'express';\nconst app = express();\napp.get('/', a);\napp.get('/', b);\napp.get('/', c);`,
  });
  expect(
    readCode({ program, unread: [] })
      .endpoints.map(({ id }) => id)
      .toSorted(),
  ).toEqual([
    'GET /',
    'GET / (app/(shop)/page.tsx)',
    'GET / (app/layout.tsx)',
    'GET / (server.ts)',
    'GET / (server.ts:4)',
    'GET / (server.ts:5)',
  ]);
});

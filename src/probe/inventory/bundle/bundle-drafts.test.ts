import { expect, test } from 'vitest';
import type { Send } from '../../contract/send.ts';
import { bundleDrafts } from './bundle-drafts.ts';

const origin = 'http://localhost:3000';
/** Every call stands in the page; nothing is fetched. */
const send: Send = async () => ({ ok: false, exchange: 'e1', kind: 'connection', said: 'closed' });
const pathsIn = async (code: string): Promise<string[]> => {
  const page = { scripts: new Set<string>(), inline: [{ code, url: `${origin}/` }] };
  const { drafts } = await bundleDrafts([page], [origin], send, new AbortController().signal);
  return drafts.map(({ method, path }) => `${method} ${path}`).sort();
};

test('a verb or the page itself is no path', async () => {
  expect(await pathsIn('fetch("GET");fetch("/POST");fetch("./");fetch("/.");fetch("/api/posts")')).toEqual([
    'GET /api/posts',
  ]);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { contextFor, serve } from '../accounts/test-context.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Send } from '../contract/send.ts';
import { Writes } from '../send/writes.ts';
import { fresh, likely, look } from './last-looks.ts';
import { ann, bob } from './test-shop.ts';

let context: ProbeContext;
let url: string;
let release: () => void = () => {};
let stop: () => Promise<void>;

/** Tells how often it was asked. Writes are accepted below /open, refused elsewhere; those below /slow are held until the test lets them go. */
beforeEach(async () => {
  let asked = 0;
  const running = await serve(({ method, path }) =>
    method === 'GET' ? { json: { asked: ++asked } } : { status: path.startsWith('/open') ? 204 : 403 },
  );
  url = `${running.origin}/thing`;
  const made = await contextFor(running.origin, { operations: [], actors: [ann, bob] });
  const writes = new Writes();
  const held: Send = async (request, options) => {
    if (request.url.endsWith('/slow')) await new Promise<void>((resolve) => (release = resolve));
    return made.context.send(request, options);
  };
  context = { ...made.context, writes, send: writes.counted(held) };
  stop = async () => {
    await made.close();
    await running.stop();
  };
});
afterEach(() => stop());

const write = (path: string) =>
  context.send({ method: 'POST', url: new URL(path, url).href }, { as: bob, mode: 'write' });

test('what was seen a moment ago is fresh for the one who saw it, there, until somebody writes to it', async () => {
  const seen = await look(context, url, ann);
  expect(seen).toMatchObject({ json: { asked: 1 } });
  expect(fresh(context, url, ann, 'a1')).toBe(seen);
  expect(fresh(context, url, bob, 'a1')).toBeUndefined();
  expect(fresh(context, `${url}/else`, ann, 'a1')).toBeUndefined();
  await context.send({ method: 'GET', url }, { as: bob, mode: 'read' });
  expect(fresh(context, url, ann, 'a1')).toBe(seen);
  await write('/closed/b2');
  expect(fresh(context, url, ann, 'a1')).toBe(seen);
  await write('/closed/a1/cancel');
  expect(fresh(context, url, ann, 'a1')).toBeUndefined();
});

test('what has no id may be meant by every write', async () => {
  await look(context, url, ann);
  await write('/closed/b2');
  expect(fresh(context, url, ann, '')).toBeUndefined();
});

test.each(['a write that was not refused', 'an effect of one that was'])(
  '%s, wherever it went, makes all looks old',
  async (kind) => {
    await look(context, url, ann);
    if (kind === 'a write that was not refused') await write('/open/b2');
    else {
      await write('/closed/b2');
      context.writes?.effect();
    }
    expect(fresh(context, url, ann, 'a1')).toBeUndefined();
  },
);

test('a look during a write is not fresh before its end', async () => {
  const writing = write('/slow');
  await look(context, url, ann);
  expect(fresh(context, url, ann, 'a1')).toBeUndefined();
  release();
  await writing;
  expect(likely(context, url, ann)).toBeDefined();
});

test('to choose by, a look lasts until a write is not refused', async () => {
  const seen = await look(context, url, ann);
  await write('/closed');
  expect(likely(context, url, ann)).toBe(seen);
  await write('/open');
  expect(likely(context, url, ann)).toBeUndefined();
});

test('a GET that is meant to change something is a write', async () => {
  await look(context, url, ann);
  await context.send({ method: 'GET', url: `${url}/publish` }, { as: bob, mode: 'write' });
  expect(fresh(context, url, ann, 'a1')).toBeUndefined();
  expect(likely(context, url, ann)).toBeUndefined();
});

test('where writes are not counted, nothing is fresh', async () => {
  const { writes: _, ...uncounted } = context;
  await look(uncounted, url, ann);
  expect(fresh(uncounted, url, ann, 'a1')).toBeUndefined();
  expect(likely(uncounted, url, ann)).toBeUndefined();
});

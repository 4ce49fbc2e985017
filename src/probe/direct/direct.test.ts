import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, PEOPLE, startTwin, type RunningTwin } from '../../../examples/direct/server.ts';
import { runDirect, type DirectRun } from './testing/direct-run.ts';

const actors = PEOPLE.map((login, index) => ({
  name: `person-${index + 1}`,
  role: 'customer',
  login,
  passwordEnv: 'PASSWORD',
}));
const env = { PASSWORD };

/** What is open in sql/open.sql, each once. */
const OPEN = [
  'data-channel 127.0.0.1 channel chat',
  'data-channel 127.0.0.1 channel inbox:<id>',
  'data-cross-user 127.0.0.1 messages: change',
  'data-cross-user 127.0.0.1 messages: delete',
  'data-cross-user 127.0.0.1 messages: read',
  'data-function 127.0.0.1 function export-orders',
  'data-open-read 127.0.0.1 orders',
  'data-open-read 127.0.0.1 profiles',
  'data-open-write 127.0.0.1 orders: change',
  'data-open-write 127.0.0.1 orders: delete',
  'data-open-write 127.0.0.1 orders: insert',
  'data-own-privilege 127.0.0.1 profiles: role',
  'data-rpc 127.0.0.1 rpc order_summary',
  'data-service-key service_role key of 127.0.0.1',
  'data-signup 127.0.0.1 sign-up',
  'data-storage-read 127.0.0.1 bucket invoices: list',
  'data-storage-write 127.0.0.1 bucket avatars: delete',
  'data-storage-write 127.0.0.1 bucket avatars: replace',
  'data-storage-write 127.0.0.1 bucket avatars: upload',
  'data-storage-write 127.0.0.1 bucket invoices: delete',
  'data-storage-write 127.0.0.1 bucket invoices: read',
  'data-storage-write 127.0.0.1 bucket invoices: replace',
  'data-storage-write 127.0.0.1 bucket invoices: upload',
];

const TABLES = ['profiles', 'listings', 'orders', 'messages', 'payouts', 'waitlist'];

/** All rows and files, but the people's own ones that a run may make. */
const contents = async ({ database }: RunningTwin): Promise<Record<string, unknown[]>> => {
  const rows: Record<string, unknown[]> = {};
  for (const table of TABLES) rows[table] = await database.own(`select * from public.${table} order by 1`);
  rows['files'] = await database.own('select bucket_id, name, content from storage.objects order by 1, 2');
  return rows;
};

const secretsOf = ({ publicKey, serviceKey }: RunningTwin): string[] => [publicKey, serviceKey, PASSWORD];
/** What stands in rows and files of people who have nothing to do with the run. */
const OTHERS = ['Lindenweg', '5550102', 'jonas@mail', 'mara@potter', 'DE00 0000', 'Could you wrap', 'first@wait'];

const holdsNone = (run: DirectRun, texts: readonly string[]): void => {
  for (const text of texts) expect(run.recorded).not.toContain(text);
};

describe('the open twin', () => {
  let twin: RunningTwin;
  beforeAll(async () => {
    twin = await startTwin('open');
  });
  afterAll(() => twin.close());

  test('raises exactly what is open in it, with accounts that it makes itself', async () => {
    const before = await contents(twin);
    const run = await runDirect({ origins: [twin.app, twin.data], signUp: true });
    expect(run.confirmed).toEqual(OPEN);
    expect(run.of('likely')).toEqual(['data-rpc 127.0.0.1 rpc approve_seller']);
    expect(run.of('inconclusive')).toEqual([]);
    expect(run.of('not-tested')).toEqual([]);
    const after = await contents(twin);
    expect({ ...after, profiles: after['profiles']?.slice(0, 0) }).toEqual({ ...before, profiles: [] });
    expect(after['profiles']).toEqual(expect.arrayContaining(before['profiles'] ?? []));
    expect(run.made.filter(({ state }) => state !== 'removed').map(({ type }) => type)).toEqual(['account', 'account']);
    holdsNone(run, [...secretsOf(twin), ...OTHERS]);
    expect(run.requests).toBeLessThan(180);
  });

  test('reading alone changes nothing and says what was not tried', async () => {
    const before = await contents(twin);
    const run = await runDirect({ origins: [twin.app, twin.data], mode: 'read', signUp: true });
    expect(run.confirmed).toEqual(OPEN.filter((one) => /data-(?:open-read|rpc|service-key|storage-read)/.test(one)));
    expect(await contents(twin)).toEqual(before);
    expect(run.made).toEqual([]);
  });

  test('looking alone finds the key and asks the data nothing', async () => {
    twin.asked.length = 0;
    const run = await runDirect({ origins: [twin.app, twin.data], mode: 'passive' });
    expect(run.confirmed).toEqual(['data-service-key service_role key of 127.0.0.1']);
    expect(twin.asked).toEqual(['GET /']);
  });

  test('the page alone is enough: on this machine its data is found and tried', async () => {
    const run = await runDirect({ origins: [twin.app], mode: 'read' });
    expect(run.confirmed).toEqual(OPEN.filter((one) => /data-(?:open-read|rpc|service-key|storage-read)/.test(one)));
  });
});

test('an API that does not describe itself is known from the code', async () => {
  const twin = await startTwin('open', { describes: false });
  try {
    const run = await runDirect({ origins: [twin.app, twin.data], signUp: true });
    expect(run.confirmed).toEqual(OPEN);
    expect(run.of('inconclusive')).toEqual([]);
  } finally {
    await twin.close();
  }
});

test('keys of the newer form are used like the older ones', async () => {
  const twin = await startTwin('open', { newKeys: true });
  try {
    const run = await runDirect({ origins: [twin.app], signUp: true });
    expect(run.confirmed).toEqual(OPEN.map((one) => one.replace('service_role key', 'sb_secret_ key')));
    expect(run.of('inconclusive')).toEqual([]);
    holdsNone(run, [twin.serviceKey]);
  } finally {
    await twin.close();
  }
});

test('where the server rolls back, nothing is left even for a moment', async () => {
  const twin = await startTwin('open', { allowRollback: true });
  try {
    const run = await runDirect({ origins: [twin.app, twin.data], signUp: true });
    const added = run.observations.find(({ subject }) => subject.endsWith('orders: insert'));
    expect(added).toMatchObject({ verdict: 'confirmed', said: expect.stringContaining('rolled back') as string });
    expect(run.made.filter(({ owner }) => owner === 'nobody')).not.toContainEqual(
      expect.objectContaining({ type: 'orders' }),
    );
  } finally {
    await twin.close();
  }
});

describe('the closed twin', () => {
  let twin: RunningTwin;
  beforeAll(async () => {
    twin = await startTwin('closed');
  });
  afterAll(() => twin.close());

  test('raises nothing, leaves nothing open and nothing behind', async () => {
    const before = await contents(twin);
    const run = await runDirect({ origins: [twin.app, twin.data], actors, env });
    expect(run.confirmed).toEqual([]);
    for (const verdict of ['likely', 'inconclusive', 'not-tested'] as const) expect(run.of(verdict)).toEqual([]);
    expect(await contents(twin)).toEqual(before);
    expect(run.made.every(({ state }) => state === 'removed')).toBe(true);
    expect(run.of('refuted')).toEqual(
      expect.arrayContaining([
        'data-channel 127.0.0.1 channel chat',
        'data-channel 127.0.0.1 channel inbox:<id>',
        'data-cross-user 127.0.0.1 orders: read',
        'data-cross-user 127.0.0.1 messages: delete',
        'data-open-write 127.0.0.1 orders: delete',
        'data-storage-write 127.0.0.1 bucket invoices: read',
      ]),
    );
    holdsNone(run, secretsOf(twin));
  });

  test('a sign-up that must be confirmed is said to be in the way', async () => {
    const run = await runDirect({ origins: [twin.app, twin.data], signUp: true });
    expect(run.confirmed).toEqual([]);
    expect(run.observations.find(({ probe }) => probe === 'data-cross-user')).toMatchObject({
      verdict: 'not-tested',
      said: expect.stringContaining('must be confirmed') as string,
    });
  });
});
